"""How a deadline stands on a day, as it was and as it was known, and what is said about it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.law.cases import CALENDARS, LONG_AFTER, history, on, only
from sendpath.core.casefile.events import Kind
from sendpath.core.law.evaluation import State
from sendpath.core.law.explanation import explanation
from sendpath.core.law.history import as_at, as_json, state_of

REQUEST = (Kind.REQUEST_RECEIVED, date(2025, 11, 24))
SENT = (Kind.FINALISED_SENT, date(2026, 4, 13))
DUE = date(2026, 4, 13)


def said(deadline, day=LONG_AFTER):
    return [sentence.text for sentence in explanation(on(day, deadline))]


def test_why_this_date_is_answered_in_order():
    assert said(only("issue_final_plan", REQUEST, SENT)) == [
        "The council received the request on Monday 24 November 2025. That day is day 0.",
        "The limit is 20 weeks: 140 days, counted straight through school holidays, bank "
        "holidays and weekends. 24 November 2025 + 140 days = Monday 13 April 2026.",
        "The last day counts: if it is done on Monday 13 April 2026, it is in time.",
        "Last day a draft can be served and still leave the family 15 days: Monday 30 March 2026.",
        "The rule is in SEND Regulations 2014 (SI 2014/1530), regulation 13(2).",
        "Read with regulation 13(3).",
        "Read with Children and Families Act 2014, section 39(8).",
        "Read with section 40(5).",
        "Guidance on it is in the SEND Code of Practice, paragraphs 9.39 to 9.44, 9.125 to 9.131.",
        "The final plan was sent on Monday 13 April 2026.",
        "It was in time.",
        "How sure we are: the wording of this rule was read in the law itself (mark V).",
    ]


def test_every_sentence_that_names_a_provision_links_to_it():
    sentences = explanation(on(LONG_AFTER, only("issue_final_plan", REQUEST)))

    named = [s for s in sentences if "regulation" in s.text or "section" in s.text]

    assert [s.law.url.startswith("https://www.legislation.gov.uk/") for s in named] == [True] * 4


def test_a_window_that_has_closed_says_so_and_blames_nobody():
    texts = said(only("draft_representations", (Kind.DRAFT_SERVED, date(2026, 6, 1))))

    assert "The whole time was given, and has ended." in texts


def test_a_letter_posted_on_the_last_day_is_in_time_and_its_arrival_is_shown():
    notice = (Kind.NOTICE_SENT, date(2026, 1, 5), {"method": "second_class_post"})
    found = on(LONG_AFTER, only("decide_whether_to_assess", REQUEST, notice))

    assert (found.state, found.received_after_due) == (State.MET, True)
    assert found.deemed_received == date(2026, 1, 9)


@pytest.mark.parametrize(
    ("done_on", "state", "days_late"),
    [(DUE, State.MET, 0), (DUE + timedelta(days=1), State.UNKNOWN_FACT, None)],
)
def test_a_day_that_is_only_the_latest_possible_never_makes_anyone_late(done_on, state, days_late):
    sent = (Kind.FINALISED_SENT, done_on, {"on_or_before": True})
    found = on(LONG_AFTER, only("issue_final_plan", REQUEST, sent))

    assert (found.state, found.days_late, found.days_used) == (state, days_late, None)


def test_a_request_whose_day_is_only_the_latest_possible_proves_nothing_in_time():
    request = (Kind.REQUEST_RECEIVED, date(2025, 11, 24), {"on_or_before": True})

    found = on(LONG_AFTER, only("issue_final_plan", request, SENT))

    assert found.state is State.UNKNOWN_FACT


@pytest.mark.parametrize(
    ("plan_on", "state"), [(date(2026, 1, 5), State.MET), (DUE, State.UNKNOWN_FACT)]
)
def test_a_plan_shows_that_the_decision_to_assess_was_made_by_then(plan_on, state):
    plan = (Kind.FINALISED_SENT, plan_on)

    assert on(LONG_AFTER, only("decide_whether_to_assess", REQUEST, plan)).state is state


def test_a_refusal_carries_the_familys_right_to_appeal_and_its_last_day():
    refused = (Kind.ASSESSMENT_DECIDED, date(2025, 12, 31), {"outcome": "refuse"})
    found = on(LONG_AFTER, only("decide_whether_to_assess", REQUEST, refused))

    assert (found.appeal.deadline, found.appeal.adjusted_by) == (date(2026, 3, 2), "r12(2)")
    assert found.appeal.law.provision == "section 51(2)(a)"


@pytest.mark.parametrize(
    ("day", "state"),
    [
        (date(2025, 11, 23), State.NOT_STARTED),
        (date(2025, 11, 24), State.RUNNING),
        (date(2026, 4, 12), State.RUNNING),
        (DUE, State.MET),
    ],
)
def test_what_happened_after_a_day_is_left_out_of_it(day, state):
    events = history(REQUEST, SENT)

    assert state_of("issue_final_plan", as_at(events, day, CALENDARS)) is state
    assert on(day, only("issue_final_plan", REQUEST, SENT)).state is state


def test_what_was_known_differs_from_what_was_true_until_it_was_written_down():
    request, sent = history(REQUEST, SENT)
    written_late = replace(sent, recorded_at=datetime(2026, 4, 29, 9, tzinfo=UTC))
    day = date(2026, 4, 20)

    known = as_at([request, written_late], day, CALENDARS, view="known")
    true = as_at([request, written_late], day, CALENDARS, view="true")

    assert state_of("issue_final_plan", known) is State.OVERDUE
    assert state_of("issue_final_plan", true) is State.MET


@pytest.mark.parametrize(
    ("ends", "state"), [(UTC, State.MET), (ZoneInfo("Europe/London"), State.OVERDUE)]
)
def test_a_day_ends_at_midnight_where_the_council_is(ends, state):
    request, sent = history((Kind.REQUEST_RECEIVED, date(2025, 11, 25)), SENT)
    after_midnight = replace(sent, recorded_at=datetime(2026, 4, 15, 23, 30, tzinfo=UTC))

    known = as_at([request, after_midnight], date(2026, 4, 15), CALENDARS, view="known", ends=ends)

    assert state_of("issue_final_plan", known) is state


def test_json_is_the_same_on_every_replay_and_keeps_its_order():
    events = history(REQUEST, SENT)

    first, second = ([as_json(e) for e in as_at(events, DUE, CALENDARS)] for _ in range(2))

    assert str(first) == str(second)
    assert list(first[0]) == [
        "clock", "run", "ruleset", "as_at", "state", "verdict", "trigger", "due",
        "closes_at", "alert_on", "due_alternatives", "reached", "done",
        "days_used", "days_left", "days_late",
        "exceptions", "readings", "appeal", "explanation", "confidence",
    ]  # fmt: skip


starts = st.dates(date(2014, 9, 1), date(2026, 6, 1))


@given(starts, st.integers(-3, 3))
def test_overdue_begins_the_day_after_the_last_and_not_before(start, days):
    deadline = only("issue_final_plan", (Kind.REQUEST_RECEIVED, start))

    found = on(deadline.due + timedelta(days=days), deadline)

    assert (found.state is State.OVERDUE) == (days > 0)
    assert found.days_late == max(0, days)


@given(starts, st.integers(0, 3))
def test_due_dates_are_monotone_in_the_day_a_week_or_day_clock_starts(start, later):
    def due(key, kind, day):
        return only(key, (kind, day)).due

    for key, kind in (
        ("decide_whether_to_assess", Kind.REQUEST_RECEIVED),
        ("issue_final_plan", Kind.REQUEST_RECEIVED),
        ("draft_representations", Kind.DRAFT_SERVED),
        ("review_report", Kind.REVIEW_MEETING_HELD),
    ):
        moved = due(key, kind, start + timedelta(days=later)) - due(key, kind, start)
        assert moved == timedelta(days=later)
