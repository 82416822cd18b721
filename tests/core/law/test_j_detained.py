"""J. Detained persons: the same weeks, which neither detention nor release starts again."""

from datetime import date

import pytest

from core.law.cases import CALENDARS, LONG_AFTER, history, on, only, runs
from sendpath.core.casefile.events import Kind, standing
from sendpath.core.law.beside import waiting
from sendpath.core.law.deadlines import reckon
from sendpath.core.law.evaluation import State

CAME = (Kind.DETAINED_CAME_TO_ATTENTION, date(2026, 2, 2))
ASKED = (Kind.REQUEST_RECEIVED, date(2026, 2, 2))
DETAINED = (Kind.DETAINED, date(2026, 3, 2))
HERE = (Kind.RELEASED, date(2026, 4, 13), {"same_la": True})
ELSEWHERE = (Kind.RELEASED, date(2026, 4, 13), {"same_la": False})
NO_PLAN = {"outcome": "no_plan"}

BOUNDARIES = [
    ("detained_decide_assess", [CAME], Kind.ASSESSMENT_DECIDED, {}, date(2026, 3, 16)),
    ("detained_no_plan_notify", [CAME], Kind.PLAN_DECIDED, NO_PLAN, date(2026, 5, 25)),
    ("detained_final_plan", [CAME], Kind.FINALISED_SENT, {}, date(2026, 6, 22)),
    ("detained_unfinished_on_release", [CAME, HERE], Kind.FINALISED_SENT, {}, date(2026, 6, 22)),
    (
        "detained_unfinished_on_detention",
        [ASKED, DETAINED],
        Kind.FINALISED_SENT,
        {},
        date(2026, 6, 22),
    ),
]


def test_a_request_made_first_is_what_counts():
    asked = (Kind.DETAINED_REQUEST_RECEIVED, date(2026, 1, 26))

    assert only("detained_final_plan", asked, CAME).due == date(2026, 6, 15)


@pytest.mark.parametrize(
    "released", [HERE, (Kind.RELEASED, date(2026, 4, 13))], ids=["here", "not said where"]
)
def test_release_into_the_same_area_starts_nothing_again(released):
    plan = only("detained_final_plan", CAME, released)
    unfinished = only("detained_unfinished_on_release", CAME, released)

    assert (plan.due, unfinished.due) == (date(2026, 6, 22), date(2026, 6, 22))
    assert on(LONG_AFTER, plan).state is on(LONG_AFTER, unfinished).state is State.OVERDUE


def test_release_into_another_area_ends_them_and_the_new_council_has_its_own():
    began = (Kind.RESPONSIBILITY_BEGAN, date(2026, 4, 15))

    found = reckon(standing(history(CAME, ELSEWHERE, began)), CALENDARS).deadlines
    states = {d.key: on(LONG_AFTER, d).state for d in found}

    assert states == {
        "detained_decide_assess": State.NO_DUTY,
        "detained_no_plan_notify": State.NO_DUTY,
        "detained_final_plan": State.NO_DUTY,
        "decide_whether_to_assess": State.OVERDUE,
        "decide_not_to_issue_notify": State.OVERDUE,
        "issue_final_plan": State.OVERDUE,
    }
    assert only("issue_final_plan", CAME, ELSEWHERE, began).due == date(2026, 9, 2)


def test_what_was_finished_before_release_was_not_unfinished_then():
    plan = (Kind.FINALISED_SENT, date(2026, 4, 1))

    assert runs("detained_unfinished_on_release", CAME, plan, HERE) == []


def test_an_assessment_goes_on_in_detention_from_its_own_first_day():
    assert runs("detained_unfinished_on_detention", ASKED) == []
    assert only("detained_unfinished_on_detention", ASKED, DETAINED).due == date(2026, 6, 22)
    assert only("issue_final_plan", ASKED, DETAINED).due == date(2026, 6, 22)


def test_a_closed_early_years_provider_is_no_reason_for_a_detained_person():
    facts = {"ground": "X_EY", "first_closed": "2026-02-16", "reopens": "2026-03-16"}
    advice = (Kind.ADVICE_REQUESTED, date(2026, 2, 16), {"from": "early_years"})
    claim = (Kind.EXCEPTION_CLAIMED, date(2026, 2, 16), {**facts, "impractical": True})

    detained = on(LONG_AFTER, only("detained_final_plan", CAME, advice, claim))

    assert (detained.state, detained.exceptions[0].accepted) == (State.OVERDUE, False)


def test_the_regulations_on_detained_persons_began_on_1_april_2015():
    before = (Kind.DETAINED_CAME_TO_ATTENTION, date(2015, 3, 31))
    from_then = (Kind.DETAINED_CAME_TO_ATTENTION, date(2015, 4, 1))

    assert reckon(history(before), CALENDARS).deadlines == ()
    assert only("detained_final_plan", from_then).limit.ruleset == "ENG-2015-04"


def test_a_plan_kept_in_detention_is_reviewed_on_release():
    plan = (Kind.FINALISED_SENT, date(2025, 4, 1))
    reviewed = (Kind.REVIEW_DECISION_NOTIFIED, date(2026, 5, 1), {"outcome": "maintain"})

    def states(*happened):
        found = waiting(standing(history(*happened)), LONG_AFTER, CALENDARS)
        return [wait.state for wait in found if wait.rule.key == "detained_review_on_release"]

    assert states(plan, DETAINED, HERE) == [State.RUNNING]
    assert states(plan, DETAINED, HERE, reviewed) == [State.MET]
    assert states(plan, DETAINED, ELSEWHERE) == []
    assert states(CAME, HERE) == [State.NO_DUTY]
