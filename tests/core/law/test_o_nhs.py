"""NHS waits: each standard by pathway, two ways of measuring, and no duty made of a standard."""

from datetime import date

import pytest

from core.law.cases import CALENDARS, LONG_AFTER, around, history, on, only, runs
from sendpath.core.casefile.events import Kind
from sendpath.core.law.clocks import RULES
from sendpath.core.law.deadlines import reckon
from sendpath.core.law.evaluation import State, state_under
from sendpath.core.law.explanation import explanation
from sendpath.core.law.rule import Continuing, RuleKind

REFERRED = Kind.REFERRAL_RECEIVED
DISORDER = {"pathway": "eating_disorder"}

BOUNDARIES = [
    ("nhs_rtt_18w", [(REFERRED, date(2025, 9, 1))], Kind.WAIT_STOPPED, {}, date(2026, 1, 5)),
    (
        "nice_autism_3m",
        [(REFERRED, date(2025, 11, 30))],
        Kind.HEALTH_ASSESSMENT_STARTED,
        {},
        date(2026, 2, 28),
    ),
    ("chs_long_waits", [(REFERRED, date(2025, 3, 3))], Kind.FIRST_CONTACT, {}, date(2026, 3, 2)),
    (
        "cyp_eating_disorder",
        [(REFERRED, date(2025, 12, 4), {**DISORDER, "urgent": False})],
        Kind.WAIT_STOPPED,
        {},
        date(2026, 1, 1),
    ),
    (
        "cyp_eating_disorder",
        [(REFERRED, date(2025, 12, 25), {**DISORDER, "urgent": True})],
        Kind.WAIT_STOPPED,
        {},
        date(2026, 1, 1),
    ),
    (
        "looked_after_health_assessment",
        [(Kind.BECAME_LOOKED_AFTER, date(2026, 3, 20))],
        Kind.DUTY_DONE,
        {"clock": "looked_after_health_assessment"},
        date(2026, 4, 21),
    ),
]


@pytest.mark.parametrize(("key", "before", "doing", "facts", "last_day"), BOUNDARIES)
def test_in_time_on_the_last_day_and_late_the_day_after(key, before, doing, facts, last_day):
    assert around(key, before, doing, facts, last_day) == (last_day, State.MET, State.LATE_MET)


@pytest.mark.parametrize(
    ("facts", "standards"),
    [
        ({"pathway": "slt", "consultant_led": False}, {"chs_long_waits"}),
        ({"pathway": "slt", "consultant_led": True}, {"nhs_rtt_18w"}),
        ({"pathway": "slt"}, {"chs_long_waits", "nhs_rtt_18w"}),
        ({"pathway": "autism", "consultant_led": True}, {"nhs_rtt_18w", "nice_autism_3m"}),
        (
            {"pathway": "eating_disorder", "consultant_led": False},
            {"chs_long_waits", "cyp_eating_disorder"},
        ),
        ({"pathway": "adhd", "consultant_led": False}, {"chs_long_waits"}),
    ],
)
def test_a_referral_is_measured_by_what_is_known_of_its_pathway(facts, standards):
    found = reckon(history((REFERRED, date(2025, 9, 1), facts)), CALENDARS)

    assert {deadline.key for deadline in found.deadlines} == standards


def test_three_months_and_thirteen_weeks_may_disagree_and_both_are_shown():
    started = (Kind.HEALTH_ASSESSMENT_STARTED, date(2026, 3, 1))

    found = on(LONG_AFTER, only("nice_autism_3m", (REFERRED, date(2025, 11, 30)), started))

    assert found.state is State.LATE_MET
    assert state_under(found, "13 weeks") is State.MET


def test_an_assessment_for_speech_is_not_one_for_autism():
    referred = (REFERRED, date(2025, 11, 30), {"pathway": "autism"})
    started = (Kind.HEALTH_ASSESSMENT_STARTED, date(2026, 1, 5), {"pathway": "slt"})

    assert only("nice_autism_3m", referred, started).done is None


def test_a_second_referral_on_the_same_pathway_does_not_restart_the_wait():
    speech, therapy = {"pathway": "slt"}, {"pathway": "ot"}
    happened = [
        (REFERRED, date(2025, 3, 3), speech),
        (REFERRED, date(2025, 4, 7), therapy),
        (REFERRED, date(2025, 6, 2), speech),
        (Kind.FIRST_CONTACT, date(2025, 9, 1), speech),
    ]

    assert [(d.run, d.started_on, d.done_on) for d in runs("chs_long_waits", *happened)] == [
        ("slt", date(2025, 3, 3), date(2025, 9, 1)),
        ("ot", date(2025, 4, 7), None),
    ]


def test_the_bands_that_are_reported_are_counted_from_the_referral():
    bands = only("chs_long_waits", (REFERRED, date(2024, 1, 1))).milestones

    assert {m.key: day for m, day in bands} == {
        "weeks_18": date(2024, 5, 6),
        "weeks_52": date(2024, 12, 30),
        "weeks_65": date(2025, 3, 31),
        "weeks_78": date(2025, 6, 30),
        "weeks_104": date(2025, 12, 29),
    }


def test_where_urgency_is_not_known_alerts_go_by_the_week():
    deadline = only("cyp_eating_disorder", (REFERRED, date(2025, 12, 4), DISORDER))

    assert (deadline.due, deadline.alert_on) == (date(2026, 1, 1), date(2025, 12, 11))


@pytest.mark.parametrize(
    ("ended", "words"),
    [
        ([], "On Tuesday 1 June 2027 no end of the wait was on record: 512 days longer"),
        ([(Kind.WAIT_STOPPED, date(2026, 1, 6))], "The wait was 1 day longer than the standard."),
        ([(Kind.WAIT_STOPPED, date(2026, 1, 5))], "The wait was within the standard."),
    ],
)
def test_a_standard_is_told_as_a_wait_and_not_as_something_overdue(ended, words):
    deadline = only("nhs_rtt_18w", (REFERRED, date(2025, 9, 1)), *ended)

    said = [sentence.text for sentence in explanation(on(LONG_AFTER, deadline))]

    assert any(text.startswith(words) for text in said)
    assert "This is a standard to be measured against, not a limit set by law" in " ".join(said)


def test_no_longest_wait_is_made_up_for_adhd():
    rule = RULES["adhd_no_standard"]

    assert isinstance(rule, Continuing)
    assert rule.kind is RuleKind.STANDARD
