"""Every clock: its last day, in time on that day, late the day after.

A part of the law with a file of its own here, `test_<letter>_<folder>.py`, has its rows there.
"""

from datetime import date, timedelta

import pytest

from core.law.cases import CALENDARS, LONG_AFTER, history, on, only, rows, runs
from sendpath.core.casefile.events import Kind
from sendpath.core.law.clocks import CLOCKS
from sendpath.core.law.deadlines import reckon
from sendpath.core.law.evaluation import State
from sendpath.core.law.rule import RuleKind

REQUEST = (Kind.REQUEST_RECEIVED, date(2025, 11, 24))
MEETING = (Kind.REVIEW_MEETING_HELD, date(2026, 1, 15))
NOTICE = (Kind.AMENDMENT_NOTICE_SENT, date(2026, 2, 9))
NO_PLAN, MAINTAIN = {"outcome": "no_plan"}, {"outcome": "maintain"}

BOUNDARIES = [
    ("decide_whether_to_assess", [REQUEST], Kind.ASSESSMENT_DECIDED, {}, date(2026, 1, 5)),
    ("decide_not_to_issue_notify", [REQUEST], Kind.PLAN_DECIDED, NO_PLAN, date(2026, 3, 16)),
    ("issue_final_plan", [REQUEST], Kind.FINALISED_SENT, {}, date(2026, 4, 13)),
    (
        "provide_advice",
        [(Kind.ADVICE_REQUESTED, date(2025, 12, 15), {"body": "SLT"})],
        Kind.ADVICE_RECEIVED,
        {"body": "SLT"},
        date(2026, 1, 26),
    ),
    (
        "school_consultation_response",
        [(Kind.CONSULTATION_SENT, date(2026, 5, 18), {"setting": "100001"})],
        Kind.CONSULTATION_RESPONSE,
        {"setting": "100001"},
        date(2026, 6, 2),
    ),
    (
        "first_annual_review",
        [(Kind.FINALISED_SENT, date(2025, 3, 10), {"first": True})],
        Kind.REVIEW_DECISION_NOTIFIED,
        MAINTAIN,
        date(2026, 3, 9),
    ),
    (
        "subsequent_annual_review",
        [(Kind.REVIEW_COMPLETED, date(2025, 2, 10))],
        Kind.REVIEW_COMPLETED,
        {},
        date(2026, 2, 9),
    ),
    ("review_report", [MEETING], Kind.REVIEW_REPORT_SENT, {}, date(2026, 1, 29)),
    (
        "review_decision_notify",
        [MEETING],
        Kind.REVIEW_DECISION_NOTIFIED,
        MAINTAIN,
        date(2026, 2, 12),
    ),
    ("review_amendment_notice", [MEETING], Kind.AMENDMENT_NOTICE_SENT, {}, date(2026, 2, 12)),
    ("review_final_amended_plan", [MEETING, NOTICE], Kind.AMENDED_PLAN_SENT, {}, date(2026, 4, 6)),
    ("review_no_amend_after_reps", [NOTICE], Kind.NO_AMENDMENT_NOTIFIED, {}, date(2026, 4, 6)),
    (
        "phase_transfer_15_feb",
        [
            (
                Kind.PHASE_TRANSFER_PLANNED,
                date(2025, 10, 1),
                {"kind": "primary_to_secondary", "transfer_on": "2026-09-01"},
            )
        ],
        Kind.AMENDED_PLAN_SENT,
        {},
        date(2026, 2, 14),
    ),
    (
        "phase_transfer_31_mar",
        [(Kind.PHASE_TRANSFER_PLANNED, date(2026, 9, 1), {"kind": "secondary_to_post16"})],
        Kind.AMENDED_PLAN_SENT,
        {},
        date(2026, 3, 30),
    ),
    (
        "mediation_contact",
        [(Kind.NOTICE_SENT, date(2025, 6, 20), {"appealable": True})],
        Kind.MEDIATION_CONTACTED,
        {},
        date(2025, 8, 20),
    ),
    (
        "appeal_lodge",
        [(Kind.NOTICE_SENT, date(2025, 6, 20), {"appealable": True})],
        Kind.APPEAL_RECEIVED,
        {},
        date(2025, 9, 1),
    ),
    *rows("BOUNDARIES"),
]
WINDOWS = {"draft_representations", "review_amendment_representations", *rows("WINDOWS")}


