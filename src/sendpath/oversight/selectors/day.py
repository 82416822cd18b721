"""All that the rules need to know of one day's looks. For a job, so for no one reader."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from sendpath.accounts.models import User
from sendpath.accounts.roles import Reach
from sendpath.audit.selectors import Look, looks_between
from sendpath.casework.selectors.for_oversight import held_for_oversight, over_for_oversight
from sendpath.core.dates import england_and_wales
from sendpath.core.people.names import plain
from sendpath.oversight.models import KnownFamily
from sendpath.oversight.selectors.findings import numbers
from sendpath.oversight.unusual import Child, Day, Looker, busiest_hour
from sendpath.people.matching import people_for_return

HOLDING = {Reach.ALLOCATED, Reach.TEAM}


def looks_of_day(day: date) -> Day:
    """Return a day's looks with everybody they concern, as the record is now."""
    settled = numbers()
    looks = list(_looks(day, day))
    users = {look.user for look in looks if look.user}
    children = {look.child for look in looks if look.child}
    usual_from = day - timedelta(days=settled["usual_days"])

    def usual(user: int) -> Sequence[int]:
        days: dict[date, list[Look]] = defaultdict(list)
        for look in _looks(usual_from, day - timedelta(days=1), user=user):
            days[look.at.date()].append(look)
        return [busiest_hour(of_day) for of_day in days.values()]

    return Day(
        day=day,
        office_day=england_and_wales().is_working_day(day),
        looks=looks,
        children=_children(children),
        lookers=_lookers(users),
        numbers=settled,
        usual=usual,
        lately=_lately(day, settled["many_days"]),
    )


def postcode_key(postcode: str) -> str:
    """Return a postcode as it is compared: without spaces, in capitals."""
    return "".join(postcode.split()).upper()


def _looks(first: date, last: date, *, user: int | None = None) -> Iterator[Look]:
    since = timezone.make_aware(datetime.combine(first, time.min))
    until = timezone.make_aware(datetime.combine(last + timedelta(days=1), time.min))
    for look in looks_between(since=since, until=until, user=user):
        yield replace(look, at=timezone.localtime(look.at))


def _lately(day: date, days: int) -> Mapping[int, frozenset[int]]:
    people: dict[int, set[int]] = defaultdict(set)
    for look in _looks(day - timedelta(days=days - 1), day):
        if look.user and look.child:
            people[look.child].add(look.user)
    return {child: frozenset(users) for child, users in people.items()}


def _children(ids: Collection[int]) -> Mapping[int, Child]:
    held = held_for_oversight(ids)
    over = over_for_oversight(held)
    return {
        pk: Child(
            surname=plain(person.surname),
            postcode=postcode_key(person.postcode),
            officers=frozenset(held[pk].officers),
            teams=frozenset(held[pk].teams),
            over=pk in over,
        )
        for pk, person in people_for_return(person_ids=ids).items()
    }


def _lookers(ids: Collection[int]) -> Mapping[int, Looker]:
    families: dict[int, list[tuple[str, str]]] = defaultdict(list)
    declared = KnownFamily.objects.filter(user__in=ids, ended_at__isnull=True)
    for user, surname, postcode in declared.values_list("user", "surname", "postcode"):
        families[user].append((surname, postcode))
    return {
        user.pk: Looker(
            teams=frozenset(user.team_ids),
            sees_otherwise=not _reach(user) <= HOLDING,
            surnames=frozenset(plain(name) for name, _ in families[user.pk] if name),
            postcodes=frozenset(postcode_key(code) for _, code in families[user.pk] if code),
        )
        for user in User.objects.filter(pk__in=ids).prefetch_related("memberships")
    }


def _reach(user: User) -> set[Reach]:
    return {reach for role in user.roles for reach in role.sees}
