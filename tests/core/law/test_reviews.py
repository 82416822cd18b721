"""When a review was completed, and so when the next is due."""

from datetime import date

import pytest

from core.law.cases import LONG_AFTER, on, only, runs
from sendpath.core.casefile.events import Kind
from sendpath.core.law.evaluation import State

MEETING = (Kind.REVIEW_MEETING_HELD, date(2026, 1, 15))


def test_the_year_runs_from_one_completed_review_to_the_next():
    plan = (Kind.FINALISED_SENT, date(2024, 3, 1), {"first": True})
    meeting = (Kind.REVIEW_MEETING_HELD, date(2025, 1, 20))
    decision = (Kind.REVIEW_DECISION_NOTIFIED, date(2025, 2, 10), {"outcome": "maintain"})

    first = only("first_annual_review", plan, meeting, decision)
    after = only("subsequent_annual_review", plan, meeting, decision)

    assert (first.due, first.done_on) == (date(2025, 2, 28), date(2025, 2, 10))
    assert after.due == date(2026, 2, 9)
    assert after.readings == (("the meeting completes the review", date(2026, 1, 19)),)


def test_a_review_that_amends_is_completed_by_the_decision_and_not_by_the_plan():
    decision = (Kind.REVIEW_DECISION_NOTIFIED, date(2026, 2, 9), {"outcome": "amend"})
    amended = (Kind.AMENDED_PLAN_SENT, date(2026, 4, 1))

    assert only("subsequent_annual_review", MEETING, decision, amended).due == date(2027, 2, 8)


def test_without_a_decision_on_record_the_amended_plan_completes_the_review():
    amended = (Kind.AMENDED_PLAN_SENT, date(2026, 4, 1))

    assert only("subsequent_annual_review", MEETING, amended).due == date(2027, 3, 31)


@pytest.mark.parametrize(
    ("facts", "state"), [({}, State.OVERDUE), ({"earlier_reviews": "not_told"}, State.UNKNOWN_FACT)]
)
def test_a_return_that_names_the_latest_meeting_does_not_tell_of_the_reviews_before(facts, state):
    plan = (Kind.FINALISED_SENT, date(2016, 9, 5), {"first": None})
    meeting = (Kind.REVIEW_MEETING_HELD, date(2026, 1, 8), facts)

    assert on(date(2026, 1, 19), only("first_annual_review", plan, meeting)).state is state


@pytest.mark.parametrize(
    ("decided", "state"),
    [(date(2017, 9, 4), State.MET), (date(2017, 9, 5), State.UNKNOWN_FACT)],
)
def test_the_latest_review_that_a_return_names_does_not_make_an_earlier_one_late(decided, state):
    plan = (Kind.FINALISED_SENT, date(2016, 9, 5), {"first": True})
    meeting = (Kind.REVIEW_MEETING_HELD, date(2017, 8, 8), {"earlier_reviews": "not_told"})
    decision = (Kind.REVIEW_DECISION_NOTIFIED, decided, {"outcome": "maintain"})

    stands = on(LONG_AFTER, only("first_annual_review", plan, meeting, decision))

    assert stands.state is state
    assert (stands.days_used is None) is (state is State.UNKNOWN_FACT)


def test_a_completion_on_record_takes_the_place_of_the_one_derived():
    decision = (Kind.REVIEW_DECISION_NOTIFIED, date(2026, 2, 9), {"outcome": "maintain"})
    completed = (Kind.REVIEW_COMPLETED, date(2026, 2, 11))

    found = only("subsequent_annual_review", MEETING, decision, completed)

    assert found.started_on == date(2026, 2, 11)


def test_a_plan_that_is_not_the_first_starts_no_first_review():
    plan = (Kind.FINALISED_SENT, date(2025, 3, 10), {"first": False})

    assert runs("first_annual_review", plan) == []


def test_a_ceased_plan_owes_no_review():
    plan = (Kind.FINALISED_SENT, date(2025, 3, 10), {"first": True})
    ceased = (Kind.CEASE_TOOK_EFFECT, date(2025, 12, 1))

    assert on(LONG_AFTER, only("first_annual_review", plan, ceased)).state is State.NO_DUTY


@pytest.mark.parametrize(
    ("decided", "started"),
    [
        (date(2025, 5, 5), date(2025, 2, 10)),  # 12 weeks on, and still the same review
        (date(2025, 5, 6), date(2025, 5, 6)),
    ],
)
def test_a_decision_long_after_a_completed_review_completes_another(decided, started):
    completed = (Kind.REVIEW_COMPLETED, date(2025, 2, 10))
    decision = (Kind.REVIEW_DECISION_NOTIFIED, decided, {"outcome": "maintain"})

    assert runs("subsequent_annual_review", completed, decision)[-1].started_on == started


@pytest.mark.parametrize(
    ("completed", "goes_on"),
    [
        ((), date(2025, 6, 2)),  # the day before the first plan's anniversary
        (((Kind.REVIEW_COMPLETED, date(2025, 5, 1)),), date(2026, 4, 30)),
    ],
)
def test_a_plan_made_anew_starts_the_year_afresh_and_warnings_go_by_the_year_before(
    completed, goes_on
):
    first = (Kind.FINALISED_SENT, date(2024, 6, 3), {"first": True})
    anew = (Kind.FINALISED_SENT, date(2025, 5, 20), {"first": False})
    again = (Kind.FINALISED_SENT, date(2025, 5, 28), {"first": False})

    for plans in ((anew,), (anew, again)):
        review = runs("subsequent_annual_review", first, *completed, *plans)[-1]
        assert review.due == date(2026, plans[-1][1].month, plans[-1][1].day - 1)
        assert dict(review.readings)["a plan made anew does not start the year again"] == goes_on
        assert review.alert_on == goes_on


def test_a_plan_made_anew_with_no_earlier_one_on_record_has_one_reading():
    anew = (Kind.FINALISED_SENT, date(2025, 5, 20), {"first": False})

    assert runs("subsequent_annual_review", anew)[-1].readings == ()
