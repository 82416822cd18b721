"""The forms of words in which a time limit is written, as values that a clock can hold.

Each knows the last day, how to say itself, and how to show its working to a parent.
"""

from sendpath.core.law.counting.dated import Before, By, DaysBefore, MonthsBefore, WholeDaysBetween
from sendpath.core.law.counting.days_off import (
    SchoolDays,
    SchoolDaysBeginning,
    TribunalDays,
    TribunalMonths,
    WorkingDays,
    WorkingDaysBeginning,
)
from sendpath.core.law.counting.protocol import Count, Ends
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

__all__ = [
    "Before",
    "By",
    "Count",
    "Days",
    "DaysBefore",
    "DaysBeginning",
    "Ends",
    "Hours",
    "Months",
    "MonthsBefore",
    "MonthsBeginning",
    "OnTheDay",
    "SchoolDays",
    "SchoolDaysBeginning",
    "TribunalDays",
    "TribunalMonths",
    "Weeks",
    "WeeksBeginning",
    "WholeDaysBetween",
    "WorkingDays",
    "WorkingDaysBeginning",
]
