"""A length of time, read from the words a person would write."""

import pytest

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
    WorkingDays,
    WorkingDaysBeginning,
)
from sendpath.core.law.counting.read import BadCount, read_count


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("24 hours after", Hours(24)),
        ("1 day after", Days(1)),
        ("15 days beginning", DaysBeginning(15)),
        ("14 days before", DaysBefore(14)),
        ("18 weeks after", Weeks(18)),
        ("5 weeks beginning", WeeksBeginning(5)),
        ("2 months after", Months(2)),
        ("12 months beginning", MonthsBeginning(12)),
        ("12 months before", MonthsBefore(12)),
        ("30 working days after", WorkingDays(30)),
        ("5 working days beginning", WorkingDaysBeginning(5)),
        ("15 school days after", SchoolDays(15)),
        ("6 school days beginning", SchoolDaysBeginning(6)),
        ("30 tribunal days after", TribunalDays(30)),
        ("on the day", OnTheDay()),
        ("before 15 February", Before(15, 2)),
        ("by 31 March", By(31, 3)),
    ],
)
def test_every_form_of_words_that_may_be_written(words, count):
    assert read_count(words) == count


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("18 weeks", Weeks(18)),
        ("1 school day", SchoolDays(1)),
        ("9999 days", Days(9999)),
        ("  15  Days\tBEGINNING ", DaysBeginning(15)),
        ("On  The Day", OnTheDay()),
        ("Before 1 JANUARY", Before(1, 1)),
        ("by 31 december", By(31, 12)),
        ("before 29 February", Before(29, 2)),
    ],
)
def test_after_may_be_left_out_and_capitals_and_spaces_do_not_matter(words, count):
    assert read_count(words) == count


@pytest.mark.parametrize(
    "words",
    [
        "",
        "weeks",
        "0 weeks",
        "10000 days",
        "-1 days",
        "18 fortnights",
        "18 hours before",  # a form that there is, of a length that it does not have
        "18 weeks after that",
        "about 18 weeks",
        "before 123 February",
    ],
)
def test_words_that_are_no_length_of_time_are_refused_with_what_to_write(words):
    with pytest.raises(BadCount) as refused:
        read_count(words)

    assert str(refused.value) == (
        f"“{words}” is not a length of time. Write one like “18 weeks after”, “15 days "
        "beginning”, “30 working days after” or “before 15 February”."
    )


@pytest.mark.parametrize(
    "words",
    ["before 30 February", "by 31 April", "by 0 March", "by 32 December", "By 1 Octember"],
)
def test_a_day_that_no_year_has_is_refused(words):
    with pytest.raises(BadCount) as refused:
        read_count(words)

    assert str(refused.value) == (
        f"“{words}” names no day of the year. Write one like “before 15 February”."
    )


@pytest.mark.parametrize("number", [1, 23, 25, 36])
def test_hours_that_end_at_another_time_of_day_are_refused(number):
    with pytest.raises(BadCount) as refused:
        read_count(f"{number} hours after")

    assert str(refused.value) == (
        f"{number} hours end at an hour of the day that is not kept. Write one like “24 hours "
        "after” or “72 hours after”."
    )
