"""Putting the rules to a day's looks. Pure: what it needs to know is given to it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from statistics import median

from sendpath.audit.purposes import Purpose
from sendpath.audit.selectors import Look

NO_CASEWORK = frozenset({Purpose.OVERSIGHT, Purpose.RIGHTS, Purpose.RETURN, Purpose.BREAK_GLASS})


@dataclass(frozen=True, slots=True, kw_only=True)
class Child:
    """What the rules need to know of a child. Names are plain, postcodes without spaces."""

    surname: str
    postcode: str
    officers: frozenset[int] = frozenset()
    teams: frozenset[int] = frozenset()
    over: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Looker:
    """What the rules need to know of somebody on the staff."""

    teams: frozenset[int] = frozenset()
    sees_otherwise: bool = False
    """By another relationship than that they or their team hold the case."""
    surnames: frozenset[str] = frozenset()
    postcodes: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """The looks of one day, in local time, with whom and whose they concern."""

    day: date
    office_day: bool
    looks: Sequence[Look]
    children: Mapping[int, Child]
    lookers: Mapping[int, Looker]
    numbers: Mapping[str, int]
    usual: Callable[[int], Sequence[int]]
    """For somebody, the most children opened in an hour on each earlier day that had looks."""
    lately: Mapping[int, frozenset[int]]
    """For each child, everybody who opened the record within the days that count."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Something out of the ordinary: by whom, at whose record, and what makes it so."""

    rule: str
    user: int | None
    child: int | None
    facts: Mapping[str, int | str] = field(default_factory=dict)


def hits(day: Day) -> Iterator[Hit]:
    """Yield all that is out of the ordinary in a day's looks."""
    pairs: dict[tuple[int, int], list[Look]] = defaultdict(list)
    for look in day.looks:
        if look.user and look.child and look.child in day.children:
            pairs[look.user, look.child].append(look)
    for (user, child), looks in pairs.items():
        yield from _of_a_pair(day, user, child, looks)
    yield from _of_a_person(day)
    yield from _of_a_child(day, {child for _, child in pairs})


def _of_a_pair(day: Day, user: int, child: int, looks: list[Look]) -> Iterator[Hit]:
    who, whom = day.lookers.get(user, Looker()), day.children[child]
    times = {"times": len(looks)}
    if whom.surname in who.surnames:
        yield Hit("same_surname", user, child, times)
    if whom.postcode in who.postcodes:
        yield Hit("same_address", user, child, times)
    if any(look.purpose == Purpose.BREAK_GLASS for look in looks):
        yield Hit("break_glass", user, child, times)
    if all(look.purpose in NO_CASEWORK for look in looks):
        return
    if not (who.sees_otherwise or user in whom.officers or who.teams & whom.teams):
        yield Hit("not_theirs", user, child, times)
    if whom.over:
        yield Hit("case_over", user, child, times)


def _of_a_person(day: Day) -> Iterator[Hit]:
    by_user: dict[int, list[Look]] = defaultdict(list)
    for look in day.looks:
        if look.user:
            by_user[look.user].append(look)
    for user, looks in by_user.items():
        most = busiest_hour(looks)
        if most >= day.numbers["many_an_hour"]:
            usual = round(median(day.usual(user) or [0]))
            if most > usual * day.numbers["times_usual"]:
                yield Hit("many_an_hour", user, None, {"children": most, "usual": usual})
        late = [look for look in looks if _is_late(day, look)]
        if late:
            children = len({look.child for look in late})
            first = f"{late[0].at:%H:%M}"
            yield Hit("out_of_hours", user, None, {"children": children, "first": first})


def _of_a_child(day: Day, children: Iterable[int]) -> Iterator[Hit]:
    for child in sorted(children):
        people = len(day.lately.get(child, ()))
        if people >= day.numbers["many_people"]:
            facts = {"people": people, "days": day.numbers["many_days"]}
            yield Hit("many_people", None, child, facts)


def busiest_hour(looks: Iterable[Look]) -> int:
    """Return the most children opened within one hour of the clock."""
    hours: dict[int, set[int | None]] = defaultdict(set)
    for look in looks:
        hours[look.at.hour].add(look.child)
    return max((len(children) for children in hours.values()), default=0)


def _is_late(day: Day, look: Look) -> bool:
    hour = look.at.hour
    return not day.office_day or not day.numbers["opens"] <= hour < day.numbers["closes"]
