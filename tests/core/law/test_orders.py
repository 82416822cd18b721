"""What meets an order or a concession, what ends it, and what excuses it."""

from datetime import date, timedelta

import pytest

from core.law.cases import (
    CALENDARS,
    LONG_AFTER,
    ORDERED_ON,
    conceded,
    history,
    on,
    only,
    order,
    runs,
)
from sendpath.core.casefile.events import Kind, standing
from sendpath.core.law.clocks import CLOCKS
from sendpath.core.law.deadlines import deadlines
from sendpath.core.law.evaluation import State
from sendpath.core.law.overlaps import barred_until, governing

ASSESS = {"outcome": "assess"}
NO_PLAN = {"outcome": "no_plan"}
PLAN, AMENDED = Kind.FINALISED_SENT, Kind.AMENDED_PLAN_SENT


@pytest.mark.parametrize("sent", [PLAN, AMENDED])
@pytest.mark.parametrize(
    "key", ["order_amend_contents", "order_assess_final", "unopposed_make_final"]
)
def test_a_plan_recorded_as_final_or_as_amended_meets_it(key, sent):
    before = conceded() if key.startswith("unopposed") else order()

    assert only(key, before, (sent, date(2026, 5, 7))).done_on == date(2026, 5, 7)


@pytest.mark.parametrize(
    ("ground", "facts", "state"),
    [
        ("X_ABS2", {"from": "2025-12-15", "to": "2026-01-01"}, State.LIMIT_DISAPPLIED),
        ("X_ABS2", {"from": "2025-12-15", "to": "2025-12-28"}, State.LIMIT_DISAPPLIED),
        ("X_ABS2", {"from": "2025-12-15", "to": "2025-12-27"}, State.LATE_MET),
        ("X_ABS4", {"from": "2025-12-08", "to": "2026-01-04"}, State.LIMIT_DISAPPLIED),
        ("X_ABS4", {"from": "2025-12-15", "to": "2026-01-01"}, State.LATE_MET),
        ("X_R13", {"circumstance": "X_EPC", "date": "2025-12-15"}, State.LIMIT_DISAPPLIED),
        ("X_R13", {"date": "2025-12-15"}, State.LATE_MET),
        ("X_EPC", {"date": "2026-01-06"}, State.LATE_MET),  # the day after the weeks end
        ("X_APPT", {"date": "2025-12-15"}, State.LATE_MET),
    ],
)
def test_two_weeks_away_excuse_an_order_where_a_first_plan_needs_four(ground, facts, state):
    claim = (
        Kind.EXCEPTION_CLAIMED,
        date(2026, 1, 5),
        {"ground": ground, "impractical": True, **facts},
    )
    sent = (PLAN, date(2026, 1, 12))

    deadline = only("order_amend_contents", order(day=date(2025, 12, 1)), claim, sent)

    assert deadline.due == date(2026, 1, 5)
    assert on(LONG_AFTER, deadline).state is state


def test_a_closed_school_excuses_a_final_plan_ordered():
    made = order("assess", day=date(2026, 5, 18))
    asked = (Kind.ADVICE_REQUESTED, date(2026, 7, 15), {"from": "head"})
    closed = {"ground": "X_SCHOOL", "first_closed": "2026-07-22", "reopens": "2026-09-02"}
    claim = (Kind.EXCEPTION_CLAIMED, date(2026, 8, 3), {**closed, "impractical": True})
    sent = (PLAN, date(2026, 9, 30))

    deadline = only("order_assess_final", made, asked, claim, sent)

    assert on(LONG_AFTER, deadline).state is State.LIMIT_DISAPPLIED


@pytest.mark.parametrize(
    ("key", "kind", "base"),
    [
        ("order_amend_school", "amend_school", date(2026, 4, 9)),
        ("order_make_final", "make_plan", date(2026, 6, 11)),
        ("order_assess_final", "assess", date(2026, 7, 2)),
        ("order_dismiss_cease", "dismiss_cease", ORDERED_ON),
    ],
)
@pytest.mark.parametrize("days", [-1, 1])
def test_the_date_that_an_order_sets_prevails_earlier_or_later(key, kind, base, days):
    written = base + timedelta(days=days)

    assert only(key, order(kind, due_on=written.isoformat())).due == written


@pytest.mark.parametrize(
    ("written", "due", "readings"),
    [
        (date(2026, 4, 8), date(2026, 4, 8), []),
        (date(2026, 4, 9), date(2026, 4, 9), []),
        (date(2026, 6, 1), date(2026, 4, 9), [date(2026, 6, 1)]),
    ],
)
def test_a_date_set_for_the_plan_gives_no_longer_for_the_steps_before_it(written, due, readings):
    notify = only("order_assess_notify", order("assess", due_on=written.isoformat()))

    assert (notify.due, [day for _, day in notify.readings]) == (due, readings)


def test_a_date_set_for_amending_does_not_put_off_going_on_with_the_plan():
    assert only("order_continue", order("continue_amend", due_on="2026-06-01")).due == ORDERED_ON


def test_a_later_order_of_the_same_kind_takes_the_place_of_the_first():
    again = order("amend_contents", day=date(2026, 4, 20))
    sent = (AMENDED, date(2026, 5, 25))

    first, second = runs("order_amend_contents", order("amend_contents"), again, sent)

    assert on(LONG_AFTER, first).state is State.NO_DUTY
    assert (second.due, on(LONG_AFTER, second).state) == (date(2026, 5, 25), State.MET)


