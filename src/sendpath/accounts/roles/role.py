"""What a role is: what it is for, whom it sees by which relationship, and what it may do."""

from __future__ import annotations

from enum import StrEnum

from sendpath.core.casefile.details import Detail


class May(StrEnum):
    """An act that not everyone may do."""

    SEE_CASES = "see_cases"
    RECORD_EVENTS = "record_events"
    ALLOCATE = "allocate"
    IMPORT_RETURNS = "import_returns"
    EXPORT_RETURNS = "export_returns"
    CHECK_RULES = "check_rules"
    ADOPT_READINGS = "adopt_readings"
    BREAK_GLASS = "break_glass"
    REVIEW_ACCESS = "review_access"
    GRANT_ROLES = "grant_roles"
    MERGE_PEOPLE = "merge_people"


class OrganisationKind(StrEnum):
    """What sort of body an organisation of the area is."""

    COUNCIL = "council"
    SOCIAL_CARE = "social_care"
    ICB = "icb"
    NHS_PROVIDER = "nhs_provider"
    ESTABLISHMENT = "establishment"
    SENDIASS = "sendiass"
    MEDIATION_PROVIDER = "mediation_provider"
    INSPECTORATE = "inspectorate"


class Relation(StrEnum):
    """What an organisation, or somebody in it, has to do with one child or young person."""

    ON_ROLL = "on_roll"
    ADVISES = "advises"
    PROVIDES = "provides"
    COMMISSIONS = "commissions"
    SOCIAL_CARE = "social_care"
    SUPPORTS = "supports"
    MEDIATES = "mediates"
    INSPECTS = "inspects"


class Reach(StrEnum):
    """By which relationship a role comes to see somebody's record."""

    ALL_IN_AREA = "all_in_area"
    TEAM = "team"
    ALLOCATED = "allocated"
    ORGANISATION_INVOLVED = "organisation_involved"
    SELF_INVOLVED = "self_involved"
    OWN_CHILD = "own_child"
    SELF = "self"


class Role:
    """What a person with this role sees and may do. `granted_by` says who may hold it."""

    key: str
    title: str
    description: str
    granted_by: str = "The head of SEND, to somebody in the service."
    held_in: frozenset[OrganisationKind] = frozenset({OrganisationKind.COUNCIL})
    """The kinds of organisation whose people may hold it; none, if it is a family's."""
    sees: frozenset[Reach] = frozenset()
    through: frozenset[Relation] = frozenset()
    """The involvements that count, where it sees people with whom somebody is involved."""
    details: frozenset[Detail] = frozenset()
    may: frozenset[May] = frozenset()
