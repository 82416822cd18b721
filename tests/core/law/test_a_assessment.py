"""Request and assessment: what has no number of days, what a refusal must say, the bar."""

from datetime import date

import pytest

from core.law.cases import CALENDARS, LONG_AFTER, history, on, only
from sendpath.core.casefile.events import Kind
from sendpath.core.law.beside import holding, left_out, waiting
from sendpath.core.law.clocks import RULES
from sendpath.core.law.evaluation import State

REQUEST = (Kind.REQUEST_RECEIVED, date(2026, 3, 2))
ASSESSED = (Kind.ASSESSMENT_COMPLETED, date(2025, 8, 29))
TODAY = date(2026, 3, 31)


def waits(*happened, day=TODAY):
    """Return how each duty without a number stands, by key."""
    found = waiting(history(*happened), day, CALENDARS)
    return {wait.rule.key: (wait.state, wait.days_used) for wait in found}


def bar(*happened):
    """Return the answers of the six-month bar."""
    found = holding(history(*happened), CALENDARS)
    return [held for span, held in found if span.key == "six_month_bar"]


def test_asking_and_telling_wait_from_the_request_until_they_are_done():
    consulted = (Kind.FAMILY_CONSULTED, date(2026, 3, 9))

    assert waits(REQUEST, consulted) == {
        "consult_on_request": (State.MET, 7),
        "notify_considering_assessment": (State.RUNNING, 29),
    }


def test_once_the_council_has_decided_it_is_too_late_to_consult():
    decided = (Kind.ASSESSMENT_DECIDED, date(2026, 3, 16), {"outcome": "refuse"})

    assert waits(REQUEST, decided)["consult_on_request"] == (State.NO_DUTY, 14)


def test_a_second_request_while_the_first_is_open_asks_for_nothing_new():
    again = (Kind.REQUEST_RECEIVED, date(2026, 3, 16))

    assert waits(REQUEST, again)["consult_on_request"] == (State.RUNNING, 29)


@pytest.mark.parametrize(
    "first_step",
    [
        (Kind.ADVICE_REQUESTED, date(2026, 3, 18), {"body": "EP"}),
        (Kind.EXISTING_ADVICE_ACCEPTED, date(2026, 3, 18), {"body": "SLT"}),
    ],
)
def test_advice_has_been_sought_once_any_is_asked_for_or_agreed_to_be_enough(first_step):
    agreed = (Kind.ASSESSMENT_DECIDED, date(2026, 3, 16), {"outcome": "assess"})

    assert waits(REQUEST, agreed)["seek_advice"] == (State.RUNNING, 15)
    assert waits(REQUEST, agreed, first_step)["seek_advice"] == (State.MET, 2)


WHOLE = dict.fromkeys(("appeal_right", "time_limits", "mediation_info", "drs", "ias"), True)


@pytest.mark.parametrize(
    "notice",
    [
        (Kind.ASSESSMENT_DECIDED, TODAY, {"outcome": "refuse"}),
        (Kind.NOTICE_SENT, TODAY, {"notice_type": "refusal_to_assess"}),
        (Kind.NOTICE_SENT, TODAY, {"subject": "refusal_to_assess"}),
    ],
)
def test_a_refusal_must_say_all_five_things_and_silence_is_not_a_fault(notice):
    kind, day, facts = notice
    lacking = history((kind, day, {**facts, **WHOLE, "time_limits": False, "ias": False}))

    assert left_out(history(notice)) == ()
    assert left_out(history((kind, day, {**facts, **WHOLE}))) == ()
    assert [(found.rule.key, found.missing) for found in left_out(lacking)] == [
        (
            "refusal_to_assess_notice_content",
            ("the time limits", "where to get information, advice and support"),
        )
    ]


@pytest.mark.parametrize("kind", [Kind.REQUEST_RECEIVED, Kind.REASSESSMENT_REQUESTED])
@pytest.mark.parametrize(
    ("day", "status"),
    [(date(2026, 2, 28), "bar_holds"), (date(2026, 3, 1), "duty_applies")],
)
def test_the_bar_lasts_six_months_to_the_end_of_a_shorter_month(kind, day, status):
    (held,) = bar(ASSESSED, (kind, day))

    assert held.status == status
    assert held.figures == (("bar_until", "Last day barred", date(2026, 2, 28)),)


def test_the_bar_ends_on_a_leap_day_where_there_is_one():
    ((_, _, until),) = bar((Kind.ASSESSMENT_COMPLETED, date(2023, 8, 31)))[0].figures

    assert until == date(2024, 2, 29)


def test_with_no_request_the_bar_holds_from_the_day_of_the_assessment():
    (held,) = bar(ASSESSED)

    assert (held.status, held.since, held.until) == (
        "bar_holds",
        date(2025, 8, 29),
        date(2026, 2, 28),
    )


