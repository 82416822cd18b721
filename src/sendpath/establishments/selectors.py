"""Schools' calendars as they are held: for counting by, and for the pages that keep them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

from django.db.models import Max, Q, QuerySet

from sendpath.core.dates import Calendars, TermDates, england_and_wales
from sendpath.core.terms import as_published, school_year_in, spoken
from sendpath.establishments.models import Edition, Establishment, InsetDay, TeachingDays
from sendpath.establishments.source import Source

AHEAD = timedelta(weeks=26)
"""How far term dates should reach: 50 school days, the longest limit, over two holidays."""

YEARS_BACK = 2


def calendars() -> Calendars:
    """Return the bank holidays of the product, and every school's term dates by its URN.

    One query of one row, unless a calendar was published since this process last asked.
    """
    mark = Edition.objects.values_list("mark", flat=True).first()
    return _as_of(mark) if mark else england_and_wales()


@lru_cache(maxsize=1)
def _as_of(mark: str) -> Calendars:
    """Return what is held, kept until another edition is asked for: marks never come back."""
    stretches = TeachingDays.objects.order_by("establishment", "first_day").values_list(
        "establishment", "first_day", "last_day"
    )
    schools = {
        urn: tuple((first, last) for _, first, last in rows)
        for urn, rows in groupby(stretches, key=itemgetter(0))
    }
    inset_days: dict[str, set[date]] = defaultdict(set)
    for urn, day in InsetDay.objects.values_list("establishment", "day"):
        inset_days[urn].add(day)
    kept = {urn: frozenset(days) for urn, days in inset_days.items()}
    return replace(england_and_wales(), schools=schools, inset_days=kept)


def years_within(*, urns: Collection[str], first: date, last: date) -> list[int]:
    """Return the school years in which one of these schools teaches from one day to another."""
    found = TeachingDays.objects.filter(
        establishment__in=list(urns), first_day__lte=last, last_day__gte=first
    )
    return sorted(set(found.values_list("school_year", flat=True)))


def years_offered(today: date) -> list[int]:
    """Return the school years that may be published: those whose bank holidays are all known."""
    known_to = england_and_wales().last
    years = range(school_year_in(today) - YEARS_BACK, known_to.year)
    return [year for year in years if date(year + 1, 8, 31) <= known_to]


class Reach(StrEnum):
    """How far a school's term dates reach, seen from today."""

    FAR = "far"
    SOON = "soon"
    ENDED = "ended"


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldCalendar:
    """A school whose term dates are held, and how far ahead they reach.

    `next_year` is the one to be added, None where its bank holidays are not known yet.
    """

    urn: str
    name: str
    ends_on: date
    reach: Reach
    next_year: int | None


def held_calendars(*, words: str, today: date) -> list[HeldCalendar]:
    """Return the schools whose term dates are held, those that end first before the others.

    `words` are a part of a name or the beginning of a URN; without any, every school.
    """
    found = _matching(words).values_list("establishment", "establishment__name")
    ending = found.annotate(ends_on=Max("last_day"), latest=Max("school_year"))
    offered = years_offered(today)
    return [
        HeldCalendar(
            urn=urn,
            name=name,
            ends_on=ends_on,
            reach=_reach(ends_on, today),
            next_year=latest + 1 if latest + 1 in offered else None,
        )
        for urn, name, ends_on, latest in ending.order_by("ends_on", "establishment__name")
    ]


def _matching(words: str) -> QuerySet[TeachingDays]:
    if not words:
        return TeachingDays.objects.all()
    return TeachingDays.objects.filter(
        Q(establishment__name__icontains=words) | Q(establishment__urn__startswith=words)
    )


def _reach(ends_on: date, today: date) -> Reach:
    if ends_on < today:
        return Reach.ENDED
    return Reach.SOON if ends_on < today + AHEAD else Reach.FAR


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldYear:
    """One year of a school as it was published. `seen` names this version of it."""

    school_year: int
    terms: TermDates
    inset_days: frozenset[date]
    stretches: TermDates
    source: Source
    recorded_by: str
    recorded_at: datetime
    seen: str

    @property
    def title(self) -> str:
        return spoken(self.school_year)


def name_of(urn: str) -> str:
    """Return the name of an establishment; empty if it is not known."""
    return Establishment.objects.filter(urn=urn).values_list("name", flat=True).first() or ""


def held_years(urn: str) -> list[HeldYear]:
    """Return the years held for a school, the latest first."""
    rows = TeachingDays.objects.filter(establishment=urn).select_related("recorded_by")
    years: dict[int, list[TeachingDays]] = defaultdict(list)
    for row in rows.order_by("first_day"):
        years[row.school_year].append(row)
    inset_days: dict[int, set[date]] = defaultdict(set)
    for school_year, day in InsetDay.objects.filter(establishment=urn).values_list(
        "school_year", "day"
    ):
        inset_days[school_year].add(day)
    return [_held_year(years[year], inset_days[year]) for year in sorted(years, reverse=True)]


def _held_year(rows: list[TeachingDays], inset_days: set[date]) -> HeldYear:
    stretches = tuple((row.first_day, row.last_day) for row in rows)
    first = rows[0]
    return HeldYear(
        school_year=first.school_year,
        terms=as_published(stretches, inset_days),
        inset_days=frozenset(inset_days),
        stretches=stretches,
        source=Source(first.source),
        recorded_by=first.recorded_by.display_name,
        recorded_at=first.recorded_at,
        seen=str(first.pk),
    )
