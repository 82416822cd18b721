"""Who may hold cases, and which made-up people a demonstration offers."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet

from sendpath.accounts.made_up import MADE_UP
from sendpath.accounts.models import Membership, User
from sendpath.accounts.roles import ROLES, ROLES_BY_PART, Reach

HOLDS_CASES = tuple(key for key, role in ROLES.items() if Reach.ALLOCATED in role.sees)
"""The roles to whose holders cases are given."""

DEMO_PEOPLE = tuple(who.username for who in MADE_UP)
"""Who may be signed in as without a password, where the service is a demonstration."""


def case_holders(day: date) -> QuerySet[Membership]:
    """Return who may be given a team's cases on a day, with their teams, by name."""
    return (
        Membership.objects.filter(
            Membership.in_force(day),
            role_key__in=HOLDS_CASES,
            team__isnull=False,
            covers__isnull=True,
            user__is_active=True,
        )
        .select_related("user")
        .order_by("user__first_name", "user__last_name")
    )


def demo_people() -> list[User]:
    """Return the made-up people to sign in as, an officer first. For demonstrations only."""
    found = User.objects.filter(username__in=DEMO_PEOPLE, is_active=True)
    found = found.prefetch_related("memberships")
    return sorted(found, key=lambda user: DEMO_PEOPLE.index(user.username))


def demo_parts() -> dict[str, list[User]]:
    """Return the made-up people under the headings of their roles."""
    people = demo_people()
    parts = {
        part: [user for user in people if set(user.roles) & set(roles)]
        for part, roles in ROLES_BY_PART.items()
    }
    return {part: found for part, found in parts.items() if found}
