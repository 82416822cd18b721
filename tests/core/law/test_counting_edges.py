"""Where a length of time ends at the edges of the calendar, and which day it counts first."""

from dataclasses import replace
from datetime import date

import pytest

from core.law.cases import CALENDARS
from sendpath.core.dates import BeyondCalendar
from sendpath.core.law.counting import (
    Before,
    By,
    Days,
    DaysBefore,
    DaysBeginning,
    Hours,
    Months,
    MonthsBefore,
    MonthsBeginning,
    OnTheDay,
    SchoolDays,
    SchoolDaysBeginning,
    TribunalDays,
    TribunalMonths,
    Weeks,
    WeeksBeginning,
    WholeDaysBetween,
    WorkingDays,
    WorkingDaysBeginning,
)

WITH_SCHOOL = replace(
    CALENDARS,
    schools={
        "Hartwell": (
            (date(2026, 1, 5), date(2026, 2, 13)),
            (date(2026, 2, 24), date(2026, 3, 27)),  # Monday the 23rd was an INSET day
            (date(2026, 4, 13), date(2026, 5, 22)),
            (date(2026, 6, 1), date(2026, 7, 21)),
        )
    },
)


@pytest.mark.parametrize(
    ("count", "start", "last", "words"),
    [
        (TribunalMonths(1), date(2025, 7, 1), date(2025, 9, 1), "1 month, moved by rule 12"),
        (TribunalMonths(2), date(2025, 12, 31), date(2026, 3, 2), "2 months, moved by rule 12"),
    ],
)
def test_months_that_rule_12_moves_are_only_another_reading_and_show_no_working(
    count, start, last, words
):
    assert (count.last_day(start, CALENDARS, ""), str(count)) == (last, words)


@pytest.mark.parametrize(
    ("count", "start", "last"),
    [
        (Months(1), date(2024, 1, 30), date(2024, 2, 29)),
        (Months(12), date(2024, 2, 29), date(2025, 2, 28)),
        (Months(48), date(2024, 2, 29), date(2028, 2, 29)),
        (MonthsBeginning(12), date(2023, 3, 1), date(2024, 2, 29)),
        (MonthsBeginning(12), date(2024, 2, 29), date(2025, 2, 28)),
        (MonthsBefore(12), date(2024, 2, 29), date(2023, 2, 28)),
        (Before(1, 1), date(2026, 9, 1), date(2025, 12, 31)),
        (By(29, 2), date(2024, 9, 1), date(2024, 2, 29)),
        (WorkingDays(1), date(2025, 12, 24), date(2025, 12, 29)),
        (WorkingDays(1), date(2026, 12, 25), date(2026, 12, 29)),  # Boxing Day moves to the 28th
        (WorkingDaysBeginning(1), date(2026, 4, 2), date(2026, 4, 2)),
        (SchoolDays(1), date(2026, 3, 27), date(2026, 4, 13)),
        (SchoolDaysBeginning(1), date(2026, 2, 13), date(2026, 2, 13)),
        (TribunalDays(1), date(2026, 7, 30), date(2026, 7, 31)),
        (TribunalDays(1), date(2025, 12, 23), date(2025, 12, 24)),
        (TribunalDays(1), date(2026, 4, 2), date(2026, 4, 7)),
        (TribunalDays(30), date(2025, 7, 21), date(2025, 9, 30)),
        (TribunalMonths(2), date(2025, 6, 30), date(2025, 9, 1)),
        (TribunalMonths(2), date(2025, 7, 1), date(2025, 9, 1)),
        (TribunalMonths(2), date(2025, 10, 24), date(2025, 12, 24)),
        (TribunalMonths(2), date(2025, 10, 25), date(2026, 1, 2)),
    ],
)
def test_the_last_day_at_the_edges_of_the_calendar(count, start, last):
    assert count.last_day(start, WITH_SCHOOL, "Hartwell") == last


@pytest.mark.parametrize("count", [SchoolDays(1), SchoolDaysBeginning(1)])
def test_school_days_are_those_of_one_school_and_no_other(count):
    with pytest.raises(BeyondCalendar, match="“Elsewhere”"):
        count.last_day(date(2026, 2, 13), WITH_SCHOOL, "Elsewhere")


@pytest.mark.parametrize(
    ("counts", "first_day_is"),
    [
        ([Weeks, Days, Months, Hours, WorkingDays, SchoolDays, TribunalDays], 0),
        ([WeeksBeginning, DaysBeginning, MonthsBeginning], 1),
        ([WorkingDaysBeginning, SchoolDaysBeginning], 1),
        ([DaysBefore, MonthsBefore, WholeDaysBetween], None),
    ],
)
def test_the_day_that_starts_it_is_day_0_or_day_1_or_has_no_number(counts, first_day_is):
    assert {count(24).first_day_is for count in counts} == {first_day_is}


@pytest.mark.parametrize("count", [Before(15, 2), By(15, 2), OnTheDay()])
def test_a_date_named_numbers_no_days(count):
    assert count.first_day_is is None
