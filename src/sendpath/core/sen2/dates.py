"""Dates as SEN2 writes them, and the few sums the rules make with them.

A date is ccyy-mm-dd and nothing else: 06/05/2014 may be May or June, so it is refused
and never guessed.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import lru_cache

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}")


@lru_cache(maxsize=20_000)
def real_date(text: str | None) -> date | None:
    """Return the calendar date, or None where there is none or it is written otherwise."""
    if text is None or not _DATE.fullmatch(text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def real_moment(text: str) -> datetime | None:
    """Return the moment in local time, or None where it is written otherwise."""
    if not _MOMENT.fullmatch(text):
        return None
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def age_on(birth: date, day: date) -> int:
    """Return the age in whole years; someone born on 29 February ages on 1 March."""
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))


def months_after(day: date, months: int) -> date:
    """Return the same day of the month so many months later, or the month's last day.

    A negative number of months goes back.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, min(day.day, last))
        except ValueError:
            continue
    raise ValueError(f"No month has day {day.day}.")


def school_year_start(day: date) -> date:
    """Return 1 September of the academic year that contains the day."""
    return date(day.year if day.month >= 9 else day.year - 1, 9, 1)
