"""What is to be said of a deadline beyond its state, one row for each verdict that differs."""

from datetime import date

import pytest

from core.law.cases import CALENDARS, LONG_AFTER, history, on, only
from core.law.one_claim import closed
from sendpath.core.casefile.events import Kind, standing
from sendpath.core.law.deadlines import deadlines
from sendpath.core.law.verdict import (
    Verdict,
    days_short,
    days_surely_late,
    ground_claimed,
    kept,
    moved_by,
    verdict,
)

REQUEST = (Kind.REQUEST_RECEIVED, date(2025, 6, 23))
DECIDED = {"outcome": "assess"}
MEETING = (Kind.REVIEW_MEETING_DATE, date(2026, 3, 12))
REFUSED = (Kind.NOTICE_SENT, date(2026, 1, 12), {"notice_type": "refusal_to_assess"})


@pytest.mark.parametrize(
    ("key", "happened", "expected"),
    [
        (
            "decide_whether_to_assess",
            [REQUEST, (Kind.ASSESSMENT_DECIDED, date(2025, 8, 4), DECIDED)],
            Verdict.IN_TIME,
        ),
        (
            "decide_whether_to_assess",
            [REQUEST, (Kind.ASSESSMENT_DECIDED, date(2025, 8, 4), {**DECIDED, "method": "post"})],
            Verdict.IN_TIME_ON_SENDING,
        ),
        (
            "decide_whether_to_assess",
            [REQUEST, (Kind.ASSESSMENT_DECIDED, date(2025, 8, 5), DECIDED)],
            Verdict.LATE,
        ),
        ("decide_whether_to_assess", [REQUEST], Verdict.BREACH),
        (
            "decide_whether_to_assess",
            [
                REQUEST,
                (Kind.ADVICE_REQUESTED, date(2025, 7, 20), {"from": "head"}),
                closed(),
                (Kind.ASSESSMENT_DECIDED, date(2025, 9, 1), DECIDED),
            ],
            Verdict.LIMIT_DISAPPLIED_IF_IMPRACTICAL,
        ),
        (
            "review_circulate_advice",
            [MEETING, (Kind.REVIEW_ADVICE_CIRCULATED, date(2026, 2, 25))],
            Verdict.IN_TIME,
        ),
        (
            "review_circulate_advice",
            [MEETING, (Kind.REVIEW_ADVICE_CIRCULATED, date(2026, 2, 26))],
            Verdict.IN_TIME_LENIENT,
        ),
        (
            "review_circulate_advice",
            [MEETING, (Kind.REVIEW_ADVICE_CIRCULATED, date(2026, 2, 27))],
            Verdict.BREACH,
        ),
        (
            "appeal_lodge",
            [REFUSED, (Kind.APPEAL_RECEIVED, date(2026, 3, 12))],
            Verdict.IN_TIME,
        ),
        (
            "appeal_lodge",
            [REFUSED, (Kind.APPEAL_RECEIVED, date(2026, 3, 13))],
            Verdict.LATE_NEEDS_EXTENSION,
        ),
    ],
)
def test_a_verdict_says_what_follows(key, happened, expected):
    assert verdict(on(LONG_AFTER, only(key, *happened))) is expected


def test_a_window_that_leaves_no_day_is_seen_only_beside_the_others():
    found = deadlines(standing(history(REQUEST, (Kind.DRAFT_SERVED, date(2025, 11, 5)))), CALENDARS)
    (final,) = [d for d in found if d.key == "issue_final_plan"]
    stands = on(date(2025, 11, 5), final)

    assert verdict(stands) is Verdict.RUNNING
    assert verdict(stands, found) is Verdict.AMBER_UNRECOVERABLE


@pytest.mark.parametrize(
    ("sent", "short"), [(date(2026, 2, 25), 0), (date(2026, 2, 26), 1), (date(2026, 2, 28), 3)]
)
def test_a_notice_is_short_by_days_of_the_stricter_count(sent, short):
    circulated = (Kind.REVIEW_ADVICE_CIRCULATED, sent)

    assert days_short(on(LONG_AFTER, only("review_circulate_advice", MEETING, circulated))) == short


def test_what_is_no_notice_or_not_given_is_not_short():
    assert days_short(on(LONG_AFTER, only("review_circulate_advice", MEETING))) is None
    assert days_short(on(LONG_AFTER, only("decide_whether_to_assess", REQUEST))) is None


@pytest.mark.parametrize(
    ("impractical", "late", "ground"), [(None, 0, "X_SCHOOL"), (False, 28, None)]
)
def test_a_reason_still_to_be_shown_leaves_it_open_how_late_it_was(impractical, late, ground):
    deadline = only(
        "decide_whether_to_assess",
        REQUEST,
        (Kind.ADVICE_REQUESTED, date(2025, 7, 20), {"from": "head"}),
        closed(impractical=impractical),
        (Kind.ASSESSMENT_DECIDED, date(2025, 9, 1), DECIDED),
    )
    stands = on(LONG_AFTER, deadline)

    assert (days_surely_late(stands), ground_claimed(stands)) == (late, ground)


@pytest.mark.parametrize(
    ("sent", "expected"), [(date(2026, 1, 29), True), (date(2026, 1, 30), False)]
)
def test_a_day_that_another_deadline_names_is_kept_on_that_day(sent, expected):
    happened = (
        (Kind.REVIEW_MEETING_HELD, date(2025, 11, 6)),
        (Kind.AMENDMENT_NOTICE_SENT, date(2025, 11, 20)),
        (Kind.AMENDED_PLAN_SENT, sent),
    )
    found = deadlines(standing(history(*happened)), CALENDARS)
    (final,) = [d for d in found if d.key == "review_final_amended_plan"]
    stands = on(LONG_AFTER, final)

    assert kept(stands, "backstop_12w", found) is expected
    assert kept(stands, "backstop_12w", [final]) is None


def test_an_event_moves_only_what_runs_from_it():
    happened = standing(
        history(
            (Kind.REVIEW_MEETING_HELD, date(2026, 1, 15)),
            (Kind.REVIEW_REPORT_SENT, date(2026, 2, 2)),
            (Kind.AMENDMENT_NOTICE_SENT, date(2026, 2, 10)),
        )
    )
    _, report, notice = happened

    assert moved_by(report, happened, CALENDARS) == ()
    assert "review_final_amended_plan" in [d.key for d in moved_by(notice, happened, CALENDARS)]
