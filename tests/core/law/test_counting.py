"""Every form of words for a length of time: its last day, how it is said, and its whole working.

Each count stands here once as one and once as several, where its last day is easy to get wrong:
short months, 29 February, Good Friday, August, Christmas, INSET days.
"""

from dataclasses import replace
from datetime import date

import pytest

from core.law.cases import CALENDARS
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

STRAIGHT_THROUGH = [
    (
        Weeks(1), date(2024, 2, 22), date(2024, 2, 29), "1 week",
        "The limit is 1 week: 7 days, counted straight through school holidays, bank holidays "
        "and weekends. 22 February 2024 + 7 days = Thursday 29 February 2024.",
    ),
    (
        Weeks(6), date(2025, 11, 24), date(2026, 1, 5), "6 weeks",
        "The limit is 6 weeks: 42 days, counted straight through school holidays, bank holidays "
        "and weekends. 24 November 2025 + 42 days = Monday 5 January 2026.",
    ),
    (
        WeeksBeginning(1), date(2026, 2, 23), date(2026, 3, 1),
        "1 week beginning with the first day",
        "The period is 1 week, 7 days, weekends and holidays included. 23 February 2026 is day "
        "1, so day 7 is Sunday 1 March 2026.",
    ),
    (
        WeeksBeginning(5), date(2026, 3, 26), date(2026, 4, 29),
        "5 weeks beginning with the first day",
        "The period is 5 weeks, 35 days, weekends and holidays included. 26 March 2026 is day "
        "1, so day 35 is Wednesday 29 April 2026.",
    ),
    (
        Days(1), date(2024, 2, 28), date(2024, 2, 29), "1 day",
        "The limit is 1 day, weekends and holidays included. 28 February 2024 + 1 day = "
        "Thursday 29 February 2024.",
    ),
    (
        Days(15), date(2026, 5, 18), date(2026, 6, 2), "15 days",
        "The limit is 15 days, weekends and holidays included. 18 May 2026 + 15 days = "
        "Tuesday 2 June 2026.",
    ),
    (
        DaysBeginning(1), date(2025, 12, 25), date(2025, 12, 25), "1 day beginning with the first",
        "The period is 1 day, weekends and holidays included. 25 December 2025 is day 1, so "
        "day 1 is Thursday 25 December 2025.",
    ),
    (
        DaysBeginning(15), date(2026, 6, 1), date(2026, 6, 15),
        "15 days beginning with the first",
        "The period is 15 days, weekends and holidays included. 1 June 2026 is day 1, so "
        "day 15 is Monday 15 June 2026.",
    ),
    (
        Months(1), date(2026, 1, 31), date(2026, 2, 28), "1 month",
        "The limit is 1 month: the same date of the month, 1 month on. From 31 January 2026 "
        "that is Saturday 28 February 2026. That month is shorter, so its last day is taken.",
    ),
    (
        Months(2), date(2025, 6, 20), date(2025, 8, 20), "2 months",
        "The limit is 2 months: the same date of the month, 2 months on. From 20 June 2025 "
        "that is Wednesday 20 August 2025.",
    ),
    (
        MonthsBeginning(1), date(2024, 2, 1), date(2024, 2, 29),
        "1 month starting with the first day",
        "The period is 1 month and 1 February 2024 is its first day, so it ends the day before "
        "the same date comes round: Thursday 29 February 2024.",
    ),
    (
        MonthsBeginning(12), date(2025, 3, 10), date(2026, 3, 9),
        "12 months starting with the first day",
        "The period is 12 months and 10 March 2025 is its first day, so it ends the day before "
        "the same date comes round: Monday 9 March 2026.",
    ),
    (
        MonthsBeginning(1), date(2026, 1, 31), date(2026, 2, 28),
        "1 month starting with the first day",
        "The period is 1 month and 31 January 2026 is its first day. The month it ends in has "
        "no day 31, so its last day is Saturday 28 February 2026.",
    ),
    (
        OnTheDay(), date(2026, 4, 5), date(2026, 4, 5), "on the same day",
        "No more time is allowed: the last day is Sunday 5 April 2026 itself.",
    ),
    (
        Hours(24), date(2026, 2, 28), date(2026, 3, 1), "24 hours",
        "The limit is 24 hours, counted straight through nights and weekends: to the same hour "
        "on Sunday 1 March 2026.",
    ),
    (
        Hours(72), date(2024, 2, 28), date(2024, 3, 2), "72 hours",
        "The limit is 72 hours, counted straight through nights and weekends: to the same hour "
        "on Saturday 2 March 2024.",
    ),
]  # fmt: skip

