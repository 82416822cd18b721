"""How many duties are late or near in each team, or with each officer, for the first page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Count

from sendpath.accounts.models import Team, User
from sendpath.accounts.roles import May
from sendpath.casework.selectors.worklist import NOBODY, Wanted, When, open_duties, tally

NEAR = (When.OVERDUE, When.THIS_WEEK, When.FOUR_WEEKS)
"""What the first page counts. This week's are also among those of the next 4 weeks."""

ByDay = list[tuple[date, bool, int]]
Held = dict[int | None, ByDay]


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """One team's or officer's duties. `query` is the filter of the worklist that shows them."""

    name: str
    query: str
    counts: Mapping[When, int]

    @property
    def near(self) -> list[int]:
        """Return the numbers of the first page, in the order of its columns."""
        return [self.counts[when] for when in NEAR]


def workload(*, user: User, today: date) -> list[Load]:
    """Return the loads by team for who sees every team, by officer for who leads one.

    What nobody holds comes last, if any of it is late or near. Two queries.
    """
    if user.role.sees_all_teams:
        held = _by_holder("team", user)
        teams = Team.objects.in_bulk([pk for pk in held if pk])
        names = {pk: team.name for pk, team in teams.items()}
        return _loads("team", held, names, today) + _unheld("No team", "", held, today)
    if user.may(May.ALLOCATE):
        held = _by_holder("officer", user)
        people = User.objects.in_bulk([pk for pk in held if pk])
        names = {pk: officer.display_name for pk, officer in people.items()}
        unheld = _unheld("Nobody yet", f"officer={NOBODY}", held, today)
        return _loads("officer", held, names, today) + unheld
    return []


def _by_holder(holder: str, user: User) -> Held:
    held: Held = {}
    duties = open_duties(user, Wanted()).order_by()
    rows = duties.values_list(f"{holder}_id", "due_on", "untold").annotate(number=Count("*"))
    for pk, due_on, untold, number in rows:
        held.setdefault(pk, []).append((due_on, untold, number))
    return held


def _loads(holder: str, held: Held, names: Mapping[int, str], today: date) -> list[Load]:
    return [
        Load(name=name, query=f"{holder}={pk}", counts=tally(held[pk], today))
        for pk, name in sorted(names.items(), key=lambda named: named[1])
    ]


def _unheld(name: str, query: str, held: Held, today: date) -> list[Load]:
    load = Load(name=name, query=query, counts=tally(held.get(None, []), today))
    return [load] if any(load.near) else []
