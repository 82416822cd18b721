"""The roles of the council's SEND service: who works the cases, and who answers for them."""

from __future__ import annotations

from sendpath.accounts.roles.role import May, Reach, Relation, Role
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
    may = frozenset({May.SEE_CASES, May.RECORD_EVENTS, May.ALLOCATE, May.BREAK_GLASS})


class DataOfficer(Role):
    """Answers for the statutory returns."""

    key = "data_officer"
    title = "Data officer"
    description = "Loads, checks and writes the SEN2 return, and mends what it shows to be wrong."
    sees = frozenset({Reach.ALL_IN_AREA})
    details = WHOLE_RECORD - {Detail.SAFE_ADDRESS}
    may = frozenset({May.SEE_CASES, May.RECORD_EVENTS, May.IMPORT_RETURNS, May.EXPORT_RETURNS})


class HeadOfService(Role):
    """Answers for the whole service."""

    key = "head_of_service"
    title = "Head of SEND"
    description = "Sees every team's cases and dates, and may write the return."
    granted_by = "The system keeper, when the director of children's services has asked in writing."
    granters = frozenset({"system_keeper"})
    sees = frozenset({Reach.ALL_IN_AREA})
    details = WHOLE_RECORD
    may = frozenset(
        {May.SEE_CASES, May.ALLOCATE, May.RECORD_EVENTS, May.EXPORT_RETURNS, May.GRANT_ROLES}
    )


class EducationalPsychologist(Role):
    """Advises on a child's learning, by regulation 6 of the SEND Regulations 2014."""

    key = "educational_psychologist"
    title = "Educational psychologist"
    description = "Advises on children whose case they were asked about, and sees those alone."
    granted_by = "The head of SEND, to a registered psychologist who works for the council."
    sees = frozenset({Reach.SELF_INVOLVED})
    through = frozenset({Relation.ADVISES})
    details = frozenset({Detail.HEALTH, Detail.SOCIAL_CARE})
    may = frozenset({May.SEE_CASES})


class QualityLead(Role):
    """Samples the work and says how good it is."""

    key = "quality_lead"
    title = "Quality assurance lead"
    description = "Reads any case, to judge the quality of plans and advice. Changes nothing."
    sees = frozenset({Reach.ALL_IN_AREA})
    details = WHOLE_RECORD - {Detail.SAFE_ADDRESS, Detail.FINANCE}
    may = frozenset({May.SEE_CASES})


class FinanceOfficer(Role):
    """Answers for what the plans cost. Money never edits need."""

    key = "finance_officer"
    title = "Finance officer"
    description = "Reads any case for what it commits the council to. Changes nothing."
    granted_by = "The head of SEND, to somebody who answers for the high-needs budget."
    sees = frozenset({Reach.ALL_IN_AREA})
    details = frozenset({Detail.FINANCE})
    may = frozenset({May.SEE_CASES})


ROLES = (
    Officer,
    TeamManager,
    DataOfficer,
    HeadOfService,
    EducationalPsychologist,
    QualityLead,
    FinanceOfficer,
)
