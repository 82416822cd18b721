"""What an area inspection starts."""

from datetime import date

import pytest

from core.law.cases import CALENDARS, around, history
from sendpath.core.casefile.events import Kind
from sendpath.core.law.deadlines import reckon
from sendpath.core.law.evaluation import State

REPORT = Kind.INSPECTION_REPORT_FINAL

BOUNDARIES = [
    (
        "priority_action_plan",
        [(REPORT, date(2023, 11, 10))],
        Kind.ACTION_PLAN_SUBMITTED,
        {},
        date(2024, 1, 3),
    ),
    (
        "strategic_plan_publish",
        [(REPORT, date(2025, 11, 28))],
        Kind.DUTY_DONE,
        {"clock": "strategic_plan_publish"},
        date(2026, 1, 14),
    ),
]


@pytest.mark.parametrize(("key", "before", "doing", "facts", "last_day"), BOUNDARIES)
def test_in_time_on_the_last_day_and_late_the_day_after(key, before, doing, facts, last_day):
    assert around(key, before, doing, facts, last_day) == (last_day, State.MET, State.LATE_MET)


@pytest.mark.parametrize(
    ("outcome", "plans"),
    [
        ("systemic_failings", {"priority_action_plan", "strategic_plan_publish"}),
        (None, {"priority_action_plan", "strategic_plan_publish"}),
        ("inconsistent", {"strategic_plan_publish"}),
    ],
)
def test_a_priority_action_plan_is_asked_for_only_where_failings_are_systemic(outcome, plans):
    found = reckon(history((REPORT, date(2025, 11, 28), {"outcome": outcome})), CALENDARS)

    assert {deadline.key for deadline in found.deadlines} == plans
