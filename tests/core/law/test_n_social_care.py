"""Social care where it touches SEND: working days, and what starts the next."""

from datetime import date

import pytest

from core.law.cases import LONG_AFTER, around, on, only, runs
from sendpath.core.casefile.events import Kind
from sendpath.core.law.evaluation import State

REFERRAL = (Kind.CARE_REFERRAL_RECEIVED, date(2026, 3, 2))
CONFERENCE = (Kind.ICPC_HELD, date(2025, 11, 30))
IN_CARE = (Kind.BECAME_LOOKED_AFTER, date(2025, 12, 1))
REVIEW = (Kind.LAC_REVIEW_HELD, date(2025, 12, 31))
REVIEWED = {"clock": "care_rcpc"}

BOUNDARIES = [
    (
        "care_referral_decision",
        [(Kind.CARE_REFERRAL_RECEIVED, date(2026, 4, 2))],
        Kind.DUTY_DONE,
        {"clock": "care_referral_decision"},
        date(2026, 4, 7),
    ),
    ("care_assessment_45", [REFERRAL], Kind.CARE_ASSESSMENT_COMPLETED, {}, date(2026, 5, 7)),
    (
        "care_icpc_15",
        [(Kind.STRATEGY_DISCUSSION, date(2025, 12, 15))],
        Kind.ICPC_HELD,
        {},
        date(2026, 1, 8),
    ),
    ("care_rcpc", [CONFERENCE], Kind.DUTY_DONE, REVIEWED, date(2026, 2, 28)),
    ("care_lac_review_first", [IN_CARE], Kind.LAC_REVIEW_HELD, {}, date(2025, 12, 31)),
    (
        "care_pep",
        [(Kind.BECAME_LOOKED_AFTER, date(2026, 5, 18))],
        Kind.DUTY_DONE,
        {"clock": "care_pep"},
        date(2026, 6, 2),
    ),
]


@pytest.mark.parametrize(("key", "before", "doing", "facts", "last_day"), BOUNDARIES)
def test_in_time_on_the_last_day_and_late_the_day_after(key, before, doing, facts, last_day):
    assert around(key, before, doing, facts, last_day) == (last_day, State.MET, State.LATE_MET)


@pytest.mark.parametrize("kind", [Kind.STRATEGY_DISCUSSION, Kind.CARE_ASSESSMENT_COMPLETED])
def test_what_followed_shows_that_the_referral_was_decided_by_then(kind):
    deadline = only("care_referral_decision", REFERRAL, (kind, date(2026, 3, 9)))

    assert on(LONG_AFTER, deadline).state is State.UNKNOWN_FACT


@pytest.mark.parametrize(
    ("outcome", "state"), [("no_assessment", State.NO_DUTY), (None, State.OVERDUE)]
)
def test_a_referral_that_needs_no_assessment_is_owed_none(outcome, state):
    decided = (
        Kind.DUTY_DONE,
        date(2026, 3, 3),
        {"clock": "care_referral_decision", "outcome": outcome},
    )

    assert on(LONG_AFTER, only("care_assessment_45", REFERRAL, decided)).state is state


@pytest.mark.parametrize(
    ("outcome", "state"), [("no_conference", State.NO_DUTY), (None, State.OVERDUE)]
)
def test_an_enquiry_may_end_without_a_conference_if_that_is_what_was_decided(outcome, state):
    discussion = (Kind.STRATEGY_DISCUSSION, date(2025, 12, 15))
    ended = (Kind.CARE_ASSESSMENT_COMPLETED, date(2026, 1, 5), {"outcome": outcome})

    assert on(LONG_AFTER, only("care_icpc_15", discussion, ended)).state is state


def test_each_review_of_a_protection_plan_starts_six_months_until_one_ends_it():
    first = (Kind.DUTY_DONE, date(2026, 2, 20), REVIEWED)
    last = (Kind.DUTY_DONE, date(2026, 8, 20), {**REVIEWED, "outcome": "no_plan"})

    found = runs("care_rcpc", CONFERENCE, first, last)

    assert [(d.due, on(LONG_AFTER, d).state) for d in found] == [
        (date(2026, 2, 28), State.MET),
        (date(2026, 8, 20), State.MET),
    ]


def test_a_conference_that_makes_no_plan_is_not_reviewed():
    kind, day = CONFERENCE

    assert runs("care_rcpc", (kind, day, {"outcome": "no_plan"})) == []


def next_reviews(*happened):
    """Return what is told of the next review of a looked-after child's case."""
    return [value for _, _, value in only("care_lac_review_first", IN_CARE, *happened).told]


def test_the_second_review_is_within_three_months_and_later_ones_within_six():
    second = (Kind.LAC_REVIEW_HELD, date(2026, 3, 31))
    stopped = (Kind.CEASED_LOOKED_AFTER, date(2026, 6, 1))

    assert next_reviews() == []
    assert next_reviews(REVIEW) == [date(2026, 3, 31)]
    assert next_reviews(REVIEW, second) == [date(2026, 9, 30)]
    assert next_reviews(REVIEW, second, stopped) == []


@pytest.mark.parametrize(
    "key", ["care_lac_review_first", "care_pep", "looked_after_health_assessment"]
)
def test_leaving_care_ends_what_care_began(key):
    stopped = (Kind.CEASED_LOOKED_AFTER, date(2025, 12, 12))

    assert on(LONG_AFTER, only(key, IN_CARE, stopped)).state is State.NO_DUTY


def test_coming_into_care_again_counts_afresh():
    stopped = (Kind.CEASED_LOOKED_AFTER, date(2025, 12, 12))
    again = (Kind.BECAME_LOOKED_AFTER, date(2026, 3, 2))

    found = runs("care_lac_review_first", IN_CARE, stopped, again)

    assert [d.due for d in found] == [date(2025, 12, 31), date(2026, 3, 30)]
