"""Every other reason for missing a limit, with one part of its test missing at a time."""

from datetime import date

import pytest

from core.law.one_claim import (
    ADVICE,
    MADE_OUT,
    NOT_ASKED,
    ORDER,
    asked,
    claimed,
    closed,
    reason,
    why,
)
from sendpath.core.casefile.events import Kind
from sendpath.core.law.source import regulation

OUTSIDE = "It fell outside the time that the limit allows."


def ended(day, **facts):
    return Kind.EXCEPTION_ENDED, day, facts


@pytest.mark.parametrize(
    ("facts", "says"),
    [
        ({"from": "2025-06-01", "to": "2025-06-22"}, OUTSIDE),
        ({"from": "2025-06-01", "to": "2025-06-23"}, MADE_OUT),
        ({"from": "2025-08-04", "to": "2025-08-20"}, MADE_OUT),
        ({"from": "2025-08-05", "to": "2025-08-20"}, OUTSIDE),
        ({"date": "2025-06-22"}, OUTSIDE),
        ({"date": "2025-06-23"}, MADE_OUT),
        ({"date": "2025-08-05"}, OUTSIDE),
        ({"date": "2025-06-31"}, MADE_OUT),  # no calendar has that day
        ({"from": "2025-06-01", "date": "2025-06-22"}, OUTSIDE),  # one day, if no other ends it
        ({"from": "2014-09-01"}, MADE_OUT),  # it has not ended
        ({"from": "2025-08-05"}, OUTSIDE),
        ({"to": "2014-09-01"}, MADE_OUT),  # nobody has said when it began
        ({}, MADE_OUT),
    ],
)
def test_personal_circumstances_must_touch_the_time_allowed(facts, says):
    found = reason(claimed("X_EPC", **facts))

    assert (found.why, found.figures, found.days) == (says, (), ())


@pytest.mark.parametrize(
    ("endings", "says"),
    [
        ([], MADE_OUT),
        ([ended(date(2025, 6, 22))], OUTSIDE),
        ([ended(date(2025, 6, 22), ground="X_EPC")], OUTSIDE),
        ([ended(date(2025, 6, 22), ground="X_ABS4")], MADE_OUT),  # another reason ended
        ([ended(date(2025, 6, 23))], MADE_OUT),
        ([ended(date(2025, 6, 10))], OUTSIDE),  # the day it was claimed
        ([ended(date(2025, 6, 9))], MADE_OUT),  # the day before: that was an earlier one
        ([ended(date(2025, 6, 9)), ended(date(2025, 6, 22)), ended(date(2025, 7, 1))], OUTSIDE),
        ([(Kind.NOTE_ADDED, date(2025, 6, 22))], MADE_OUT),
    ],
)
def test_a_reason_without_a_last_day_lasts_until_it_is_ended(endings, says):
    claim = claimed("X_EPC", on=date(2025, 6, 10), **{"from": "2025-06-01"})

    assert why(claim, *endings) == says


def too_few(inside, *, needed=28, partly=False):
    says = f"Of the days away, {inside} fell inside the time allowed; {needed} on end are needed."
    other = f" On another reading it is enough that {needed} days away fell partly inside it."
    return says + other if partly else says


@pytest.mark.parametrize(
    ("first", "last", "away", "inside", "says"),
    [
        ("2025-06-23", "2025-07-20", 28, 28, MADE_OUT),
        ("2025-06-23", "2025-07-19", 27, 27, too_few(27)),
        ("2025-07-08", "2025-08-31", 55, 28, MADE_OUT),
        ("2025-07-09", "2025-08-31", 54, 27, too_few(27, partly=True)),
        ("2025-07-09", "2025-08-05", 28, 27, too_few(27, partly=True)),
        ("2025-05-27", "2025-06-23", 28, 1, too_few(1, partly=True)),
        ("2025-05-26", "2025-06-22", 28, 0, too_few(0)),
        ("2025-07-08", None, 28, 28, MADE_OUT),  # still away: only the days inside are known
        ("2025-07-09", None, 27, 27, too_few(27)),
    ],
)
def test_four_weeks_away_are_28_days_on_end_inside_the_time_allowed(
    first, last, away, inside, says
):
    found = reason(claimed("X_ABS4", **{"from": first, "to": last}))

    assert found.why == says
    assert found.figures == (("absence_days", away), ("absence_days_inside", inside))


@pytest.mark.parametrize(
    ("last", "says"),
    [("2025-07-06", MADE_OUT), ("2025-07-05", too_few(13, needed=14))],
)
def test_after_an_order_two_weeks_away_are_enough(last, says):
    assert why(claimed("X_ABS2", **{"from": "2025-06-23", "to": last}), of=ORDER) == says
    still_away = claimed("X_ABS2", **{"from": "2025-06-23"})
    assert why(still_away, ended(date.fromisoformat(last)), of=ORDER) == says


@pytest.mark.parametrize("facts", [{}, {"to": "2025-07-20"}])
def test_time_away_needs_its_first_day(facts):
    found = reason(claimed("X_ABS4", **facts))

    assert (found.why, found.figures) == ("The first and last day away are needed.", ())


APPOINTMENT_OUTSIDE = "The appointment missed was outside that body's six weeks."


@pytest.mark.parametrize(
    ("claim", "says"),
    [
        (claimed("X_APPT", date="2025-06-22"), APPOINTMENT_OUTSIDE),
        (claimed("X_APPT", date="2025-06-23"), MADE_OUT),
        (claimed("X_APPT", date="2025-08-04"), MADE_OUT),
        (claimed("X_APPT", date="2025-08-05"), APPOINTMENT_OUTSIDE),
        (claimed("X_APPT", on=date(2025, 6, 22)), APPOINTMENT_OUTSIDE),
        (claimed("X_APPT", on=date(2025, 8, 4)), MADE_OUT),
        (claimed("X_APPT", on=date(2025, 8, 5), date="2025-08-04"), MADE_OUT),
    ],
)
def test_an_appointment_must_have_been_missed_in_that_bodys_six_weeks(claim, says):
    found = reason(claim, of=ADVICE)

    assert (found.why, found.figures) == (says, ())


NOT_SAID = "Which circumstance of regulation 13(3) it is must be said."


@pytest.mark.parametrize(
    ("facts", "says"),
    [
        ({"circumstance": "X_SCHOOL"}, MADE_OUT),
        ({"circumstance": "X_EY"}, NOT_ASKED),
        ({"circumstance": "X_EPC", "date": "2025-06-22"}, OUTSIDE),
        ({"circumstance": "X_ABS4", "from": "2025-06-23", "to": "2025-07-19"}, too_few(27)),
        ({"circumstance": "X_ABS2"}, NOT_SAID),
        ({"circumstance": "X_APPT"}, NOT_SAID),
        ({}, NOT_SAID),
    ],
)
def test_after_an_order_any_circumstance_of_regulation_13_will_do_with_its_own_test(facts, says):
    claim = closed("X_R13", **facts)

    found = reason(*asked(date(2025, 7, 18)), claim, of=ORDER)

    assert found.why == says
    assert (found.code, found.law) == ("X_R13", regulation("44(3)"))
    assert found.days == (date(2025, 7, 18),)
