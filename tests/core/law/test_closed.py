"""A closed school, told from its own term dates: 28 days, the window, and whose return ends it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.law.cases import CALENDARS, LONG_AFTER, history, on
from sendpath.core.casefile.events import Kind, standing
from sendpath.core.law.deadlines import reckon
from sendpath.core.law.evaluation import State
from sendpath.core.law.explanation import explanation

URN = "990001"
SPRING = (date(2025, 1, 6), date(2025, 7, 22))
AUTUMN = (date(2025, 9, 3), date(2025, 12, 19))
REQUEST = (Kind.REQUEST_RECEIVED, date(2025, 6, 23))  # six weeks end on 4 August
LATE_REQUEST = (Kind.REQUEST_RECEIVED, date(2025, 7, 28))  # and these on 8 September


def school(*terms, inset=()):
    return replace(CALENDARS, schools={URN: terms}, inset_days={URN: frozenset(inset)})


def decision(calendars, request, asked_on, **facts):
    """Return the deadline to decide, where a reason is claimed for it that names the school."""
    claim = {"ground": "X_SCHOOL", "calendar": URN, "impractical": True, **facts}
    record = history(
        request,
        (Kind.ADVICE_REQUESTED, asked_on, {"from": "head"}),
        (Kind.EXCEPTION_CLAIMED, date(2025, 10, 1), claim),
    )
    found = reckon(standing(record), calendars)
    assert found.undatable == ()
    (deadline,) = [d for d in found.deadlines if d.key == "decide_whether_to_assess"]
    return deadline


def reason(calendars, request=REQUEST, asked_on=date(2025, 7, 16), **facts):
    (tested,) = decision(calendars, request, asked_on, **facts).exceptions
    return tested


def said(deadline):
    return [sentence.text for sentence in explanation(on(LONG_AFTER, deadline))]


@pytest.mark.parametrize(
    ("opens", "days", "accepted"), [(date(2025, 8, 19), 27, False), (date(2025, 8, 20), 28, True)]
)
def test_the_term_dates_tell_whether_it_was_closed_for_28_days(opens, days, accepted):
    found = reason(school(SPRING, (opens, date(2025, 12, 19))))

    assert (found.accepted, dict(found.figures)["closure_days"]) == (accepted, days)


@pytest.mark.parametrize(
    ("request_", "asked_on", "accepted"),
    [
        (REQUEST, date(2025, 7, 15), False),
        (REQUEST, date(2025, 7, 16), True),
        (LATE_REQUEST, date(2025, 8, 27), True),
        (LATE_REQUEST, date(2025, 8, 28), False),
    ],
)
def test_the_window_runs_from_a_week_before_it_closed_to_a_week_before_it_opened(
    request_, asked_on, accepted
):
    found = reason(school(SPRING, AUTUMN), request_, asked_on)

    assert found.accepted is accepted
    assert found.figures == (
        ("closure_days", 42),
        ("window_start", date(2025, 7, 16)),
        ("window_end", date(2025, 8, 27)),
    )


@pytest.mark.parametrize(
    ("due", "accepted"), [(date(2025, 7, 16), True), (date(2025, 7, 15), False)]
)
def test_a_closure_still_bears_on_a_limit_that_ends_in_the_week_before_it(due, accepted):
    request = (Kind.REQUEST_RECEIVED, due - timedelta(weeks=6))

    assert reason(school(SPRING, AUTUMN), request, date(2025, 7, 16)).accepted is accepted


@pytest.mark.parametrize(
    ("asked_on", "otherwise"),
    [(date(2025, 8, 25), False), (date(2025, 8, 26), True), (date(2025, 8, 27), True)],
)
def test_it_opens_again_with_its_pupils_and_an_inset_day_before_that_is_marked(asked_on, otherwise):
    training = school(SPRING, AUTUMN, inset=[date(2025, 9, 1), date(2025, 9, 2)])
    deadline = decision(training, LATE_REQUEST, asked_on)
    marked = (
        "Staff were back on Monday 1 September 2025, an INSET day. On another reading, on which "
        "it opened again then, this reason does not count."
    )

    assert on(LONG_AFTER, deadline).state is State.LIMIT_DISAPPLIED
    assert (marked in said(deadline)) is otherwise


def test_28_days_with_pupils_that_are_27_with_staff_are_marked():
    opens = date(2025, 8, 20)
    training = school(SPRING, (opens, date(2025, 12, 19)), inset=[date(2025, 8, 19)])

    assert dict(reason(training).figures)["staff_back"] == date(2025, 8, 19)


def test_an_inset_day_before_the_holiday_belongs_to_it():
    taught = (date(2025, 1, 6), date(2025, 7, 21))

    found = reason(school(taught, AUTUMN, inset=[date(2025, 7, 22)]), asked_on=date(2025, 7, 15))

    assert (found.accepted, dict(found.figures)["closure_days"]) == (True, 43)


def test_a_term_written_from_a_weekend_or_a_bank_holiday_opens_on_its_first_school_day():
    from_saturday = (date(2025, 8, 23), date(2025, 12, 19))  # Monday 25 August is a bank holiday

    found = reason(school(SPRING, from_saturday))

    assert dict(found.figures)["closure_days"] == (date(2025, 8, 26) - date(2025, 7, 23)).days


def test_days_that_were_given_stand_before_the_term_dates():
    given = {"first_closed": "2025-07-23", "reopens": "2025-08-19"}

    assert reason(school(SPRING, AUTUMN), **given).accepted is False


UNTOLD = (
    "The term dates held under “990001” do not tell how long it was closed. Add what is missing, "
    "or give the first day it was closed and the day it opened again."
)


@pytest.mark.parametrize(
    "calendars",
    [
        school(SPRING),  # ends too soon
        school(AUTUMN),  # begins too late
        school(SPRING, (date(2026, 9, 2), date(2026, 12, 18))),  # a year between is missing
        CALENDARS,  # none at all
    ],
)
def test_term_dates_that_do_not_reach_are_said_and_never_guessed(calendars):
    found = reason(calendars)

    assert (found.accepted, found.why, found.figures) == (False, UNTOLD, ())


def test_without_days_and_without_a_school_both_are_asked_for():
    assert reason(school(SPRING, AUTUMN), calendar=None).why == (
        "It is not on record when it was closed: give the first day it was closed and the day it "
        "opened again."
    )


HALF_TERMS = ((date(2025, 1, 6), date(2025, 5, 23)), (date(2025, 6, 2), date(2025, 7, 22)))


@pytest.mark.parametrize(
    ("received", "why"),
    [
        (date(2025, 2, 3), "By its term dates it was not closed at a time that bears on this "
         "limit."),
        (date(2025, 4, 21), "It was closed for 9 days on end, which is less than 28."),
    ],
)  # fmt: skip
def test_half_term_is_too_short_and_no_holiday_is_none(received, why):
    found = reason(school(*HALF_TERMS), (Kind.REQUEST_RECEIVED, received), received)

    assert (found.accepted, found.why) == (False, why)


@given(
    st.dates(date(2025, 6, 20), date(2025, 7, 25)),
    st.integers(25, 45),
    st.dates(date(2025, 6, 10), date(2025, 9, 10)),
)
def test_term_dates_and_the_days_they_come_to_give_one_answer(last, length, asked_on):
    opens = last + timedelta(days=length)
    calendars = school((date(2025, 1, 6), last), (opens, date(2025, 12, 19)))
    told = reason(calendars, REQUEST, asked_on)
    figures = dict(told.figures)
    first = figures["window_start"] + timedelta(weeks=1)
    days = {
        "first_closed": first.isoformat(),
        "reopens": (first + timedelta(days=figures["closure_days"])).isoformat(),
    }

    given_ = reason(CALENDARS, REQUEST, asked_on, **days)

    assert (told.accepted, told.why, told.figures) == (given_.accepted, given_.why, given_.figures)


@pytest.mark.parametrize(
    ("proof", "sentence"),
    [
        ({}, "The record does not say what shows this, or who authorised relying on it."),
        ({"authoriser": "MB"}, "The record does not say what shows this."),
        ({"evidence": "DOC-12"}, "The record does not say who authorised relying on it."),
        ({"evidence": "DOC-12", "authoriser": "MB"}, None),
    ],
)
def test_an_accepted_reason_says_what_its_record_lacks_and_stays_accepted(proof, sentence):
    deadline = decision(school(SPRING, AUTUMN), REQUEST, date(2025, 7, 16), **proof)

    lacking = [text for text in said(deadline) if text.startswith("The record does not say")]

    assert lacking == ([sentence] if sentence else [])
    assert on(LONG_AFTER, deadline).state is State.LIMIT_DISAPPLIED


@pytest.mark.parametrize("impractical", [None, False])
def test_a_reason_not_accepted_is_not_asked_for_its_proof(impractical):
    deadline = decision(school(SPRING, AUTUMN), REQUEST, date(2025, 7, 16), impractical=impractical)

    assert [text for text in said(deadline) if text.startswith("The record does not say")] == []
