"""A school's own year: what is left out of it, what is counted, and when it is closed."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendpath.core import terms
from sendpath.core.dates import BeyondCalendar, england_and_wales

CALENDARS = england_and_wales()
AUTUMN = (date(2026, 9, 1), date(2026, 10, 23))


@pytest.mark.parametrize(
    ("days", "stretches"),
    [
        ([], [AUTUMN]),
        ([date(2026, 9, 1)], [(date(2026, 9, 2), date(2026, 10, 23))]),
        ([date(2026, 10, 23)], [(date(2026, 9, 1), date(2026, 10, 22))]),
        (
            [date(2026, 10, 5)],
            [(date(2026, 9, 1), date(2026, 10, 4)), (date(2026, 10, 6), date(2026, 10, 23))],
        ),
        ([date(2026, 8, 31), date(2026, 10, 24)], [AUTUMN]),
    ],
)
def test_a_day_left_out_splits_the_term_it_falls_in(days, stretches):
    assert terms.without((AUTUMN,), days) == tuple(stretches)


def test_a_term_of_one_day_that_is_left_out_is_no_term():
    day = date(2026, 9, 1)

    assert terms.without(((day, day),), [day]) == ()


inside = st.dates(date(2026, 9, 2), date(2026, 10, 22))


@given(st.sets(inside, max_size=6))
def test_terms_are_whole_again_once_their_inset_days_are_known(days):
    stretches = terms.without((AUTUMN,), days)

    assert all(first <= last for first, last in stretches)
    assert terms.as_published(stretches, days) == (AUTUMN,)


def test_a_holiday_of_one_day_that_is_no_inset_day_parts_two_terms():
    two = ((date(2026, 9, 1), date(2026, 9, 3)), (date(2026, 9, 5), date(2026, 9, 9)))

    assert terms.as_published(two, ()) == two


def test_school_days_are_counted_by_month_without_weekends_and_bank_holidays():
    year = ((date(2026, 4, 27), date(2026, 5, 22)), (date(2026, 7, 1), date(2026, 7, 2)))

    assert terms.school_days_by_month(year, CALENDARS) == (
        (date(2026, 4, 1), 4),
        (date(2026, 5, 1), 15),  # Monday 4 May is a bank holiday
        (date(2026, 6, 1), 0),
        (date(2026, 7, 1), 2),
    )


def test_past_the_bank_holidays_no_month_is_counted():
    with pytest.raises(BeyondCalendar):
        terms.school_days_by_month(((date(2027, 12, 31), date(2028, 1, 4)),), CALENDARS)


def test_a_school_year_takes_in_the_last_days_of_august_on_either_side():
    assert terms.school_year_reaches(2025) == (date(2025, 8, 1), date(2026, 8, 31))


@pytest.mark.parametrize(
    ("day", "year"), [(date(2026, 7, 31), 2025), (date(2026, 8, 1), 2026), (date(2027, 1, 4), 2026)]
)
def test_a_school_year_is_asked_for_by_the_year_in_which_it_began(day, year):
    assert terms.school_year_in(day) == year


def test_a_school_year_is_spoken_of_by_both_its_calendar_years():
    assert terms.spoken(2025) == "2025 to 2026"


def closures(*stretches):
    return terms.closures("EX", replace(CALENDARS, schools={"EX": stretches}))


@pytest.mark.parametrize(("days", "told"), [(91, True), (94, False)])  # a Friday, the Monday
def test_what_is_longer_than_any_holiday_is_a_year_that_is_not_held(days, told):
    last = date(2026, 3, 20)
    opens = last + timedelta(days)

    found = closures((date(2026, 1, 5), last), (opens, date(2026, 7, 21)))

    assert found == (((last + timedelta(1), opens),) if told else ())


def test_terms_that_follow_each_other_leave_no_closure():
    thursday, friday = date(2026, 3, 26), date(2026, 3, 27)

    assert closures((date(2026, 1, 5), thursday), (friday, date(2026, 7, 21))) == ()


def test_a_term_of_one_day_parts_two_closures():
    one_day = date(2026, 4, 15)

    assert closures(
        (date(2026, 1, 5), date(2026, 3, 26)),
        (one_day, one_day),
        (date(2026, 6, 1), date(2026, 7, 21)),
    ) == ((date(2026, 3, 27), one_day), (date(2026, 4, 16), date(2026, 6, 1)))


def test_a_school_closes_after_its_last_school_day_and_opens_on_its_next():
    to_saturday = (date(2026, 1, 5), date(2026, 3, 28))
    from_easter_monday = (date(2026, 4, 6), date(2026, 7, 21))

    assert closures(to_saturday, from_easter_monday) == ((date(2026, 3, 28), date(2026, 4, 7)),)


@pytest.mark.parametrize(
    ("inset", "back"),
    [
        ([], date(2026, 9, 8)),
        ([date(2026, 9, 7)], date(2026, 9, 7)),
        ([date(2026, 9, 4), date(2026, 9, 7)], date(2026, 9, 4)),  # over a weekend
        ([date(2026, 8, 28), *(date(2026, 9, day) for day in (1, 2, 3, 4, 7))], date(2026, 8, 28)),
        ([date(2026, 9, 4)], date(2026, 9, 8)),  # a day off between
    ],
)
def test_staff_are_back_on_the_first_inset_day_that_runs_up_to_the_pupils(inset, back):
    calendars = replace(CALENDARS, inset_days={"EX": frozenset(inset)})

    assert terms.staff_back(date(2026, 9, 8), "EX", calendars) == back
