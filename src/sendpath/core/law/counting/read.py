"""Reads a length of time from the words a person would write: “18 weeks after”."""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Callable, Mapping
from datetime import date

from sendpath.core.law.counting.dated import Before, By, DaysBefore, MonthsBefore
from sendpath.core.law.counting.days_off import (
    SchoolDays,
    SchoolDaysBeginning,
    TribunalDays,
    WorkingDays,
    WorkingDaysBeginning,
)
from sendpath.core.law.counting.protocol import Count
from sendpath.core.law.counting.straight import (
    Days,
    DaysBeginning,
    Hours,
    Months,
    MonthsBeginning,
    OnTheDay,
    Weeks,
    WeeksBeginning,
)


class BadCount(ValueError):
    """Words that are no length of time; the message says what may be written."""


def _hours(number: int) -> Count:
    if number % 24:
        raise BadCount(
            f"{number} hours end at an hour of the day that is not kept. Write one like “24 hours "
            "after” or “72 hours after”."
        )
    return Hours(number)


_COUNTS: Mapping[tuple[str, str], Callable[[int], Count]] = {
    ("hour", "after"): _hours,
    ("day", "after"): Days,
    ("day", "beginning"): DaysBeginning,
    ("day", "before"): DaysBefore,
    ("week", "after"): Weeks,
    ("week", "beginning"): WeeksBeginning,
    ("month", "after"): Months,
    ("month", "beginning"): MonthsBeginning,
    ("month", "before"): MonthsBefore,
    ("working day", "after"): WorkingDays,
    ("working day", "beginning"): WorkingDaysBeginning,
    ("school day", "after"): SchoolDays,
    ("school day", "beginning"): SchoolDaysBeginning,
    ("tribunal day", "after"): TribunalDays,
}
_MONTHS = {month_name[month].lower(): month for month in range(1, 13)}


def read_count(words: str) -> Count:
    """Return the length of time that words name.

    “18 weeks after”, “15 days beginning”, “14 days before”, “30 working days after”, “15 school
    days after”, “before 15 February”, “by 31 March”, “on the day”. “After” leaves the first day
    out and may itself be left out; “beginning” counts it. Raises `BadCount` for anything else.
    """
    text = " ".join(words.lower().split())
    if text == "on the day":
        return OnTheDay()
    if named := re.fullmatch(r"(before|by) (\d{1,2}) ([a-z]+)", text):
        return _on_a_date(named, words)
    length = re.fullmatch(r"(\d{1,4}) (.+?)s?(?: (after|beginning|before))?", text)
    count = _COUNTS.get((length[2], length[3] or "after")) if length else None
    if length is None or count is None or int(length[1]) == 0:
        raise BadCount(
            f"“{words}” is not a length of time. Write one like “18 weeks after”, “15 days "
            "beginning”, “30 working days after” or “before 15 February”."
        )
    return count(int(length[1]))


def _on_a_date(named: re.Match[str], words: str) -> Count:
    try:
        day = date(2000, _MONTHS[named[3]], int(named[2]))  # a leap year, for 29 February
    except (KeyError, ValueError):
        raise BadCount(
            f"“{words}” names no day of the year. Write one like “before 15 February”."
        ) from None
    return (Before if named[1] == "before" else By)(day.day, day.month)