DATED = [
    (
        Before(15, 2), date(2026, 9, 1), date(2026, 2, 14), "before 15 February",
        "The limit is before 15 February in the calendar year of the move, 2026. “Before” leaves "
        "that date out, so the last day is Saturday 14 February 2026.",
    ),
    (
        Before(1, 3), date(2024, 9, 1), date(2024, 2, 29), "before 1 March",
        "The limit is before 1 March in the calendar year of the move, 2024. “Before” leaves "
        "that date out, so the last day is Thursday 29 February 2024.",
    ),
    (
        By(31, 3), date(2026, 9, 1), date(2026, 3, 31), "by 31 March",
        "The date is by 31 March in the calendar year of the move: Tuesday 31 March 2026.",
    ),
    (
        DaysBefore(1), date(2024, 3, 1), date(2024, 2, 29), "at least 1 day before",
        "It must be done at least 1 day before 1 March 2024: 1 March 2024 − 1 day = Thursday 29 "
        "February 2024.",
    ),
    (
        DaysBefore(14), date(2026, 3, 15), date(2026, 3, 1), "at least 14 days before",
        "It must be done at least 14 days before 15 March 2026: 15 March 2026 − 14 days = Sunday "
        "1 March 2026.",
    ),
    (
        WholeDaysBetween(1), date(2024, 3, 2), date(2024, 2, 29), "1 whole day before",
        "1 whole day must lie between it and 2 March 2024, neither of them counted: Thursday 29 "
        "February 2024.",
    ),
    (
        WholeDaysBetween(14), date(2026, 3, 15), date(2026, 2, 28), "14 whole days before",
        "14 whole days must lie between it and 15 March 2026, neither of them counted: Saturday "
        "28 February 2026.",
    ),
    (
        MonthsBefore(1), date(2026, 3, 31), date(2026, 2, 28), "at least 1 month before",
        "It must be done at least 1 month before 31 March 2026. The same date of the month, 1 "
        "month back, is Saturday 28 February 2026. That month is shorter, so its last day is "
        "taken.",
    ),
    (
        MonthsBefore(12), date(2026, 9, 1), date(2025, 9, 1), "at least 12 months before",
        "It must be done at least 12 months before 1 September 2026. The same date of the month, "
        "12 months back, is Monday 1 September 2025.",
    ),
]  # fmt: skip

WITHOUT_DAYS_OFF = [
    (
        WorkingDays(1), date(2026, 4, 2), date(2026, 4, 7), "1 working day",
        "The limit is 1 working day. Weekends and bank holidays of England and Wales are left "
        "out. Counted from the day after 2 April 2026, working day 1 is Tuesday 7 April 2026.",
    ),
    (
        WorkingDays(3), date(2025, 12, 24), date(2025, 12, 31), "3 working days",
        "The limit is 3 working days. Weekends and bank holidays of England and Wales are left "
        "out. Counted from the day after 24 December 2025, working day 3 is Wednesday 31 "
        "December 2025.",
    ),
    (
        WorkingDaysBeginning(1), date(2026, 4, 3), date(2026, 4, 7),
        "1 working day beginning with the first day",
        "The period is 1 working day. Weekends and bank holidays of England and Wales are left "
        "out. Counted from 3 April 2026 itself, working day 1 is Tuesday 7 April 2026.",
    ),
    (
        WorkingDaysBeginning(3), date(2026, 4, 2), date(2026, 4, 8),
        "3 working days beginning with the first day",
        "The period is 3 working days. Weekends and bank holidays of England and Wales are left "
        "out. Counted from 2 April 2026 itself, working day 3 is Wednesday 8 April 2026.",
    ),
    (
        SchoolDays(1), date(2026, 2, 13), date(2026, 2, 24), "1 school day",
        "The limit is 1 school day. Only days on which this school teaches count: no weekends, "
        "holidays or INSET days. Counted from the day after 13 February 2026, school day 1 is "
        "Tuesday 24 February 2026.",
    ),
    (
        SchoolDays(15), date(2026, 5, 18), date(2026, 6, 15), "15 school days",
        "The limit is 15 school days. Only days on which this school teaches count: no weekends, "
        "holidays or INSET days. Counted from the day after 18 May 2026, school day 15 is Monday "
        "15 June 2026.",
    ),
    (
        SchoolDaysBeginning(1), date(2026, 2, 23), date(2026, 2, 24),
        "1 school day beginning with the first day",
        "The period is 1 school day. Only days on which this school teaches count: no weekends, "
        "holidays or INSET days. Counted from 23 February 2026 itself, school day 1 is Tuesday "
        "24 February 2026.",
    ),
    (
        SchoolDaysBeginning(2), date(2026, 5, 1), date(2026, 5, 5),  # 4 May is a bank holiday
        "2 school days beginning with the first day",
        "The period is 2 school days. Only days on which this school teaches count: no weekends, "
        "holidays or INSET days. Counted from 1 May 2026 itself, school day 2 is Tuesday 5 May "
        "2026.",
    ),
    (
        TribunalDays(1), date(2026, 7, 31), date(2026, 9, 1), "1 working day of the Tribunal",
        "The limit is 1 working day. Weekends and bank holidays of England and Wales are left "
        "out, and so are all of August and 25 December to 1 January. Counted from the day after "
        "31 July 2026, day 1 is Tuesday 1 September 2026.",
    ),
    (
        TribunalDays(2), date(2025, 12, 24), date(2026, 1, 5), "2 working days of the Tribunal",
        "The limit is 2 working days. Weekends and bank holidays of England and Wales are left "
        "out, and so are all of August and 25 December to 1 January. Counted from the day after "
        "24 December 2025, day 2 is Monday 5 January 2026.",
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("count", "start", "last", "words", "working"),
    [*STRAIGHT_THROUGH, *DATED, *WITHOUT_DAYS_OFF],
)
def test_a_count_knows_its_last_day_its_words_and_its_working(count, start, last, words, working):
    assert count.last_day(start, WITH_SCHOOL, "Hartwell") == last
    assert str(count) == words
    assert count.working(start, last) == working
