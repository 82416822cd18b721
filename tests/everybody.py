"""Somebody of every role, and their ties to one made-up child."""

from __future__ import annotations

from datetime import date

from sendpath.accounts import services as accounts
from sendpath.accounts.roles import ROLES, OrganisationKind, Relation
from sendpath.people.models import FamilyRelation
from sendpath.people.services.involvement import Tie, involve, link_family

LONG_AGO = date(2014, 9, 1)
NAMES = {
    "officer": "priya",
    "team_manager": "marcus",
    "data_officer": "dana",
    "head_of_service": "helen",
    "legal_lead": "lena",
    "system_keeper": "sam",
}
"""Those who have a name of their own in the tests; others are called by the key of the role."""

INVOLVED = {
    "educational_psychologist": (OrganisationKind.COUNCIL, Relation.ADVISES),
    "senco": (OrganisationKind.ESTABLISHMENT, Relation.ON_ROLL),
    "therapist": (OrganisationKind.NHS_PROVIDER, Relation.PROVIDES),
    "doctor": (OrganisationKind.NHS_PROVIDER, Relation.ADVISES),
    "designated_officer": (OrganisationKind.ICB, Relation.COMMISSIONS),
    "social_worker": (OrganisationKind.SOCIAL_CARE, Relation.SOCIAL_CARE),
    "sendiass_adviser": (OrganisationKind.SENDIASS, Relation.SUPPORTS),
    "mediator": (OrganisationKind.MEDIATION_PROVIDER, Relation.MEDIATES),
    "inspector": (OrganisationKind.INSPECTORATE, Relation.INSPECTS),
}
"""By whom each organisation comes to be involved; the others of it see the child by the same."""

BY_NAME = {"educational_psychologist", "therapist", "doctor", "social_worker", "sendiass_adviser",
           "mediator"}  # fmt: skip
FAMILY = {
    "parent": FamilyRelation.PARENT,
    "young_person": FamilyRelation.YOUNG_PERSON,
    "representative": FamilyRelation.REPRESENTATIVE,
}


def organisation_of(role):
    """Return an organisation in which a role is held: one of each kind, None for families."""
    kinds = sorted(ROLES[role].held_in)
    if not kinds:
        return None
    if OrganisationKind.COUNCIL in kinds:
        return accounts.council()
    return accounts.add_organisation(kind=kinds[0], name=f"Made-up {kinds[0].value}")


def make_everybody(make_user, north):
    """Return somebody of every role, by the key of the role."""
    teams = {"officer": north, "team_manager": north}
    return {
        role: make_user(
            NAMES.get(role, role),
            role=role,
            team=teams.get(role),
            organisation=organisation_of(role),
        )
        for role in ROLES
    }


def tie_to(person, everybody, by):
    """Tie everybody to a child who may see one by being tied."""
    for role, (_, kind) in INVOLVED.items():
        user = everybody[role] if role in BY_NAME else None
        tie = Tie(organisation=organisation_of(role), user=user, kind=kind, starts_on=LONG_AGO)
        involve(person=person, tie=tie, by=by)
    for role, relation in FAMILY.items():
        link_family(
            person=person,
            account=everybody[role],
            relation=relation,
            has_parental_responsibility=relation == FamilyRelation.PARENT,
            starts_on=LONG_AGO,
            by=by,
        )
