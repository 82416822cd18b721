"""Information rights, complaints and redress: hours, months that move, and who was asked."""

from datetime import date

import pytest

from core.law.cases import CALENDARS, LONG_AFTER, SCHOOL, around, history, on, only, runs
from sendpath.core.casefile.events import Kind
from sendpath.core.law.deadlines import reckon
from sendpath.core.law.evaluation import State
from sendpath.core.law.explanation import explanation

ASKED = (Kind.SAR_RECEIVED, date(2025, 11, 30))
EXTENDED = (Kind.SAR_EXTENDED, date(2025, 12, 30))
BREACH = Kind.BREACH_AWARE
REPORTED = {"clock": "data_breach_ico"}


def done(key):
    return Kind.DUTY_DONE, {"clock": key}


BOUNDARIES = [
    (
        "sar_respond",
        [(Kind.SAR_RECEIVED, date(2026, 1, 31))],
        Kind.SAR_CLOSED,
        {},
        date(2026, 3, 2),
    ),
    ("sar_extended", [ASKED, EXTENDED], Kind.SAR_CLOSED, {}, date(2026, 3, 2)),
    (
        "education_record",
        [(Kind.EDUCATION_RECORD_REQUESTED, date(2026, 2, 9), SCHOOL)],
        *done("education_record"),
        date(2026, 3, 9),
    ),
    (
        "foi_respond",
        [(Kind.FOI_RECEIVED, date(2026, 3, 2))],
        *done("foi_respond"),
        date(2026, 3, 30),
    ),
    ("data_breach_ico", [(BREACH, date(2026, 4, 3))], Kind.DUTY_DONE, REPORTED, date(2026, 4, 6)),
    (
        "complaint_stage1",
        [(Kind.COMPLAINT_ACKNOWLEDGED, date(2026, 3, 27))],
        Kind.COMPLAINT_STAGE1_REPLIED,
        {},
        date(2026, 4, 14),
    ),
    (
        "complaint_stage2",
        [(Kind.COMPLAINT_STAGE2_ACKNOWLEDGED, date(2026, 4, 28))],
        *done("complaint_stage2"),
        date(2026, 5, 28),
    ),
    (
        "csc_complaint",
        [(Kind.COMPLAINT_RECEIVED, date(2025, 12, 15))],
        Kind.COMPLAINT_STAGE1_REPLIED,
        {},
        date(2025, 12, 31),
    ),
    (
        "nhs_complaint",
        [(Kind.COMPLAINT_RECEIVED, date(2025, 12, 24))],
        Kind.COMPLAINT_ACKNOWLEDGED,
        {},
        date(2025, 12, 31),
    ),
    (
        "lgsco_12_months",
        [(Kind.COMPLAINT_MATTER_KNOWN, date(2024, 2, 29))],
        *done("lgsco_12_months"),
        date(2025, 2, 28),
    ),
    (
        "judicial_review",
        [(Kind.DECISION_MADE, date(2025, 11, 30))],
        *done("judicial_review"),
        date(2026, 2, 28),
    ),
]


@pytest.mark.parametrize(("key", "before", "doing", "facts", "last_day"), BOUNDARIES)
def test_in_time_on_the_last_day_and_late_the_day_after(key, before, doing, facts, last_day):
    assert around(key, before, doing, facts, last_day) == (last_day, State.MET, State.LATE_MET)


def test_a_request_that_ends_on_a_saturday_may_be_answered_on_the_monday():
    deadline = only("sar_respond", (Kind.SAR_RECEIVED, date(2026, 1, 31)))

    assert (deadline.base, deadline.due) == (date(2026, 2, 28), date(2026, 3, 2))


def test_more_time_runs_from_the_day_the_request_arrived():
    first, longer = only("sar_respond", ASKED, EXTENDED), only("sar_extended", ASKED, EXTENDED)

    assert on(LONG_AFTER, first).state is State.NO_DUTY
    assert (longer.started_on, longer.base) == (date(2025, 11, 30), date(2026, 2, 28))
    assert explanation(on(LONG_AFTER, longer))[0].text == (
        "The request that needed more time was received on Sunday 30 November 2025. That day is "
        "day 0."
    )


def test_telling_of_more_time_after_the_month_leaves_the_month_missed():
    too_late = (Kind.SAR_EXTENDED, date(2025, 12, 31))

    assert on(LONG_AFTER, only("sar_respond", ASKED, too_late)).state is State.OVERDUE


def test_more_time_without_a_request_on_record_is_not_counted_from_anything():
    assert runs("sar_extended", EXTENDED) == []


