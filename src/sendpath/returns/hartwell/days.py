"""Days on which an office works, drawn at random."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

SATURDAY = 5


def weekday_before(day: date) -> date:
    """Return the day itself, or the Friday before a weekend."""
    return day - timedelta(days=max(0, day.weekday() - SATURDAY + 1))


def weekday_after(day: date) -> date:
    """Return the day itself, or the Monday after a weekend."""
    return day + timedelta(days=7 - day.weekday() if day.weekday() >= SATURDAY else 0)


def weekday_between(rng: Random, first: date, last: date) -> date:
    """Return a weekday from `first` to `last`, which must be a week apart or hold one."""
    while True:
        day = first + timedelta(days=rng.randrange((last - first).days + 1))
        if day.weekday() < SATURDAY:
            return day


def flow_starts(year: int) -> date:
    """Return the first day of the year on which a plan of Hartwell may start or end.

    Survey day is 20 January at the latest. With nothing between New Year and survey day,
    what a calendar year adds and ends is what the next survey day finds.
    """
    return date(year, 1, 22)
