"""Counting days as the law's own words do, and refusing to guess past the calendar."""

from datetime import date, timedelta

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendpath.core import dates
from sendpath.core.dates import BeyondCalendar, Calendars, TribunalDay, england_and_wales

CALENDARS = england_and_wales()
TERMS = ((date(2026, 4, 13), date(2026, 5, 22)), (date(2026, 6, 1), date(2026, 7, 21)))
WITH_SCHOOL = Calendars(
    bank_holidays=CALENDARS.bank_holidays,
    first=CALENDARS.first,
    last=CALENDARS.last,
    schools={
        "Hartwell": TERMS,
        "next year": ((date(2026, 9, 2), date(2026, 10, 23)),),
        "two years on": (
            (date(2025, 9, 2), date(2025, 10, 21)),
            (date(2026, 6, 1), date(2026, 7, 1)),
        ),
    },
)


@pytest.mark.parametrize(
    ("count", "day", "number", "last"),
    [
        (dates.weeks_after, date(2026, 3, 2), 6, date(2026, 4, 13)),
        (dates.weeks_after, date(2026, 2, 15), 6, date(2026, 3, 29)),  # the clocks change
        (dates.days_after, date(2026, 5, 18), 15, date(2026, 6, 2)),
        (dates.days_beginning, date(2026, 6, 1), 15, date(2026, 6, 15)),
        (dates.days_beginning, date(2025, 2, 15), 15, date(2025, 3, 1)),
        (dates.months_after, date(2025, 12, 31), 2, date(2026, 2, 28)),
        (dates.months_after, date(2023, 12, 31), 2, date(2024, 2, 29)),
        (dates.months_after, date(2026, 9, 1), -12, date(2025, 9, 1)),
        (dates.months_beginning, date(2025, 3, 10), 12, date(2026, 3, 9)),
        (dates.months_beginning, date(2023, 3, 1), 12, date(2024, 2, 29)),
        (dates.months_beginning, date(2024, 2, 29), 12, date(2025, 2, 28)),
        (dates.months_beginning, date(2025, 11, 30), 3, date(2026, 2, 28)),
        (dates.months_beginning, date(2025, 12, 1), 3, date(2026, 2, 28)),
        (dates.months_beginning, date(2025, 2, 28), 12, date(2026, 2, 27)),
    ],
)
def test_last_day_of_a_period(count, day, number, last):
    assert count(day, number) == last


def test_before_a_date_leaves_the_date_out():
    assert dates.before_date(date(2026, 2, 15)) == date(2026, 2, 14)


def test_working_days_pass_over_easter():
    maundy_thursday = date(2026, 4, 2)

    assert dates.working_days_after(maundy_thursday, 3, CALENDARS) == date(2026, 4, 9)
    assert dates.working_days_beginning(maundy_thursday, 3, CALENDARS) == date(2026, 4, 8)


def test_school_days_pass_over_half_term():
    assert dates.school_days_after(date(2026, 5, 18), 15, "Hartwell", WITH_SCHOOL) == date(
        2026, 6, 15
    )


def test_the_summer_before_an_autumn_term_is_holiday():
    assert not WITH_SCHOOL.is_school_day(date(2026, 8, 1), "next year")


def test_a_holiday_is_no_school_day_from_its_first_day_to_its_last():
    half_term = [date(2026, 5, day) for day in (22, 23, 31)] + [date(2026, 6, 1)]

    taught = [WITH_SCHOOL.is_school_day(day, "Hartwell") for day in half_term]
    assert taught == [True, False, False, True]


def test_two_school_years_joined_are_read_as_one():
    last = dates.school_days_after(date(2026, 7, 20), 2, "Hartwell+next year", WITH_SCHOOL)

    assert last == date(2026, 9, 2)


