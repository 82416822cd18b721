"""Which children and young people somebody may see."""

from __future__ import annotations

from django.db.models import Q

from sendpath.accounts.models import User
from sendpath.accounts.roles import Reach


def people_in_view(user: User, *, path: str = "") -> Q:
    """Return the condition that a child or young person is one this user may see.

    `path` is how the filtered rows reach the person, such as `person__`. Cases lie above this
    room, and are reached by the name that they give the way back.
    """
    if user.sees(Reach.ALL_IN_AREA):
        return Q()
    held = Q(**{f"{path}cases__officer__in": user.holds_for})
    return held | Q(**{f"{path}cases__team__in": user.team_ids})
