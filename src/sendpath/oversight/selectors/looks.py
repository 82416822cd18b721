"""Who has looked at one child's record: by day and person, in words for staff or for a family."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from django.utils import timezone

from sendpath.accounts.models import User
from sendpath.audit.purposes import Purpose
from sendpath.audit.selectors import Look, looks_at
from sendpath.casework.selectors.for_oversight import held_for_oversight
from sendpath.oversight.words import LISTS, page_in_words


class What(StrEnum):
    """Which looks are asked for."""

    ALL = "all"
    OPENED = "opened"
    LISTED = "listed"


class Reader(StrEnum):
    """For whom the words are: a family reads no name of a member of staff."""

    STAFF = "staff"
    FAMILY = "family"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which looks to list: between which days, by whom, what for, opened or on lists."""

    since: date
    until: date
    who: str = ""
    purpose: str = ""
    what: What = What.ALL


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """All that one person did with the record on one day, for one purpose."""

    day: date
    first: datetime | None
    who: str
    role: str
    organisation: str
    why: str
    did: list[str]
    times: int
    opened: bool


def who_looked(*, child: int, wanted: Wanted, reader: Reader) -> list[Line]:
    """Return who looked at a child's record, the latest day first.

    The caller has made sure that the reader may know. Lines hold nothing of the child, and
    nothing of a member of staff but their name, role and organisation, without the name for a
    family.
    """
    cases = held_for_oversight([child])[child].cases
    looks = looks_at(
        child=child,
        cases=cases,
        since=_midnight(wanted.since),
        until=_midnight(wanted.until + timedelta(days=1)),
    )
    asked = [look for look in looks if _is_wanted(look, wanted)]
    names = names_of(look.user for look in asked)
    groups: dict[tuple[date, int | str, str, str], list[Look]] = {}
    for look in asked:
        day = timezone.localtime(look.at).date()
        groups.setdefault((day, look.user or look.by, look.role, look.purpose), []).append(look)
    latest_first = sorted(groups.items(), key=lambda group: group[1][0].at, reverse=True)
    lines = [_line(day, group, names, reader) for (day, *_), group in latest_first]
    return [line for line in lines if wanted.who.casefold() in line.who.casefold()]


def names_of(users: Iterable[int | None]) -> dict[int, str]:
    """Return the names of these people, as shown."""
    found = User.objects.filter(pk__in={pk for pk in users if pk})
    return {user.pk: user.display_name for user in found}


def _is_wanted(look: Look, wanted: Wanted) -> bool:
    if wanted.purpose and look.purpose != wanted.purpose:
        return False
    listed = look.page in LISTS
    return wanted.what is What.ALL or (wanted.what is What.LISTED) == listed


def _line(day: date, looks: Sequence[Look], names: dict[int, str], reader: Reader) -> Line:
    one = looks[0]
    family = reader is Reader.FAMILY
    did = Counter(page_in_words(look.page) for look in looks)
    return Line(
        day=day,
        first=None if family else timezone.localtime(one.at),
        who="" if family else names.get(one.user or 0, one.by),
        role=one.role or "Role not recorded",
        organisation=one.organisation,
        why=Purpose(one.purpose).words if one.purpose else "",
        did=[words if n == 1 else f"{words}, {n} times" for words, n in did.items()],
        times=len(looks),
        opened=any(look.page not in LISTS for look in looks),
    )


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))
