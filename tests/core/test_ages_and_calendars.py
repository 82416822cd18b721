"""Ages and spans of days to the day, and what the calendars know."""

from contextlib import nullcontext
from dataclasses import replace
from datetime import date, timedelta

import pytest

from sendpath.core import dates
from sendpath.core.dates import BeyondCalendar, england_and_wales

CALENDARS = england_and_wales()
SPRING = (date(2026, 4, 13), date(2026, 5, 22))
SUMMER = (date(2026, 6, 1), date(2026, 7, 21))
WITH_SCHOOL = replace(CALENDARS, schools={"Hartwell": (SPRING, SUMMER)})


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2025, 11, 24), "Monday 24 November 2025"),
        (date(2024, 2, 29), "Thursday 29 February 2024"),
        (date(2026, 3, 1), "Sunday 1 March 2026"),
    ],
)
def test_a_day_is_said_as_letters_write_it(day, words):
    assert dates.in_words(day) == words


@pytest.mark.parametrize(
    ("day", "born", "age"),
    [
        (date(2026, 6, 14), date(2010, 6, 15), 15),
        (date(2026, 6, 15), date(2010, 6, 15), 16),
        (date(2026, 7, 14), date(2010, 6, 15), 16),
        (date(2026, 2, 28), date(2008, 2, 29), 17),
        (date(2026, 3, 1), date(2008, 2, 29), 18),
        (date(2028, 2, 29), date(2008, 2, 29), 20),
        (date(2026, 1, 1), date(2025, 12, 31), 0),
    ],
)
def test_somebody_is_a_year_older_on_their_birthday(day, born, age):
    assert dates.age_on(day, born) == age


@pytest.mark.parametrize(
    ("born", "age", "day"),
    [
        (date(2010, 6, 15), 16, date(2026, 6, 15)),
        (date(2008, 2, 29), 18, date(2026, 3, 1)),
        (date(2008, 2, 29), 20, date(2028, 2, 29)),
    ],
)
def test_somebody_born_on_29_february_reaches_an_age_on_1_march(born, age, day):
    assert dates.birthday(born, age) == day


@pytest.mark.parametrize(
    ("first", "last", "days"),
    [
        (date(2026, 4, 2), date(2026, 4, 2), 1),
        (date(2026, 4, 3), date(2026, 4, 6), 0),  # Good Friday to Easter Monday
        (date(2026, 4, 2), date(2026, 4, 7), 2),
        (date(2026, 4, 8), date(2026, 4, 7), 0),
    ],
)
def test_working_days_from_one_to_another_count_both(first, last, days):
    assert dates.working_days_inclusive(first, last, CALENDARS) == days


@pytest.mark.parametrize(
    ("born", "ends"),
    [
        (date(2009, 8, 31), date(2025, 6, 27)),
        (date(2009, 9, 1), date(2026, 6, 26)),
        (date(2008, 2, 29), date(2024, 6, 28)),
        (date(2006, 9, 1), date(2023, 6, 30)),  # the 30th is a Friday
        (date(2005, 9, 1), date(2022, 6, 24)),  # a Thursday
        (date(2012, 9, 1), date(2029, 6, 29)),  # a Saturday
    ],
)
def test_compulsory_school_age_ends_on_the_last_friday_in_june_of_the_year_of_turning_16(
    born, ends
):
    assert dates.end_of_compulsory_school_age(born) == ends


@pytest.mark.parametrize(
    ("first", "last", "days"),
    [
        (date(2024, 2, 28), date(2024, 3, 1), 3),
        (date(2026, 2, 28), date(2026, 2, 28), 1),
        (date(2026, 3, 1), date(2026, 2, 28), 0),
        (date(2026, 3, 2), date(2026, 2, 28), 0),
    ],
)
def test_days_from_one_to_another_count_both(first, last, days):
    assert dates.days_inclusive(first, last) == days


@pytest.mark.parametrize(
    ("spans", "days"),
    [
        ([], 0),
        ([(date(2026, 1, 1), date(2026, 2, 1))], 1),
        ([(date(2026, 1, 1), date(2026, 1, 31))], 0),
        ([(date(2026, 2, 28), date(2026, 4, 1))], 1),
        ([(date(2026, 3, 1), date(2026, 4, 1))], 0),
        ([(date(2026, 1, 1), date(2026, 4, 1))], 28),
        ([(date(2026, 2, 1), date(2026, 2, 3)), (date(2026, 2, 10), date(2026, 2, 19))], 10),
        ([(date(2026, 2, 10), date(2026, 2, 19)), (date(2026, 2, 1), date(2026, 2, 3))], 10),
    ],
)
def test_the_longest_span_inside_february_is_never_added_to_another(spans, days):
    assert dates.overlap(date(2026, 2, 1), date(2026, 2, 28), spans) == days


