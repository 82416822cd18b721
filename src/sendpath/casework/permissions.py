"""Which cases a person may see, and what they may do there."""

from __future__ import annotations

from django.db.models import Q

from sendpath.accounts.models import User
from sendpath.accounts.roles import Reach


def cases_in_view(user: User, *, path: str = "") -> Q:
    """Return the condition that a case is one this person may see.

    Someone who sees all teams sees every case. Anyone else sees their own team's, and
    any they hold themselves. `path` is how the filtered rows reach the team and officer,
    such as `case__`.
    """
    if user.sees(Reach.ALL_IN_AREA):
        return Q()
    held = Q(**{f"{path}officer__in": user.holds_for})
    return held | Q(**{f"{path}team__in": user.team_ids})