def test_every_clock_has_its_boundary_in_a_table():
    assert {row[0] for row in BOUNDARIES} | WINDOWS == set(CLOCKS)


@pytest.mark.parametrize(("key", "before", "doing", "facts", "last_day"), BOUNDARIES)
def test_in_time_on_the_last_day_and_late_the_day_after(key, before, doing, facts, last_day):
    in_time = runs(key, *before, (doing, last_day, facts))[0]
    late = runs(key, *before, (doing, last_day + timedelta(days=1), facts))[0]

    assert (in_time.due, late.due) == (last_day, last_day)
    assert on(LONG_AFTER, in_time).state is State.MET
    assert (on(LONG_AFTER, late).state, on(LONG_AFTER, late).days_late) == (State.LATE_MET, 1)


@pytest.mark.parametrize(("key", "before", "doing", "facts", "last_day"), BOUNDARIES)
def test_undone_it_runs_to_the_last_day_and_then_is_overdue_or_lapses(
    key, before, doing, facts, last_day
):
    deadline = only(key, *before)
    after = State.NO_DUTY if deadline.clock.kind is RuleKind.RIGHT else State.OVERDUE
    started = deadline.trigger.occurred_on <= last_day

    assert on(last_day, deadline).state is (State.RUNNING if started else State.NOT_STARTED)
    assert on(LONG_AFTER, deadline).state is after


@pytest.mark.parametrize(
    ("key", "start", "answer", "act", "last_day"),
    [
        (
            "draft_representations",
            (Kind.DRAFT_SERVED, date(2026, 6, 1)),
            (Kind.REPRESENTATIONS_RECEIVED, date(2026, 6, 8), {"final": True}),
            Kind.FINALISED_SENT,
            date(2026, 6, 15),
        ),
        (
            "review_amendment_representations",
            (Kind.AMENDMENT_NOTICE_SERVED, date(2026, 6, 1)),
            (Kind.REPRESENTATIONS_RECEIVED, date(2026, 6, 8), {"final": True}),
            Kind.AMENDED_PLAN_SENT,
            date(2026, 6, 15),
        ),
    ],
)
def test_a_familys_window_is_never_overdue_and_may_not_be_cut_short(
    key, start, answer, act, last_day
):
    unanswered, answered = only(key, start), only(key, start, answer)
    cut_short = only(key, start, (act, last_day))
    left_open = only(key, start, (act, last_day + timedelta(days=1)))
    finished_first = only(key, start, answer, (act, date(2026, 6, 9)))

    assert unanswered.due == last_day
    assert on(last_day, unanswered).state is State.RUNNING
    assert on(last_day + timedelta(days=1), unanswered).state is State.MET
    assert on(date(2026, 6, 8), answered).state is State.MET
    assert on(LONG_AFTER, cut_short).state is State.NOT_BEFORE
    assert on(LONG_AFTER, left_open).state is State.MET
    assert on(LONG_AFTER, finished_first).state is State.MET


def test_a_start_before_the_law_says_which_file_to_look_in():
    found = reckon(history((Kind.REQUEST_RECEIVED, date(2013, 1, 7))), CALENDARS)

    assert found.deadlines == ()
    assert {lost.clock.key for lost in found.undatable} == {
        "decide_whether_to_assess",
        "decide_not_to_issue_notify",
        "issue_final_plan",
    }
    assert all("7 January 2013" in lost.why and lost.mistyped for lost in found.undatable)
