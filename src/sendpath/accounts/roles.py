"""Roles: what each is for, whose cases it sees, and what it may do.

A role is a class so that it can say who may hold it. Permissions ask the role; nothing
else in the product compares role names.
"""

from __future__ import annotations

from enum import StrEnum


class May(StrEnum):
    """An act that not everyone may do."""

    SEE_CASES = "see_cases"
    RECORD_EVENTS = "record_events"
    ALLOCATE = "allocate"
    IMPORT_RETURNS = "import_returns"
    EXPORT_RETURNS = "export_returns"
    CHECK_RULES = "check_rules"
    ADOPT_READINGS = "adopt_readings"
    OPERATE = "operate"


class Role:
    """What a person with this role sees and may do. `granted_by` says who may hold it."""

    key: str
    title: str
    description: str
    granted_by: str = "The head of SEND, to somebody in the service."
    sees_all_teams: bool = False
    may: frozenset[May] = frozenset()


class Officer(Role):
    """Works with families on a caseload."""

    key = "officer"
    title = "SEND officer"
    description = "Looks after named children's cases. Sees the cases of their own team, for cover."
    may = frozenset({May.SEE_CASES, May.RECORD_EVENTS})


class TeamManager(Role):
    """Answers for one team's cases and dates."""

    key = "team_manager"
    title = "Team manager"
    description = "Answers for a team's cases, and shares them out between its officers."
    may = frozenset({May.SEE_CASES, May.RECORD_EVENTS, May.ALLOCATE})


class DataOfficer(Role):
    """Answers for the statutory returns."""

    key = "data_officer"
    title = "Data officer"
    description = "Loads, checks and writes the SEN2 return, and mends what it shows to be wrong."
    sees_all_teams = True
    may = frozenset({May.SEE_CASES, May.RECORD_EVENTS, May.IMPORT_RETURNS, May.EXPORT_RETURNS})


class HeadOfService(Role):
    """Answers for the whole service."""

    key = "head_of_service"
    title = "Head of SEND"
    description = "Sees every team's cases and dates, and may write the return."
    sees_all_teams = True
    may = frozenset({May.SEE_CASES, May.ALLOCATE, May.RECORD_EVENTS, May.EXPORT_RETURNS})


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


class SystemKeeper(Role):
    """Answers for the service running. Sees no child's case."""

    key = "system_keeper"
    title = "System keeper"
    description = (
        "Keeps the service running: what is queued, what failed, how full the disk is. Sees "
        "nobody's case."
    )
    granted_by = "The council's head of IT, to somebody who keeps its services running."
    may = frozenset({May.OPERATE})


ROLES: dict[str, type[Role]] = {
    role.key: role
    for role in (Officer, TeamManager, DataOfficer, HeadOfService, LegalLead, SystemKeeper)
}
