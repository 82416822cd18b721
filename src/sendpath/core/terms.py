"""A school's own year: when it teaches, which days are left out, and when it is closed.

School days are days on which there is a session for pupils (Education Act 1996, section 579).
A school year runs from the first term that begins after July to the first that begins after the
July that follows (the same section): some schools are back in the last days of August, so it is
not told from 1 September.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from datetime import date, timedelta
from itertools import pairwise

from sendpath.core.dates import (
    AUGUST,
    DAY,
    LONGEST_HOLIDAY,
    SATURDAY,
    Calendars,
    TermDates,
    next_working_day,
)


def school_year_reaches(year: int) -> tuple[date, date]:
    """Return the first and last day that can belong to the school year that began in `year`.

    Two years meet in August: a school's own terms say where one ends and the next begins.
    """
    return date(year, AUGUST, 1), date(year + 1, AUGUST, 31)


def school_year_in(day: date) -> int:
    """Return the calendar year in which the school year of a day began; they meet on 1 August."""
    return day.year if day.month >= AUGUST else day.year - 1


def spoken(year: int) -> str:
    """Return a school year as it is spoken of: 2025 to 2026."""
    return f"{year} to {year + 1}"


def without(terms: TermDates, days: Iterable[date]) -> TermDates:
    """Return terms with single days left out: each splits the term in which it falls."""
    left_out = set(days)
    return tuple(stretch for first, last in terms for stretch in _around(first, last, left_out))


def _around(first: date, last: date, left_out: Collection[date]) -> Iterable[tuple[date, date]]:
    for day in sorted(day for day in left_out if first <= day <= last):
        if first < day:
            yield first, day - DAY
        first = day + DAY
    if first <= last:
        yield first, last


def as_published(stretches: TermDates, inset_days: Collection[date]) -> TermDates:
    """Return the terms that were split by these days, each in one piece again."""
    terms: list[tuple[date, date]] = []
    for first, last in sorted(stretches):
        if terms and all(day in inset_days for day in _between(terms[-1][1], first)):
            terms[-1] = terms[-1][0], last
        else:
            terms.append((first, last))
    return tuple(terms)


def _between(last: date, first: date) -> Iterable[date]:
    return (last + timedelta(n) for n in range(1, (first - last).days))


def school_days_by_month(
    stretches: TermDates, calendars: Calendars
) -> tuple[tuple[date, int], ...]:
    """Return the first day of each month of a year, and how many days the school teaches in it.

    Months without any are there too. Raises `BeyondCalendar` past the bank holidays we hold.
    """
    counts: Counter[date] = Counter()
    for first, last in stretches:
        for n in range((last - first).days + 1):
            day = first + timedelta(n)
            counts[day.replace(day=1)] += calendars.is_working_day(day)
    if not counts:
        return ()
    month, found = min(counts), []
    while month <= max(counts):
        found.append((month, counts[month]))
        month = (month + timedelta(days=31)).replace(day=1)
    return tuple(found)


def closures(school: str, calendars: Calendars) -> tuple[tuple[date, date], ...]:
    """Return when a school is closed to pupils: the first day closed, and the day it re-opens.

    Weekends, bank holidays and INSET days at either end of a term are part of the closure.
    Where a year between two others is not held, nothing is known of the time between.
    """
    taught = [
        (next_working_day(first, calendars), _working_day_by(last, calendars))
        for first, last in calendars.terms_of(school)
    ]
    return tuple(
        (last + DAY, opens)
        for (_, last), (opens, _) in pairwise(
            (first, last) for first, last in taught if first <= last
        )
        if DAY < opens - last <= LONGEST_HOLIDAY
    )


def staff_back(reopens: date, school: str, calendars: Calendars) -> date:
    """Return the first of the INSET days that run up to a school's re-opening; itself if none."""
    inset_days = calendars.inset_days.get(school, frozenset())
    back, day = reopens, reopens - DAY
    while day in inset_days or day.weekday() >= SATURDAY or day in calendars.bank_holidays:
        back = day if day in inset_days else back
        day -= DAY
    return back


def _working_day_by(day: date, calendars: Calendars) -> date:
    while not calendars.is_working_day(day):
        day -= DAY
    return day
