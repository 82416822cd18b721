"""How many duties are late or near in each team, or with each officer, for the first page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from sendpath.accounts.models import Team, User
from sendpath.accounts.roles import May, Reach
from sendpath.audit.kept import until_something_changes
from sendpath.casework.models import CaseDeadline
from sendpath.casework.selectors.worklist import NOBODY, Wanted, When, due, open_duties

NEAR = (When.OVERDUE, When.THIS_WEEK, When.FOUR_WEEKS)
"""What the first page counts. This week's are also among those of the next 4 weeks."""

Held = Mapping[int | None, Mapping[When, int]]
"""By the team or officer that holds the cases, or None, how many duties are due when."""


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

    What nobody holds comes last, if any of it is late or near. Two queries while nothing
    changes: what the log ends with, which says that the counts still hold, and the names.
    """
    duties = open_duties(user, Wanted())
    if user.sees(Reach.ALL_IN_AREA):
        held = _by_holder("team", duties, today)
        teams = Team.objects.filter(pk__in=[pk for pk in held if pk])
        names = dict(teams.values_list("pk", "name"))
        return _loads("team", held, names) + _unheld("No team", "", held)
    if user.may(May.ALLOCATE):
        held = _by_holder("officer", duties, today)
        people = User.objects.in_bulk([pk for pk in held if pk])
        names = {pk: officer.display_name for pk, officer in people.items()}
        return _loads("officer", held, names) + _unheld("Nobody yet", f"officer={NOBODY}", held)
    return []


@until_something_changes
def _by_holder(holder: str, duties: Q, today: date) -> Held:
    rows = CaseDeadline.objects.filter(duties).values_list(f"{holder}_id")
    held = {pk: dict.fromkeys(NEAR, 0) for (pk,) in rows.distinct()}
    for when in NEAR:
        for pk, number in rows.filter(due(today, when)).annotate(number=Count("*")):
            held[pk][when] = number
    return held


def _loads(holder: str, held: Held, names: Mapping[int, str]) -> list[Load]:
    return [
        Load(name=name, query=f"{holder}={pk}", counts=held[pk])
        for pk, name in sorted(names.items(), key=lambda named: named[1])
    ]


def _unheld(name: str, query: str, held: Held) -> list[Load]:
    load = Load(name=name, query=query, counts=held.get(None, dict.fromkeys(NEAR, 0)))
    return [load] if any(load.near) else []
