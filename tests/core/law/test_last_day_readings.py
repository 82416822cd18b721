"""The other days on which a limit might end, and by which of them alerts go."""

from datetime import date

import pytest

from core.law.one_run import LOOSE, STRICT, WITH_SCHOOL, ends, event, limit, run
from sendpath.core.law.clock import Moves, Reading
from sendpath.core.law.counting import (
    Months,
    SchoolDays,
    Weeks,
    WorkingDays,
    WorkingDaysBeginning,
)
from sendpath.core.law.last_day import LastDay, safer


def test_other_readings_are_told_beside_the_last_day_unless_they_come_to_the_same():
    same = Reading(words="as a fortnight", count=Weeks(2))

    assert ends(limit(readings=(STRICT, same, LOOSE)), run()) == LastDay(
        date(2025, 10, 15),
        date(2025, 10, 15),
        readings=(("as 10 days", date(2025, 10, 11)), ("as 20 days", date(2025, 10, 21))),
    )


@pytest.mark.parametrize(
    ("facts", "readings"),
    [({"calendar": "Hartwell"}, (("15 school days", date(2025, 10, 22)),)), ({}, ())],
)
def test_a_reading_that_needs_a_fact_is_told_only_where_there_is_one(facts, readings):
    by_school = Reading(words="15 school days", count=SchoolDays(15), needs="calendar")

    found = ends(limit(readings=(by_school,)), run(facts=facts), WITH_SCHOOL)

    assert found.readings == readings


def test_a_reading_past_the_end_of_a_calendar_is_left_out_and_the_others_stand():
    started = run(date(2027, 12, 20))
    by_working_days = Reading(words="15 working days", count=WorkingDays(15))

    assert ends(limit(readings=(by_working_days, LOOSE)), started) == LastDay(
        date(2028, 1, 3), date(2028, 1, 3), readings=(("as 20 days", date(2028, 1, 9)),)
    )


@pytest.mark.parametrize(
    ("became", "words"),
    [
        ("reopened", "the change of mind treated as a new request"),
        ("began_with", "the meeting completes the review"),
    ],
)
def test_what_might_have_been_the_start_is_counted_from_as_well(became, words):
    other_start = event(date(2025, 9, 24))

    assert ends(limit(), run(**{became: other_start})).readings == ((words, date(2025, 10, 8)),)


@pytest.mark.parametrize(
    ("certified", "due", "first_limb"),
    [
        (None, date(2025, 12, 1), []),
        (date(2025, 10, 31), date(2025, 12, 1), []),  # a month from it comes to no more
        (date(2025, 12, 1), date(2026, 1, 2), []),  # in time, on the last day
        (date(2025, 12, 2), date(2026, 1, 2), [date(2025, 12, 1)]),
        (date(2026, 1, 9), date(2026, 2, 9), [date(2025, 12, 1)]),
    ],
)
def test_a_certificate_only_after_the_two_months_may_give_no_more_time(certified, due, first_limb):
    two_months = limit(Months(2), or_later=Months(1), moves=Moves.TRIBUNAL)
    extended = event(certified) if certified else None

    found = ends(two_months, run(extended=extended))

    late = "a certificate issued only after the 2 months gives no more time"
    assert found.due == due
    assert [day for words, day in found.readings if words == late] == first_limb
    assert list(safer(two_months, run(extended=extended), found)) == first_limb


@pytest.mark.parametrize(
    ("known", "not_counted"),
    [
        (date(2025, 9, 23), []),  # soon enough by a day
        (date(2025, 9, 24), [date(2025, 10, 14)]),
        (date(2025, 9, 25), []),  # it comes to the same day
    ],
)
def test_what_was_known_just_in_time_was_not_if_its_own_day_does_not_count(known, not_counted):
    by_either = limit(or_later=WorkingDaysBeginning(15))

    found = ends(by_either, run(extended=event(known)))

    words = "the day it became known not counted as one of the working days before"
    assert found.readings == tuple((words, day) for day in not_counted)


def test_readings_are_told_in_one_order():
    started = run(reopened=event(date(2025, 9, 24)), began_with=event(date(2025, 9, 25)))

    assert [day for _, day in ends(limit(readings=(LOOSE,)), started).readings] == [
        date(2025, 10, 21),
        date(2025, 10, 8),
        date(2025, 10, 9),
    ]


@pytest.mark.parametrize(
    ("readings", "became", "alerts"),
    [
        ((), {}, []),
        ((LOOSE,), {}, []),
        ((LOOSE, STRICT), {}, [date(2025, 10, 11)]),
        ((LOOSE, STRICT), {"reopened": date(2025, 9, 24)}, [date(2025, 10, 11)]),
        ((LOOSE,), {"began_with": date(2025, 9, 24)}, [date(2025, 10, 8)]),
    ],
)
def test_alerts_go_by_the_stricter_readings_only(readings, became, alerts):
    started = run(**{name: event(day) for name, day in became.items()})
    under = limit(readings=readings)

    assert list(safer(under, started, ends(under, started))) == alerts