@pytest.mark.parametrize("key", ["order_assess_notify", "order_assess_no_plan"])
def test_a_decision_counts_from_the_notice_that_tells_of_it(key):
    decided = {
        "order_assess_notify": (Kind.ASSESSMENT_DECIDED, date(2026, 4, 8), ASSESS),
        "order_assess_no_plan": (Kind.PLAN_DECIDED, date(2026, 4, 8), NO_PLAN),
    }[key]
    notice = (Kind.NOTICE_SENT, date(2026, 4, 10))
    told = (*decided[:2], {**decided[2], "notified_on": "2026-04-09"})

    assert only(key, order("assess"), decided, notice).done_on == date(2026, 4, 10)
    assert only(key, order("assess"), told, notice).done_on == date(2026, 4, 9)


def test_a_later_notice_does_not_move_the_day_a_re_assessment_was_confirmed():
    confirmed = (Kind.REASSESSMENT_DECIDED, date(2026, 4, 9), ASSESS)
    notice = (Kind.NOTICE_SENT, date(2026, 5, 4))

    deadline = only("order_assess_notify", order("reassess"), confirmed, notice)

    assert deadline.done_on == date(2026, 4, 9)


def test_refusing_again_does_not_meet_an_order_to_assess():
    refused = (Kind.ASSESSMENT_DECIDED, date(2026, 4, 8), {"outcome": "refuse"})

    deadline = only("order_assess_notify", order("assess"), refused)

    assert on(LONG_AFTER, deadline).state is State.OVERDUE


@pytest.mark.parametrize(
    ("key", "kind", "after", "state"),
    [
        ("order_assess_no_plan", "assess", (Kind.DRAFT_SENT, {}), State.NO_DUTY),
        ("order_assess_final", "assess", (Kind.PLAN_DECIDED, NO_PLAN), State.NO_DUTY),
        ("order_assess_final", "assess", (Kind.REQUEST_WITHDRAWN, {}), State.NO_DUTY),
        ("order_make_final", "make_plan", (Kind.MOVE_OCCURRED, {}), State.NO_DUTY),
        ("order_make_final", "make_plan", (Kind.PLAN_DECIDED, NO_PLAN), State.OVERDUE),
        ("order_make_draft", "make_plan", (PLAN, {}), State.UNKNOWN_FACT),
        ("order_amend_school", "amend_school", (Kind.CEASE_TOOK_EFFECT, {}), State.NO_DUTY),
        ("order_amend_school", "amend_school", (Kind.CEASE_DECIDED, {}), State.OVERDUE),
        ("order_dismiss_cease", "dismiss_cease", (AMENDED, {}), State.NO_DUTY),
    ],
)
def test_what_ends_an_order_and_what_does_not(key, kind, after, state):
    happened, facts = after

    deadline = only(key, order(kind), (happened, date(2026, 6, 4), facts))

    assert on(LONG_AFTER, deadline).state is state


def test_a_change_of_mind_after_deciding_on_no_plan_brings_the_fourteen_weeks_back():
    no_plan = (Kind.PLAN_DECIDED, date(2026, 6, 4), NO_PLAN)
    issue = (Kind.PLAN_DECIDED, date(2026, 6, 18), {"outcome": "issue"})
    appeal = (Kind.APPEAL_RECEIVED, date(2026, 6, 10))

    back = only("order_assess_final", order("assess"), no_plan, issue)
    settled = only("order_assess_final", order("assess"), no_plan, appeal, issue)

    assert (back.ended, back.due) == (None, date(2026, 7, 2))
    assert settled.ended is not None


@pytest.mark.parametrize(
    ("key", "before"),
    [("order_continue", order("continue")), ("unopposed_cease", conceded("cease"))],
)
def test_later_work_on_a_plan_shows_that_it_went_on_and_its_ceasing_is_the_breach(key, before):
    day = before[1]
    review = (Kind.REVIEW_MEETING_HELD, day + timedelta(days=60))
    ceased = (Kind.CEASE_TOOK_EFFECT, day + timedelta(days=1))

    assert on(LONG_AFTER, only(key, before, review)).state is State.UNKNOWN_FACT
    assert on(LONG_AFTER, only(key, before, ceased)).state is State.OVERDUE
    assert on(LONG_AFTER, only(key, before, (AMENDED, day))).state is State.MET


def test_a_plan_conceded_with_changes_shows_the_last_day_for_them():
    ((milestone, last),) = only("unopposed_cease", conceded("cease")).milestones

    assert (milestone.key, last) == ("amended_if_agreed", date(2026, 6, 10))


def test_a_draft_late_in_the_eleven_weeks_leaves_no_day_for_the_final_plan():
    served = (Kind.DRAFT_SERVED, date(2026, 5, 28))
    found = deadlines(standing(history(order("make_plan"), served)), CALENDARS)
    (final,) = [d for d in found if d.key == "order_make_final"]

    assert barred_until(final, found) == date(2026, 6, 11)


def test_what_only_shows_that_a_plan_goes_on_does_not_govern_when_it_is_amended():
    notice = (Kind.AMENDMENT_NOTICE_SENT, date(2026, 2, 9))
    found = [
        only("order_continue", order("continue")),
        only("review_final_amended_plan", notice),
    ]

    assert governing(found, CLOCKS["review_final_amended_plan"]) is found[1]


def test_a_refusal_of_a_plan_after_an_order_to_assess_can_be_appealed():
    no_plan = (Kind.PLAN_DECIDED, date(2026, 6, 4), NO_PLAN)

    found = on(LONG_AFTER, only("order_assess_no_plan", order("assess"), no_plan))

    assert found.appeal.law.provision == "section 51(2)(b)"
