"""Roles: what each is for, whose records it sees, and what it may do.

A role is a class so that it can say who may hold it. Permissions ask the role; nothing
else in the product compares role names.
"""

from __future__ import annotations

from sendpath.accounts.roles import council
from sendpath.accounts.roles.council import LegalLead
from sendpath.accounts.roles.role import May, OrganisationKind, Reach, Relation, Role

__all__ = ["ROLES", "LegalLead", "May", "OrganisationKind", "Reach", "Relation", "Role"]

ROLES: dict[str, type[Role]] = {role.key: role for role in council.ROLES}
