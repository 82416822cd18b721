"""Which cases a person may see, and what they may do there."""

from __future__ import annotations

from django.db.models import Q

from sendpath.accounts.models import User


def cases_in_view(user: User, *, path: str = "") -> Q:
    """Return the condition that a case is one this person may see.

    Someone who sees all teams sees every case. Anyone else sees their own team's, and
    any they hold themselves. `path` is how the filtered rows reach the team and officer,
    such as `case__`.
    """
    if user.role.sees_all_teams:
        return Q()
    held = Q(**{f"{path}officer": user.pk})
    return held | Q(**{f"{path}team": user.team_id}) if user.team_id else held
