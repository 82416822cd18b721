"""What a role is: what it is for, whom it sees by which relationship, and what it may do."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
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
    OPERATE = "operate"
    BREAK_GLASS = "break_glass"
    REVIEW_ACCESS = "review_access"
    GRANT_ROLES = "grant_roles"


ACTS: Mapping[May, str] = {
    May.SEE_CASES: "use the worklist and find a child, among those they see",
    May.RECORD_EVENTS: "record what happened, correct it, and publish term dates",
    May.ALLOCATE: "share out cases, move them, and arrange cover",
    May.IMPORT_RETURNS: "load a SEN2 return",
    May.EXPORT_RETURNS: "write a SEN2 return",
    May.CHECK_RULES: "say that a rule was checked against the law",
    May.ADOPT_READINGS: "say how the area reads a rule that can be read in more than one way",
    May.OPERATE: "watch over the service as it runs",
    May.BREAK_GLASS: "open a record they do not otherwise see, in an emergency, for 24 hours",
    May.REVIEW_ACCESS: "see every emergency opening of a record, and say if it was justified",
    May.GRANT_ROLES: "say who belongs to an organisation, as what, and until when",
}
"""Each act as it stands after “may”."""


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


ORGANISATIONS: Mapping[OrganisationKind, str] = {
    OrganisationKind.COUNCIL: "the council",
    OrganisationKind.SOCIAL_CARE: "social care",
    OrganisationKind.ICB: "an integrated care board",
    OrganisationKind.NHS_PROVIDER: "an NHS provider",
    OrganisationKind.ESTABLISHMENT: "a school, college or nursery",
    OrganisationKind.SENDIASS: "SENDIASS",
    OrganisationKind.MEDIATION_PROVIDER: "a mediation provider",
    OrganisationKind.INSPECTORATE: "an inspectorate",
}


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


RELATIONS: Mapping[Relation, str] = {
    Relation.ON_ROLL: "on the roll",
    Relation.ADVISES: "asked for advice",
    Relation.PROVIDES: "giving a service",
    Relation.COMMISSIONS: "paying for a service",
    Relation.SOCIAL_CARE: "social care",
    Relation.SUPPORTS: "supporting the family",
    Relation.MEDIATES: "mediating",
    Relation.INSPECTS: "inspecting",
}


class Reach(StrEnum):
    """By which relationship a role comes to see somebody's record."""

    ALL_IN_AREA = "all_in_area"
    TEAM = "team"
    ALLOCATED = "allocated"
    ORGANISATION_INVOLVED = "organisation_involved"
    SELF_INVOLVED = "self_involved"
    OWN_CHILD = "own_child"
    SELF = "self"


REACHES: Mapping[Reach, str] = {
    Reach.ALL_IN_AREA: "everybody in the area",
    Reach.TEAM: "children whose case their team holds",
    Reach.ALLOCATED: "children whose case they hold themselves, or hold for somebody away",
    Reach.ORGANISATION_INVOLVED: "children with whom their organisation is involved",
    Reach.SELF_INVOLVED: "children with whom they are involved by name",
    Reach.OWN_CHILD: "their own child, or whoever they represent",
    Reach.SELF: "themselves",
}


class Role:
    """What a person with this role sees and may do. `granted_by` says who may hold it."""

    key: str
    title: str
    description: str
    granted_by: str = "The head of SEND, to somebody in the service."
    granters: frozenset[str] = frozenset({"head_of_service"})
    """The keys of the roles whose holders may give this one and take it away."""
    held_in: frozenset[OrganisationKind] = frozenset({OrganisationKind.COUNCIL})
    """The kinds of organisation whose people may hold it; none, if it is a family's."""
    longest: timedelta | None = None
    """How long it may be held without being given anew; None for as long as it takes."""
    sees: frozenset[Reach] = frozenset()
    through: frozenset[Relation] = frozenset()
    """The involvements that count, where it sees people with whom somebody is involved."""
    details: frozenset[Detail] = frozenset()
    may: frozenset[May] = frozenset()
