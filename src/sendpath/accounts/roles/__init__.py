"""Roles: what each is for, whose records it sees, and what it may do.

A role is a class so that it can say who may hold it. Permissions ask the role; nothing
else in the product compares role names. No role is enough by itself to see a child's record:
that takes a membership in force, and what the role says it sees people by.
"""

from __future__ import annotations

from sendpath.accounts.roles import (
    council,
    families,
    health,
    keepers,
    outside,
    settings,
    social_care,
)
from sendpath.accounts.roles.keepers import LegalLead
from sendpath.accounts.roles.role import (
    ACTS,
    ORGANISATIONS,
    REACHES,
    RELATIONS,
    May,
    OrganisationKind,
    Reach,
    Relation,
    Role,
)

__all__ = [
    "ACTS",
    "ORGANISATIONS",
    "REACHES",
    "RELATIONS",
    "ROLES",
    "ROLES_BY_PART",
    "LegalLead",
    "May",
    "OrganisationKind",
    "Reach",
    "Relation",
    "Role",
]

ROLES_BY_PART: dict[str, tuple[type[Role], ...]] = {
    "The council’s SEND service": council.ROLES,
    "Schools, colleges and nurseries": settings.ROLES,
    "The NHS": health.ROLES,
    "Social care": social_care.ROLES,
    "Families": families.ROLES,
    "Advice, mediation and inspection": outside.ROLES,
    "Without sight of anybody’s record": keepers.ROLES,
}
"""Every role, under the heading it is shown under."""

ROLES: dict[str, type[Role]] = {
    role.key: role for roles in ROLES_BY_PART.values() for role in roles
}
