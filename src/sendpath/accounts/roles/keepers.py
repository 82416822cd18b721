"""Roles that see nobody's record: the law, places, the board, information, the system."""

from __future__ import annotations

from sendpath.accounts.roles.role import May, OrganisationKind, Role


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


class PlacePlanner(Role):
    """Plans how many places there will be, from counts and not from records."""

    key = "place_planner"
    title = "Place planner"
    description = "Plans places and commissions them, from counts. Sees nobody's case."


class BoardChair(Role):
    """Leads the board that oversees the area's SEND arrangements."""

    key = "board_chair"
    title = "Board chair"
    description = "Leads the board that answers for the area. Sees figures, and nobody's case."
    granted_by = "The head of SEND, to whoever the partnership has appointed."
    held_in = frozenset({OrganisationKind.COUNCIL, OrganisationKind.ICB})


class BoardMember(Role):
    """Sits on the board that oversees the area's SEND arrangements."""

    key = "board_member"
    title = "Board member"
    description = "Sits on the board that answers for the area. Sees figures, and nobody's case."
    granted_by = "The head of SEND, to whoever the partnership has appointed."
    held_in = frozenset(OrganisationKind) - {OrganisationKind.INSPECTORATE}


class InformationGovernance(Role):
    """Answers for who looks at records, and was right to."""

    key = "information_governance"
    title = "Information governance officer"
    description = (
        "Is told of each emergency opening of a record, and says whether it was justified. Sees "
        "whose record it was and why, and opens none."
    )
    granted_by = "The system keeper, when the council's data protection officer has asked."
    granters = frozenset({"system_keeper"})
    may = frozenset({May.REVIEW_ACCESS})


class SystemKeeper(Role):
    """Answers for the service running. Sees no child's case."""

    key = "system_keeper"
    title = "System keeper"
    description = (
        "Keeps the service running: what is queued, what failed, how full the disk is. Sees "
        "nobody's case."
    )
    granted_by = "The council's head of IT, to somebody who keeps its services running."
    granters = frozenset({"system_keeper"})
    may = frozenset({May.OPERATE, May.GRANT_ROLES})


ROLES = (LegalLead, PlacePlanner, BoardChair, BoardMember, InformationGovernance, SystemKeeper)
