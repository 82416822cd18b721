"""Which children and young people somebody may see."""

from __future__ import annotations

from django.db.models import Q

from sendpath.accounts.models import User


def people_in_view(user: User, *, path: str = "") -> Q:
    """Return the condition that a child or young person is one this user may see.

    `path` is how the filtered rows reach the person, such as `person__`. Cases lie above this
    room, and are reached by the name that they give the way back.
    """
    if user.role.sees_all_teams:
        return Q()
    held = Q(**{f"{path}cases__officer": user.pk})
    return held | Q(**{f"{path}cases__team": user.team_id}) if user.team_id else held
