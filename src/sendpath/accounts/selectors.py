"""Which made-up people a demonstration offers."""

from __future__ import annotations

from sendpath.accounts.models import User

DEMO_PEOPLE = ("priya", "marcus", "dana", "helen", "lena", "sam")
"""An officer, a manager, the data officer, the head of service, the legal lead, who keeps it
running."""


def demo_people() -> list[User]:
    """Return the made-up people to sign in as, an officer first. For demonstrations only."""
    found = User.objects.filter(username__in=DEMO_PEOPLE, is_active=True).select_related("team")
    return sorted(found, key=lambda user: DEMO_PEOPLE.index(user.username))
