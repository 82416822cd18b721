"""Reads a length of time from the words a person would write: “18 weeks after”."""

from __future__ import annotations

import re
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

_COUNTS: Mapping[tuple[str, str], Callable[[int], Count]] = {
    ("hour", "after"): Hours,
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
_MONTHS = [f"{date(2000, month, 1):%B}".lower() for month in range(1, 13)]


class BadCount(ValueError):
    """Words that are no length of time; the message says what may be written."""


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
    day, month = int(named[2]), _MONTHS.index(named[3]) + 1 if named[3] in _MONTHS else 0
    if not month or not 1 <= day <= (29 if month == 2 else 31):
        raise BadCount(f"“{words}” names no day of the year. Write one like “before 15 February”.")
    return Before(day, month) if named[1] == "before" else By(day, month)
