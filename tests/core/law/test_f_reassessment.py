"""F. Re-assessment: 15 days to decide, 14 weeks to finish, six months that bar a request."""

from datetime import date

import pytest

from core.law.cases import LONG_AFTER, on, only, runs
from sendpath.core.casefile.events import Kind
from sendpath.core.law.evaluation import State
from sendpath.core.law.explanation import explanation

ASKED = (Kind.REASSESSMENT_REQUESTED, date(2026, 1, 14))
WILL = (Kind.REASSESSMENT_DECIDED, date(2026, 4, 20), {"outcome": "assess"})
REFUSED = (Kind.REASSESSMENT_DECIDED, date(2026, 1, 29), {"outcome": "refuse"})

BOUNDARIES = [
    ("reassess_decision", [ASKED], Kind.REASSESSMENT_DECIDED, {}, date(2026, 1, 29)),
    ("reassess_final_plan", [WILL], Kind.FINALISED_SENT, {"first": False}, date(2026, 7, 27)),
    ("reassess_no_change", [WILL], Kind.NO_AMENDMENT_NOTIFIED, {}, date(2026, 7, 27)),
]


def test_the_day_of_receipt_is_left_out_and_alerts_go_by_the_reading_that_counts_it():
    asked = only("reassess_decision", ASKED, REFUSED)

    assert (asked.due, asked.alert_on) == (date(2026, 1, 29), date(2026, 1, 28))
    assert [state for _, state in on(LONG_AFTER, asked).readings] == [State.LATE_MET]


def test_15_days_run_through_christmas():
    assert only("reassess_decision", (Kind.REASSESSMENT_REQUESTED, date(2025, 12, 18))).due == date(
        2026, 1, 2
    )


def test_a_refusal_may_be_appealed():
    refused = on(LONG_AFTER, only("reassess_decision", ASKED, REFUSED))

    assert refused.appeal.law.provision == "section 51(2)(d)"
    assert only("appeal_lodge", ASKED, REFUSED).due == refused.appeal.deadline == date(2026, 3, 30)


@pytest.mark.parametrize(
    ("asked_on", "state"),
    [(date(2026, 2, 28), State.NO_DUTY), (date(2026, 3, 1), State.OVERDUE)],
)
def test_a_request_within_six_months_of_an_assessment_need_not_be_answered(asked_on, state):
    assessed = (Kind.ASSESSMENT_COMPLETED, date(2025, 8, 29))

    asked = only("reassess_decision", assessed, (Kind.REASSESSMENT_REQUESTED, asked_on))

    assert on(LONG_AFTER, asked).state is state


def test_what_bars_a_request_is_said():
    assessed = (Kind.ASSESSMENT_COMPLETED, date(2025, 8, 29))
    asked = only("reassess_decision", assessed, ASKED)

    assert (
        "An assessment was completed, not more than six months before the request, on Friday 29 "
        "August 2025, so this no longer has to be done."
    ) in [sentence.text for sentence in explanation(on(LONG_AFTER, asked))]


def test_a_barred_request_does_not_stand_in_the_way_of_the_next():
    assessed = (Kind.ASSESSMENT_COMPLETED, date(2025, 8, 29))
    again = (Kind.REASSESSMENT_REQUESTED, date(2026, 3, 1))

    barred, owed = runs("reassess_decision", assessed, ASKED, again)

    assert (on(LONG_AFTER, barred).state, owed.due) == (State.NO_DUTY, date(2026, 3, 16))


def test_a_request_made_again_while_the_first_waits_gives_no_more_time():
    again = (Kind.REASSESSMENT_REQUESTED, date(2026, 1, 26))

    assert only("reassess_decision", ASKED, again).due == date(2026, 1, 29)


@pytest.mark.parametrize(
    ("start", "found"),
    [
        (WILL, 1),
        ((Kind.REASSESSMENT_DECIDED, date(2026, 4, 20)), 1),
        ((Kind.REASSESSMENT_DECIDED, date(2026, 4, 20), {"outcome": "refuse"}), 0),
        ((Kind.REASSESSMENT_OWN_INITIATIVE, date(2026, 4, 20)), 1),
    ],
)
def test_the_14_weeks_run_from_being_told_or_from_the_councils_own_decision(start, found):
    assert [d.due for d in runs("reassess_final_plan", start)] == [date(2026, 7, 27)] * found


def test_either_the_plan_is_sent_or_the_family_is_told_that_it_will_not_change():
    unchanged = (Kind.NO_AMENDMENT_NOTIFIED, date(2026, 7, 28))

    plan, told = (only(f"reassess_{key}", WILL, unchanged) for key in ("final_plan", "no_change"))

    assert on(LONG_AFTER, plan).state is State.NO_DUTY
    assert (on(LONG_AFTER, told).state, on(LONG_AFTER, told).days_late) == (State.LATE_MET, 1)


@pytest.mark.parametrize(
    ("asked_on", "state"),
    [
        (date(2026, 7, 14), State.LATE_MET),
        (date(2026, 7, 15), State.LIMIT_DISAPPLIED),
        (date(2026, 7, 27), State.LIMIT_DISAPPLIED),
        (date(2026, 7, 28), State.LATE_MET),
    ],
)
def test_the_reasons_of_regulation_27_excuse_a_late_plan(asked_on, state):
    advice = (Kind.ADVICE_REQUESTED, asked_on, {"from": "head"})
    closed = {"first_closed": "2026-07-22", "reopens": "2026-09-02", "impractical": True}
    claim = (Kind.EXCEPTION_CLAIMED, date(2026, 7, 22), {"ground": "X_SCHOOL", **closed})
    sent = (Kind.FINALISED_SENT, date(2026, 9, 11), {"first": False})

    late = only("reassess_final_plan", WILL, advice, claim, sent)

    assert (late.due, on(LONG_AFTER, late).state) == (date(2026, 7, 27), state)


def test_a_plan_that_goes_to_another_council_takes_the_re_assessment_with_it():
    moved = (Kind.PLAN_TRANSFERRED_OUT, date(2026, 5, 1))

    assert on(LONG_AFTER, only("reassess_final_plan", WILL, moved)).state is State.NO_DUTY