@pytest.mark.parametrize(
    ("last_day", "moved"),
    [
        (date(2025, 9, 10), TribunalDay(date(2025, 9, 10))),
        (date(2025, 8, 20), TribunalDay(date(2025, 9, 1), "r12(3)(a)")),
        (date(2024, 8, 30), TribunalDay(date(2024, 9, 2), "r12(3)(a)")),
        (date(2025, 12, 24), TribunalDay(date(2025, 12, 24))),
        (date(2025, 12, 25), TribunalDay(date(2026, 1, 2), "r12(3)(a)")),
        (date(2023, 1, 1), TribunalDay(date(2023, 1, 3), "r12(3)(a)")),
        (date(2025, 1, 2), TribunalDay(date(2025, 1, 2))),
        (date(2026, 2, 28), TribunalDay(date(2026, 3, 2), "r12(2)")),
        (date(2022, 7, 31), TribunalDay(date(2022, 8, 1), "r12(2)", date(2022, 9, 1))),
        (date(2022, 12, 24), TribunalDay(date(2022, 12, 28), "r12(2)", date(2023, 1, 3))),
    ],
)
def test_rule_12_moves_a_last_day_and_never_stretches_the_period(last_day, moved):
    assert dates.tribunal_day(last_day, CALENDARS) == moved


def test_window_for_asking_a_school_that_closes_for_the_summer():
    window = dates.closure_window(date(2026, 7, 22), date(2026, 9, 2))

    assert window == (date(2026, 7, 15), date(2026, 8, 26))


@pytest.mark.parametrize(
    ("method", "arrives"),
    [
        ("portal", date(2026, 4, 13)),
        ("first_class_post", date(2026, 4, 15)),
        ("second_class_post", date(2026, 4, 17)),
    ],
)
def test_a_letter_is_taken_to_arrive_in_the_ordinary_course_of_post(method, arrives):
    assert dates.deemed_served(date(2026, 4, 13), method, CALENDARS) == arrives


def test_bank_holidays_agree_with_a_second_source_for_every_year():
    years = range(CALENDARS.first.year, CALENDARS.last.year + 1)
    second = holidays.country_holidays("GB", subdiv="ENG", years=years)

    assert {day for day in second if day.weekday() < 5} == CALENDARS.bank_holidays


@pytest.mark.parametrize("day", [date(2013, 12, 31), date(2028, 1, 1)])
def test_past_the_horizon_nothing_is_guessed(day):
    with pytest.raises(BeyondCalendar, match=r"core/data/bank-holidays\.csv"):
        CALENDARS.is_working_day(day)


@pytest.mark.parametrize(
    ("day", "school", "says"),
    [
        (date(2026, 7, 22), "Hartwell", "end before Wednesday 22 July 2026"),
        (date(2026, 4, 12), "Hartwell", "begin after Sunday 12 April 2026"),
        (date(2026, 7, 31), "next year", "begin after Friday 31 July 2026"),
        (date(2026, 5, 1), "Elsewhere", "under “Elsewhere”"),
        (date(2026, 5, 1), "two years on", "from Wednesday 22 October 2025 to Sunday 31 May 2026"),
    ],
)
def test_school_days_are_told_only_from_terms_that_are_held(day, school, says):
    with pytest.raises(BeyondCalendar, match=says):
        WITH_SCHOOL.is_school_day(day, school)


@pytest.mark.parametrize(
    ("day", "first"),
    [(date(2026, 7, 31), date(2025, 8, 1)), (date(2026, 8, 1), date(2026, 8, 1))],
)
def test_a_school_year_begins_after_july(day, first):
    assert dates.school_year(day) == (first, date(first.year + 1, 7, 31))


@pytest.mark.parametrize(
    ("day", "first", "last"),
    [
        (date(1, 7, 31), date(1, 1, 1), date(1, 7, 31)),
        (date(9999, 8, 1), date(9999, 8, 1), date(9999, 12, 31)),
    ],
)
def test_at_either_end_of_the_calendar_a_school_year_is_the_part_there_is(day, first, last):
    assert dates.school_year(day) == (first, last)


@given(st.dates(date(2014, 1, 1), date(2027, 9, 1)), st.integers(0, 60))
def test_working_days_walked_one_by_one_come_to_the_same_day(day, number):
    last = dates.working_days_after(day, number, CALENDARS)
    walked = [day + timedelta(n) for n in range(1, (last - day).days + 1)]

    assert sum(CALENDARS.is_working_day(d) for d in walked) == number


@given(st.dates(date(2014, 1, 1), date(2060, 1, 1)), st.integers(1, 24))
def test_a_period_starting_with_a_day_is_followed_by_the_first_day_without_it(day, months):
    last = dates.months_beginning(day, months)
    after = dates.months_after(day, months)

    if after.day == day.day:
        assert last == after - timedelta(days=1)
    else:
        assert (last, (last + timedelta(days=1)).day) == (after, 1)