def test_post_of_no_class_arrives_as_first_class_does_and_a_message_at_once():
    friday = date(2026, 4, 10)

    assert dates.deemed_served(friday, "post", CALENDARS) == date(2026, 4, 14)
    assert dates.deemed_served(date(2026, 4, 11), "email", CALENDARS) == date(2026, 4, 11)


@pytest.mark.parametrize(
    ("last_day", "moved"),
    [
        (date(2026, 7, 31), dates.TribunalDay(date(2026, 7, 31))),
        (date(2026, 8, 1), dates.TribunalDay(date(2026, 9, 1), "r12(3)(a)")),
        (date(2026, 8, 31), dates.TribunalDay(date(2026, 9, 1), "r12(3)(a)")),
        (date(2026, 9, 1), dates.TribunalDay(date(2026, 9, 1))),
        (date(2026, 11, 25), dates.TribunalDay(date(2026, 11, 25))),
        (date(2026, 12, 24), dates.TribunalDay(date(2026, 12, 24))),
        (date(2026, 12, 25), dates.TribunalDay(date(2027, 1, 4), "r12(3)(a)")),
        (date(2025, 12, 31), dates.TribunalDay(date(2026, 1, 2), "r12(3)(a)")),
        (date(2026, 1, 1), dates.TribunalDay(date(2026, 1, 2), "r12(3)(a)")),
        (date(2026, 1, 2), dates.TribunalDay(date(2026, 1, 2))),
        (date(2026, 2, 1), dates.TribunalDay(date(2026, 2, 2), "r12(2)")),
    ],
)
def test_the_tribunals_closed_weeks_begin_and_end_to_the_day(last_day, moved):
    assert dates.tribunal_day(last_day, CALENDARS) == moved


@pytest.mark.parametrize(
    ("day", "working"),
    [
        (date(2014, 1, 1), False),
        (date(2014, 1, 2), True),
        (date(2026, 4, 2), True),
        (date(2026, 4, 3), False),  # Good Friday
        (date(2026, 4, 4), False),
        (date(2026, 4, 5), False),
        (date(2027, 12, 28), False),  # in place of Boxing Day
        (date(2027, 12, 31), True),
    ],
)
def test_working_days_are_known_from_the_first_day_of_the_calendar_to_the_last(day, working):
    assert CALENDARS.is_working_day(day) is working


def test_past_the_last_day_of_the_calendar_it_says_what_to_add_and_where():
    with pytest.raises(BeyondCalendar) as beyond:
        CALENDARS.is_working_day(date(2028, 1, 1))

    assert str(beyond.value) == (
        "Bank holidays are known from Wednesday 1 January 2014 to Friday 31 December 2027, so a "
        "working day on Saturday 1 January 2028 cannot be told. Whoever keeps the service must "
        "add the missing years to its bank holidays (core/data/bank-holidays.csv)."
    )


@pytest.mark.parametrize(
    ("day", "teaches"),
    [
        (date(2026, 4, 13), True),
        (date(2026, 5, 2), False),  # a Saturday
        (date(2026, 5, 4), False),  # a bank holiday in term
        (date(2026, 5, 22), True),
        (date(2026, 5, 26), False),  # half term
        (date(2026, 6, 1), True),
        (date(2026, 7, 21), True),
    ],
)
def test_a_school_teaches_from_the_first_day_of_a_term_to_the_last(day, teaches):
    assert WITH_SCHOOL.is_school_day(day, "Hartwell") is teaches


def test_school_days_without_a_school_are_not_guessed():
    with pytest.raises(BeyondCalendar) as beyond:
        WITH_SCHOOL.is_school_day(date(2026, 5, 1), "")

    assert str(beyond.value) == (
        "School days are counted by one school's own term dates. Say which school it is."
    )


def school(*terms):
    return replace(CALENDARS, schools={"Hartwell": terms})


@pytest.mark.parametrize(("days", "told"), [(91, True), (92, False)])
def test_thirteen_weeks_without_a_school_day_are_a_holiday_and_more_is_a_gap(days, told):
    last = date(2026, 3, 20)
    calendars = school((date(2026, 1, 5), last), (last + timedelta(days), date(2026, 7, 21)))

    with nullcontext() if told else pytest.raises(BeyondCalendar, match="Add what is missing"):
        assert not calendars.is_school_day(date(2026, 4, 20), "Hartwell")


@pytest.mark.parametrize(
    ("first", "day", "told"),
    [
        (date(2026, 9, 1), date(2026, 8, 1), True),
        (date(2026, 8, 31), date(2026, 8, 1), True),
        (date(2026, 9, 30), date(2026, 7, 31), False),
        (date(2026, 10, 1), date(2026, 9, 30), False),  # no autumn term begins so late
    ],
)
def test_the_summer_before_a_schools_first_term_is_told_only_if_that_is_an_autumn_term(
    first, day, told
):
    calendars = school((first, date(2026, 12, 18)))

    with nullcontext() if told else pytest.raises(BeyondCalendar, match="Add the year before"):
        assert not calendars.is_school_day(day, "Hartwell")