def test_each_request_is_judged_by_the_latest_assessment_before_it():
    early = (Kind.REQUEST_RECEIVED, date(2025, 12, 1))
    late = (Kind.REQUEST_RECEIVED, date(2026, 3, 2))
    again = (Kind.ASSESSMENT_COMPLETED, date(2026, 7, 1))
    soon = (Kind.REASSESSMENT_REQUESTED, date(2027, 1, 1))

    assert [held.status for held in bar(ASSESSED, early, late, again, soon)] == [
        "bar_holds",
        "duty_applies",
        "bar_holds",
    ]
    assert bar(REQUEST) == []


LIMITS = ("decide_whether_to_assess", "decide_not_to_issue_notify", "issue_final_plan")


@pytest.mark.parametrize("key", LIMITS)
@pytest.mark.parametrize(
    ("day", "state"),
    [(date(2026, 2, 28), State.NO_DUTY), (date(2026, 3, 1), State.OVERDUE)],
)
def test_a_request_that_is_barred_starts_no_weeks(key, day, state):
    asked = (Kind.REQUEST_RECEIVED, day)

    assert on(LONG_AFTER, only(key, ASSESSED, asked)).state is state


@pytest.mark.parametrize("key", LIMITS[1:])
def test_a_council_that_assesses_all_the_same_has_its_16_and_20_weeks(key):
    asked = (Kind.REQUEST_RECEIVED, date(2026, 2, 2))
    chosen = (Kind.ASSESSMENT_DECIDED, date(2026, 2, 16), {"outcome": "assess"})

    assert on(LONG_AFTER, only(key, ASSESSED, asked, chosen)).state is State.OVERDUE


@pytest.mark.parametrize("key", LIMITS)
def test_no_request_is_barred_where_the_council_becomes_responsible(key):
    responsible = (Kind.RESPONSIBILITY_BEGAN, date(2026, 2, 2))

    assert on(LONG_AFTER, only(key, ASSESSED, responsible)).state is State.OVERDUE


def test_the_last_day_to_serve_a_draft_is_told_by_the_20_weeks():
    rule = RULES["draft_plan_practical_latest"]
    (twenty,) = (only(key, REQUEST) for key in rule.counted_by)

    assert [(m.key, day) for m, day in twenty.milestones] == [(rule.milestone, date(2026, 7, 6))]


@pytest.mark.parametrize(
    "overturned",
    [
        (Kind.APPEAL_ORDER_MADE, date(2026, 9, 1), {"order": "assess"}),
        (Kind.APPEAL_UNOPPOSED, date(2026, 9, 1), {"ground": "refuse_to_assess"}),
        (Kind.AGREEMENT_MADE, date(2026, 9, 1), {"terms": "assess"}),
    ],
)
def test_once_a_refusal_is_overturned_the_first_weeks_are_spent(overturned):
    refused = (Kind.ASSESSMENT_DECIDED, date(2026, 4, 13), {"outcome": "refuse"})
    agreed = (Kind.ASSESSMENT_DECIDED, date(2026, 9, 8), {"outcome": "assess"})
    no_plan = (Kind.PLAN_DECIDED, date(2026, 11, 3), {"outcome": "no_plan"})
    day = date(2027, 6, 1)

    for key in ("decide_not_to_issue_notify", "issue_final_plan"):
        kept = only(key, REQUEST, refused, overturned, agreed, no_plan)
        assert on(day, kept).state is State.NO_DUTY
        assert on(day, only(key, REQUEST, overturned)).state is State.NO_DUTY

    decision = only("decide_whether_to_assess", REQUEST, refused, overturned, agreed)
    assert decision.done_on == date(2026, 4, 13)
    assert on(day, only("decide_whether_to_assess", REQUEST, overturned)).state is State.NO_DUTY


@pytest.mark.parametrize(
    ("kind", "facts"),
    [
        (Kind.APPEAL_ORDER_MADE, {}),
        (Kind.AGREEMENT_MADE, {"terms": "other"}),
        (Kind.AGREEMENT_MADE, {"terms": "assess", "appealable": False}),
        (Kind.APPEAL_ORDER_MADE, {"order": "amend_contents"}),
    ],
)
def test_an_order_or_agreement_that_may_be_about_something_else_clears_no_overdue_plan(kind, facts):
    deadline = only("issue_final_plan", REQUEST, (kind, date(2026, 9, 1), facts))

    assert on(date(2026, 9, 2), deadline).state is State.OVERDUE


@pytest.mark.parametrize("kind", [Kind.APPEAL_ORDER_MADE, Kind.AGREEMENT_MADE])
def test_an_order_without_its_type_is_enough_not_to_bring_spent_weeks_back(kind):
    refused = (Kind.ASSESSMENT_DECIDED, date(2026, 4, 13), {"outcome": "refuse"})
    agreed = (Kind.ASSESSMENT_DECIDED, date(2026, 9, 8), {"outcome": "assess"})

    deadline = only("issue_final_plan", REQUEST, refused, (kind, date(2026, 9, 1)), agreed)

    assert (deadline.reopened, deadline.ended.kind) == (None, Kind.ASSESSMENT_DECIDED)
