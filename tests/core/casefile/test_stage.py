"""The stage of a case, from its events."""

from datetime import date, timedelta

import pytest

from core.law.cases import history
from sendpath.core.casefile.events import Kind
from sendpath.core.casefile.stage import TRANSITIONS, Stage, stage

REQUEST = (Kind.REQUEST_RECEIVED, {})
ASSESS, REFUSE = (
    (Kind.ASSESSMENT_DECIDED, {"outcome": outcome}) for outcome in ("assess", "refuse")
)
FINAL = (Kind.FINALISED_SENT, {})
MEETING = (Kind.REVIEW_MEETING_HELD, {})
DECIDED = Kind.REVIEW_DECISION_NOTIFIED


def stage_after(*happened):
    first = date(2026, 1, 5)
    dated = [(kind, first + timedelta(n), facts) for n, (kind, facts) in enumerate(happened)]
    return stage(history(*dated))


@pytest.mark.parametrize(
    ("happened", "reached"),
    [
        ([], Stage.NO_CASE),
        ([REQUEST], Stage.REQUESTED),
        ([(Kind.RESPONSIBILITY_BEGAN, {})], Stage.REQUESTED),
        ([REQUEST, ASSESS], Stage.ASSESSING),
        ([REQUEST, REFUSE], Stage.REFUSED),
        ([REQUEST, REFUSE, ASSESS], Stage.ASSESSING),
        ([REQUEST, REFUSE, REQUEST], Stage.REQUESTED),
        ([REQUEST, ASSESS, REQUEST], Stage.ASSESSING),
        ([REQUEST, (Kind.REQUEST_WITHDRAWN, {})], Stage.NO_CASE),
        ([REQUEST, ASSESS, (Kind.MOVE_OCCURRED, {})], Stage.NO_CASE),
        ([REQUEST, ASSESS, (Kind.PLAN_DECIDED, {"outcome": "no_plan"})], Stage.NO_PLAN),
        ([REQUEST, ASSESS, (Kind.PLAN_DECIDED, {"outcome": "issue"})], Stage.PLAN_AGREED),
        ([REQUEST, ASSESS, (Kind.DRAFT_SERVED, {})], Stage.DRAFT),
        ([REQUEST, ASSESS, (Kind.DRAFT_SENT, {}), FINAL], Stage.FINAL),
        ([FINAL], Stage.FINAL),  # a plan from before the record began
        ([FINAL, MEETING], Stage.REVIEWING),
        ([FINAL, MEETING, (DECIDED, {"outcome": "maintain"})], Stage.FINAL),
        ([FINAL, MEETING, (DECIDED, {"outcome": "amend"})], Stage.REVIEWING),
        (
            [FINAL, MEETING, (DECIDED, {"outcome": "amend", "notice_attached": True})],
            Stage.AMENDING,
        ),
        ([FINAL, MEETING, (Kind.AMENDMENT_NOTICE_SENT, {})], Stage.AMENDING),
        ([FINAL, (Kind.AMEND_NOTICE_SENT, {}), (Kind.NO_AMENDMENT_NOTIFIED, {})], Stage.FINAL),
        ([FINAL, (Kind.AMEND_NOTICE_SENT, {}), (Kind.AMENDED_PLAN_SENT, {})], Stage.FINAL),
        ([FINAL, (Kind.REASSESSMENT_OWN_INITIATIVE, {})], Stage.REASSESSING),
        ([FINAL, MEETING, (DECIDED, {"outcome": "cease"})], Stage.CEASING),
        ([FINAL, (Kind.CEASE_DECIDED, {}), (Kind.CEASE_TOOK_EFFECT, {})], Stage.CEASED),
        ([FINAL, (Kind.PLAN_TRANSFERRED_OUT, {})], Stage.TRANSFERRED_OUT),
        ([(Kind.PLAN_TRANSFERRED_IN, {})], Stage.FINAL),
    ],
)
def test_stage_that_events_lead_to(happened, reached):
    assert stage_after(*happened) is reached


def test_an_event_with_no_line_for_the_stage_leaves_it_as_it_is():
    assert stage_after(REQUEST, MEETING) is Stage.REQUESTED


def test_every_stage_can_be_reached():
    assert {t.to for t in TRANSITIONS} == set(Stage)
