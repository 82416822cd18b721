"""The roles of the council's SEND service."""

from __future__ import annotations

from sendpath.accounts.roles.role import May, Reach, Role
from sendpath.core.casefile.details import Detail

WHOLE_RECORD = frozenset(Detail)


class Officer(Role):
    """Works with families on a caseload."""

    key = "officer"
    title = "SEND officer"
    description = "Looks after named children's cases. Sees the cases of their own team, for cover."
    sees = frozenset({Reach.TEAM, Reach.ALLOCATED})
    details = WHOLE_RECORD
    may = frozenset({May.SEE_CASES, May.RECORD_EVENTS, May.BREAK_GLASS})


class TeamManager(Role):
    """Answers for one team's cases and dates."""

    key = "team_manager"
    title = "Team manager"
    description = "Answers for a team's cases, and shares them out between its officers."
    sees = frozenset({Reach.TEAM, Reach.ALLOCATED})
    details = WHOLE_RECORD
    may = frozenset(
        {May.SEE_CASES, May.RECORD_EVENTS, May.ALLOCATE, May.BREAK_GLASS, May.MERGE_PEOPLE}
    )


class DataOfficer(Role):
    """Answers for the statutory returns."""

    key = "data_officer"
    title = "Data officer"
    description = "Loads, checks and writes the SEN2 return, and mends what it shows to be wrong."
    sees = frozenset({Reach.ALL_IN_AREA})
    details = WHOLE_RECORD - {Detail.SAFE_ADDRESS}
    may = frozenset(
        {
            May.SEE_CASES,
            May.RECORD_EVENTS,
            May.IMPORT_RETURNS,
            May.EXPORT_RETURNS,
            May.MERGE_PEOPLE,
        }
    )


class HeadOfService(Role):
    """Answers for the whole service."""

    key = "head_of_service"
    title = "Head of SEND"
    description = "Sees every team's cases and dates, and may write the return."
    granted_by = "The director of children's services, to the person who leads the service."
    sees = frozenset({Reach.ALL_IN_AREA})
    details = WHOLE_RECORD
    may = frozenset(
        {
            May.SEE_CASES,
            May.ALLOCATE,
            May.RECORD_EVENTS,
            May.EXPORT_RETURNS,
            May.GRANT_ROLES,
            May.MERGE_PEOPLE,
        }
    )


class LegalLead(Role):
    """Answers for what the area takes the law to say. Sees no child's case."""

    key = "legal_lead"
    title = "Legal lead"
    description = (
        "Checks rules against the law itself, and records how the area reads it where it can be "
        "read in more than one way. Sees nobody's case."
    )
    granted_by = "The council's monitoring officer, to a lawyer who advises it on SEND."
    may = frozenset({May.CHECK_RULES, May.ADOPT_READINGS})


ROLES = (Officer, TeamManager, DataOfficer, HeadOfService, LegalLead)
