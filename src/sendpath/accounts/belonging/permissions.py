"""Who may give whom which role."""

from __future__ import annotations

from django.db.models import Q

from sendpath.accounts.models import Organisation, User
from sendpath.accounts.roles import ROLES, Role


def grantable(by: User) -> list[type[Role]]:
    """Return the roles that this person may give to somebody, somewhere."""
    own = {role.key for role in by.roles}
    return [role for role in ROLES.values() if own & role.granters]


def may_grant(by: User, role: type[Role], organisation: Organisation | None) -> bool:
    """Say whether this person may give and take that role in that organisation.

    Within their own kind of organisation they may do so in their own alone: a head teacher in
    their school, and no other.
    """
    return any(
        held.role.key in role.granters
        and (
            organisation is None
            or held.organisation is None
            or held.organisation.kind != organisation.kind
            or held.organisation_id == organisation.pk
        )
        for held in by.memberships_now
    )


def memberships_in_view(by: User) -> Q:
    """Return the condition that a membership is one this person may see on a page.

    Those of their own organisation, and those of others to whom they may give the role. What
    else somebody is, such as a parent, is nobody's concern there.
    """
    seen = Q(pk__in=())
    for held in by.memberships_now:
        keys = [role.key for role in ROLES.values() if held.role.key in role.granters]
        if keys:
            elsewhere = ~Q(organisation__kind=held.organisation.kind if held.organisation else "")
            families = Q(organisation__isnull=True)
            seen |= Q(organisation=held.organisation_id)
            seen |= Q(role_key__in=keys) & (elsewhere | families)
    return seen