def test_more_time_told_of_twice_is_one_longer_time():
    again = (Kind.SAR_EXTENDED, date(2025, 12, 29))

    assert len(runs("sar_extended", ASKED, again, EXTENDED)) == 1


def test_each_of_two_requests_has_its_own_longer_time():
    first = (Kind.SAR_RECEIVED, date(2026, 1, 5), {"request": "A"})
    second = (Kind.SAR_RECEIVED, date(2026, 1, 19), {"request": "B"})
    extended = (Kind.SAR_EXTENDED, date(2026, 2, 2), {"request": "A"})
    closed = (Kind.SAR_CLOSED, date(2026, 2, 9), {"request": "B"})
    happened = (first, second, extended, closed)

    assert [(d.run, d.due) for d in runs("sar_extended", *happened)] == [("A", date(2026, 4, 7))]
    assert [(d.run, on(LONG_AFTER, d).state) for d in runs("sar_respond", *happened)] == [
        ("A", State.NO_DUTY),
        ("B", State.MET),
    ]


@pytest.mark.parametrize(
    ("paused_on", "told"),
    [
        (date(2025, 11, 29), []),
        (date(2025, 12, 3), [date(2025, 12, 3)]),
        (date(2026, 1, 2), []),
    ],
)
def test_a_pause_is_shown_and_moves_no_day(paused_on, told):
    deadline = only("sar_respond", ASKED, (Kind.SAR_PAUSED, paused_on))

    assert deadline.due == date(2025, 12, 30)
    assert [value for _, _, value in deadline.told] == told


@pytest.mark.parametrize(
    ("hour", "state"), [("09:30", State.MET), ("09:31", State.LATE_MET), (None, State.MET)]
)
def test_a_breach_is_reported_within_seventy_two_hours_to_the_minute(hour, state):
    known = (BREACH, date(2026, 4, 3), {"time": "09:30"})
    reported = (Kind.DUTY_DONE, date(2026, 4, 6), {**REPORTED, "time": hour})

    found = on(LONG_AFTER, only("data_breach_ico", known, reported))

    assert found.state is state
    if state is State.LATE_MET:
        follows = found.deadline.clock.follows
        said = [sentence.text for sentence in explanation(found)]
        assert f"It came after 09:30 on the last day. {follows}" in said


@pytest.mark.parametrize(
    ("regime", "clocks"),
    [
        ("corporate", {"complaint_stage1"}),
        ("social_care", {"csc_complaint"}),
        ("nhs", {"nhs_complaint"}),
        (None, {"complaint_stage1", "csc_complaint", "nhs_complaint"}),
    ],
)
def test_a_complaint_is_answered_under_the_rules_for_what_it_is_about(regime, clocks):
    received = (Kind.COMPLAINT_RECEIVED, date(2026, 3, 2), {"regime": regime})

    found = reckon(history(received), CALENDARS)

    assert {deadline.key for deadline in found.deadlines} == clocks


def test_until_a_complaint_is_acknowledged_both_times_together_are_shown():
    received = (Kind.COMPLAINT_RECEIVED, date(2026, 3, 16))
    acknowledged = (Kind.COMPLAINT_ACKNOWLEDGED, date(2026, 3, 18))

    before = only("complaint_stage1", received)
    after = only("complaint_stage1", received, acknowledged)

    assert [(name, value) for name, _, value in before.told] == [
        ("acknowledge_by", date(2026, 3, 23)),
        ("latest_if_extended", date(2026, 4, 22)),
    ]
    assert (before.due, after.due) == (date(2026, 4, 8), date(2026, 4, 1))
    assert [(name, value) for name, _, value in after.told] == [
        ("latest_if_extended", date(2026, 4, 17))
    ]


def test_the_ombudsmans_decision_shows_that_it_was_asked_by_then():
    known = (Kind.COMPLAINT_MATTER_KNOWN, date(2024, 2, 29))

    in_time = only("lgsco_12_months", known, (Kind.COMPLAINT_LGSCO_DECISION, date(2025, 2, 28)))
    after = only("lgsco_12_months", known, (Kind.COMPLAINT_LGSCO_DECISION, date(2025, 8, 1)))

    assert on(LONG_AFTER, in_time).state is State.MET
    assert on(LONG_AFTER, after).state is State.UNKNOWN_FACT


@pytest.mark.parametrize("key", ["lgsco_12_months", "judicial_review"])
def test_a_right_that_nobody_uses_lapses_and_is_nobodys_failure(key):
    kind = Kind.DECISION_MADE if key == "judicial_review" else Kind.COMPLAINT_MATTER_KNOWN

    assert on(LONG_AFTER, only(key, (kind, date(2025, 11, 30)))).state is State.NO_DUTY
