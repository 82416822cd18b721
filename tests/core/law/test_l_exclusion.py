"""Suspension and permanent exclusion: school days, which limit applies, and what ends it."""

from dataclasses import replace
from datetime import date

import pytest

from core.law.cases import CALENDARS, LONG_AFTER, SCHOOL, around, history, on, only, runs
from sendpath.core.casefile.events import Kind
from sendpath.core.law.beside import holding, waiting
from sendpath.core.law.deadlines import reckon
from sendpath.core.law.evaluation import State

PERMANENT = {**SCHOOL, "exclusion_type": "permanent"}
SUSPENSION = {**SCHOOL, "exclusion_type": "suspension"}
EIGHT_DAYS = {**SUSPENSION, "term_total": 8, "representations": True}
UPHELD = (Kind.BOARD_DECISION_GIVEN, date(2026, 3, 20), {**PERMANENT, "outcome": "upheld"})

BOUNDARIES = [
    (
        "excl_board_15_days",
        [(Kind.BOARD_INFORMED, date(2026, 7, 13), PERMANENT)],
        Kind.BOARD_MET,
        {},
        date(2026, 9, 14),
    ),
    (
        "excl_board_50_days",
        [(Kind.BOARD_INFORMED, date(2025, 11, 3), EIGHT_DAYS)],
        Kind.BOARD_MET,
        {},
        date(2026, 1, 27),
    ),
    ("excl_irp_apply", [UPHELD], Kind.IRP_APPLIED, {}, date(2026, 4, 24)),
    (
        "excl_irp_meet",
        [(Kind.IRP_APPLIED, date(2026, 5, 18), SCHOOL)],
        Kind.IRP_MET,
        {},
        date(2026, 6, 15),
    ),
    (
        "excl_reconsider",
        [(Kind.IRP_DECISION_GIVEN, date(2026, 2, 6), {**SCHOOL, "outcome": "quash"})],
        Kind.BOARD_MET,
        {},
        date(2026, 2, 27),
    ),
    (
        "excl_day6_suspension",
        [(Kind.EXCLUSION_FIRST_DAY, date(2025, 11, 10), {**SUSPENSION, "length": 6})],
        Kind.EXCLUSION_EDUCATION_STARTED,
        {},
        date(2025, 11, 17),
    ),
    (
        "excl_day6_permanent",
        [(Kind.EXCLUSION_FIRST_DAY, date(2025, 12, 18), PERMANENT)],
        Kind.EXCLUSION_EDUCATION_STARTED,
        {},
        date(2026, 1, 9),
    ),
    (
        "excl_day6_notice",
        [(Kind.EXCLUSION_FIRST_DAY, date(2025, 11, 10), PERMANENT)],
        Kind.DUTY_DONE,
        {"clock": "excl_day6_notice"},
        date(2025, 11, 10),
    ),
]


@pytest.mark.parametrize(("key", "before", "doing", "facts", "last_day"), BOUNDARIES)
def test_in_time_on_the_last_day_and_late_the_day_after(key, before, doing, facts, last_day):
    assert around(key, before, doing, facts, last_day) == (last_day, State.MET, State.LATE_MET)


def started(kind, **facts):
    """Return the keys of the clocks and spans that one event starts."""
    happened = history((kind, date(2025, 11, 10), {**SCHOOL, **facts}))
    clocks = {deadline.key for deadline in reckon(happened, CALENDARS).deadlines}
    return clocks | {span.key for span, _ in holding(happened, CALENDARS)}


@pytest.mark.parametrize(
    ("facts", "limits"),
    [
        ({}, {"15_days", "50_days"}),
        ({"exclusion_type": "permanent"}, {"15_days"}),
        ({"exclusion_type": "permanent", "term_total": 4}, {"15_days"}),
        ({"exclusion_type": "suspension"}, {"15_days", "50_days"}),
        ({"exclusion_type": "suspension", "term_total": 5}, {"le5"}),
        ({"exclusion_type": "suspension", "term_total": 5, "exam": True}, {"15_days"}),
        ({"exclusion_type": "suspension", "term_total": 6}, {"50_days"}),
        ({"exclusion_type": "suspension", "term_total": 6, "representations": False}, set()),
        ({"exclusion_type": "suspension", "term_total": 15}, {"50_days"}),
        ({"exclusion_type": "suspension", "term_total": 15, "exam": True}, {"15_days"}),
        ({"exclusion_type": "suspension", "term_total": 16}, {"15_days"}),
        ({"exclusion_type": "suspension", "term_total": 16, "exam": True}, {"15_days"}),
    ],
)
def test_the_terms_total_decides_which_limit_the_board_has(facts, limits):
    assert started(Kind.BOARD_INFORMED, **facts) == {f"excl_board_{name}" for name in limits}


@pytest.mark.parametrize(
    ("facts", "owed"),
    [
        ({}, {"suspension", "permanent", "notice"}),
        ({"exclusion_type": "permanent"}, {"permanent", "notice"}),
        ({"exclusion_type": "suspension"}, {"suspension", "notice"}),
        ({"length": 5}, set()),
        ({"length": 6}, {"suspension", "notice"}),
        ({"exclusion_type": "suspension", "length": 5}, set()),
        ({"exclusion_type": "suspension", "length": 45}, {"suspension", "notice"}),
    ],
)
def test_five_days_owe_no_education_and_six_do(facts, owed):
    keys = {key for key in started(Kind.EXCLUSION_FIRST_DAY, **facts) if "day6" in key}

    assert keys == {f"excl_day6_{name}" for name in owed}


def test_the_first_day_of_a_looked_after_child_is_shown_as_guidance():
    first_day = (Kind.EXCLUSION_FIRST_DAY, date(2025, 12, 20), PERMANENT)

    ((guidance, day),) = only("excl_day6_permanent", first_day).milestones

    assert (guidance.key, day) == ("day_1_if_looked_after", date(2026, 1, 6))


def test_school_days_that_no_school_is_named_for_are_not_guessed():
    told = (Kind.BOARD_INFORMED, date(2026, 7, 13), {"exclusion_type": "permanent"})

    found = reckon(history(told), CALENDARS)

    assert found.deadlines == ()
    assert [lost.clock.key for lost in found.undatable] == ["excl_board_15_days"]


def test_a_cancelled_exclusion_ends_what_it_began():
    decided = (Kind.EXCLUSION_DECIDED, date(2025, 11, 7), {"exclusion_type": "permanent"})
    first_day = (Kind.EXCLUSION_FIRST_DAY, date(2025, 11, 10), PERMANENT)
    told = (Kind.BOARD_INFORMED, date(2025, 11, 10), PERMANENT)
    cancelled = (Kind.EXCLUSION_CANCELLED, date(2025, 11, 12))

    for key in ("excl_day6_permanent", "excl_day6_notice", "excl_board_15_days"):
        deadline = only(key, decided, first_day, told, cancelled)
        assert on(LONG_AFTER, deadline).state is State.NO_DUTY


@pytest.mark.parametrize("named", [{}, {"exclusion_type": "suspension"}])
def test_cancelling_a_second_suspension_leaves_the_first_before_the_board(named):
    first = (Kind.EXCLUSION_DECIDED, date(2025, 10, 31), {"exclusion_type": "suspension"})
    told = (Kind.BOARD_INFORMED, date(2025, 11, 3), EIGHT_DAYS)
    second = (Kind.EXCLUSION_DECIDED, date(2025, 11, 24), {"exclusion_type": "suspension"})
    cancelled = (Kind.EXCLUSION_CANCELLED, date(2025, 11, 25), named)

    deadline = only("excl_board_50_days", first, told, second, cancelled)

    assert on(LONG_AFTER, deadline).state is State.OVERDUE


def test_a_board_that_looked_at_the_permanent_exclusion_has_not_looked_at_the_suspension():
    suspended = (Kind.BOARD_INFORMED, date(2025, 11, 3), {**SUSPENSION, "term_total": 16})
    excluded = (Kind.BOARD_INFORMED, date(2025, 11, 10), PERMANENT)
    met = (Kind.BOARD_MET, date(2025, 11, 20), {"exclusion_type": "permanent"})

    found = runs("excl_board_15_days", suspended, excluded, met)

    assert [(d.run, d.done_on) for d in found] == [
        ("suspension", None),
        ("permanent", date(2025, 11, 20)),
    ]


def test_the_boards_decision_shows_that_it_met_by_then_and_no_more():
    told = (Kind.BOARD_INFORMED, date(2026, 7, 13), PERMANENT)

    in_time = only("excl_board_15_days", told, (Kind.BOARD_DECISION_GIVEN, date(2026, 9, 14)))
    after = only("excl_board_15_days", told, (Kind.BOARD_DECISION_GIVEN, date(2026, 9, 15)))

    assert on(LONG_AFTER, in_time).state is State.MET
    assert on(LONG_AFTER, after).state is State.UNKNOWN_FACT


def test_the_boards_second_decision_starts_no_second_right_to_a_review():
    applied = (Kind.IRP_APPLIED, date(2026, 4, 13))
    again = (Kind.IRP_DECISION_GIVEN, date(2026, 5, 11), {**SCHOOL, "outcome": "recommend"})
    second = (Kind.BOARD_DECISION_GIVEN, date(2026, 5, 18), {**PERMANENT, "outcome": "upheld"})

    assert len(runs("excl_irp_apply", UPHELD, applied, again, second)) == 1
    assert only("excl_reconsider", UPHELD, applied, again, second).done_on == date(2026, 5, 18)


def test_a_new_exclusion_brings_a_new_right_to_a_review():
    told = (Kind.BOARD_INFORMED, date(2026, 6, 1), PERMANENT)
    decided = (Kind.BOARD_DECISION_GIVEN, date(2026, 6, 22), {**PERMANENT, "outcome": "upheld"})

    assert [d.due for d in runs("excl_irp_apply", UPHELD, told, decided)] == [
        date(2026, 4, 24),
        date(2026, 7, 13),
    ]


@pytest.mark.parametrize(
    ("kind", "outcome", "started_by_it"),
    [
        (Kind.BOARD_DECISION_GIVEN, "reinstated", set()),
        (Kind.BOARD_DECISION_GIVEN, "upheld", {"excl_irp_apply", "excl_remove_from_roll"}),
        (Kind.IRP_DECISION_GIVEN, "upheld", set()),
        (Kind.IRP_DECISION_GIVEN, "recommend", {"excl_reconsider"}),
        (Kind.IRP_DECISION_GIVEN, "quash", {"excl_reconsider"}),
    ],
)
def test_what_was_decided_says_what_comes_next(kind, outcome, started_by_it):
    assert started(kind, outcome=outcome) == started_by_it


def test_a_discrimination_claim_decided_later_gives_15_school_days_of_its_own():
    claim = (Kind.APPEAL_DETERMINED, date(2026, 6, 22), {"claim": "discrimination"})
    other = (Kind.APPEAL_DETERMINED, date(2026, 6, 22))

    assert only("excl_irp_apply", UPHELD, claim).due == date(2026, 7, 13)
    assert only("excl_irp_apply", UPHELD, other).due == date(2026, 4, 24)


def spans(key, *happened):
    """Return what one span holds over a history."""
    return [held for span, held in holding(history(*happened), CALENDARS) if span.key == key]


def test_a_short_suspension_is_only_considered_until_the_board_has_met():
    told = (Kind.BOARD_INFORMED, date(2025, 11, 3), {**SUSPENSION, "term_total": 5})

    (open_,) = spans("excl_board_le5", told)
    (over,) = spans("excl_board_le5", told, (Kind.BOARD_MET, date(2025, 11, 20)))

    assert (open_.status, open_.since, open_.until) == ("consider_only", date(2025, 11, 3), None)
    assert over.until == date(2025, 11, 20)


@pytest.mark.parametrize(
    ("days", "status", "left"), [(44, "within_cap", 1), (45, "within_cap", 0), (46, "over_cap", 0)]
)
def test_forty_five_days_are_allowed_and_forty_six_are_not(days, status, left):
    (held,) = spans("excl_45_day_cap", (Kind.SUSPENSION_TOTAL, date(2026, 7, 21), {"days": days}))

    assert (held.status, held.until) == (status, date(2026, 7, 31))
    assert held.figures[1] == ("days_left", "School days that are left", left)


def test_the_latest_total_of_each_school_year_counts():
    totals = [
        (Kind.SUSPENSION_TOTAL, date(2026, 6, 1), {"total": 44}),
        (Kind.SUSPENSION_TOTAL, date(2026, 7, 20), {"total": 46}),
        (Kind.SUSPENSION_TOTAL, date(2026, 9, 7), {"days": 2}),
        (Kind.SUSPENSION_TOTAL, date(2026, 9, 8)),
    ]

    found = spans("excl_45_day_cap", *totals)

    assert [(held.status, held.since) for held in found] == [
        ("over_cap", date(2026, 7, 20)),
        ("within_cap", date(2026, 9, 7)),
    ]


EXCLUDED = (Kind.EXCLUSION_DECIDED, date(2026, 3, 2), {"exclusion_type": "permanent"})
APPLIED = (Kind.IRP_APPLIED, date(2026, 4, 24))
TOO_LATE = (Kind.IRP_APPLIED, date(2026, 4, 27))
THINK_AGAIN = (Kind.IRP_DECISION_GIVEN, date(2026, 5, 18), {"outcome": "recommend"})
REVIEWED = (Kind.IRP_DECISION_GIVEN, date(2026, 5, 18), {"outcome": "upheld"})
DECIDED_AGAIN = (Kind.BOARD_DECISION_GIVEN, date(2026, 6, 1), {"outcome": "upheld"})
FREE_UNUSED = date(2026, 4, 25)


@pytest.mark.parametrize(
    ("then", "status", "not_before"),
    [
        ((), "board", None),
        ((UPHELD,), "may_apply", FREE_UNUSED),
        ((UPHELD, TOO_LATE), "may_apply", FREE_UNUSED),
        ((UPHELD, APPLIED), "review", None),
        ((UPHELD, APPLIED, REVIEWED), "ended", date(2026, 5, 18)),
        ((UPHELD, APPLIED, THINK_AGAIN), "reconsidering", None),
        ((UPHELD, APPLIED, THINK_AGAIN, DECIDED_AGAIN), "ended", date(2026, 6, 1)),
    ],
)
def test_a_pupil_stays_on_the_roll_until_the_exclusion_is_final(then, status, not_before):
    (held,) = spans("excl_remove_from_roll", EXCLUDED, *then)

    assert held.status == status
    assert [value for name, _, value in held.figures if name == "not_before"] == (
        [not_before] if not_before else []
    )


@pytest.mark.parametrize(
    "undone",
    [
        (Kind.EXCLUSION_CANCELLED, date(2026, 3, 9)),
        (Kind.BOARD_DECISION_GIVEN, date(2026, 3, 20), {**PERMANENT, "outcome": "reinstated"}),
    ],
)
def test_a_pupil_who_is_taken_back_is_on_the_roll_anyway(undone):
    assert spans("excl_remove_from_roll", EXCLUDED, undone) == []


def test_a_suspension_and_its_cancelling_leave_a_permanent_exclusion_as_it_was():
    suspended = (Kind.EXCLUSION_DECIDED, date(2026, 3, 3), {"exclusion_type": "suspension"})
    cancelled = (Kind.EXCLUSION_CANCELLED, date(2026, 3, 4))
    decided = (Kind.BOARD_DECISION_GIVEN, date(2026, 3, 5), {**SUSPENSION, "outcome": "upheld"})

    (held,) = spans("excl_remove_from_roll", EXCLUDED, suspended, cancelled, decided)

    assert held.status == "board"


SUMMER_2024 = {"EX-2023-24": ((date(2024, 6, 3), date(2024, 7, 23)),)}


@pytest.mark.parametrize(("decided", "told"), [(date(2024, 6, 24), 0), (date(2024, 7, 8), 1)])
def test_a_roll_that_was_free_before_the_regulations_of_august_2024_is_not_told_of(decided, told):
    calendars = replace(CALENDARS, schools={**CALENDARS.schools, **SUMMER_2024})
    named = {"exclusion_type": "permanent", "calendar": "EX-2023-24+EX-2024-25"}

    found = holding(history((Kind.BOARD_DECISION_GIVEN, decided, named)), calendars)

    assert len(found) == told


@pytest.mark.parametrize(
    ("year", "told"),
    [
        (2021, {"excl_notify_parent"}),
        (2022, {"excl_notify_parent", "excl_notify_la"}),
    ],
)
def test_the_council_is_told_of_every_exclusion_since_september_2022(year, told):
    decided = history((Kind.EXCLUSION_DECIDED, date(year, 9, 1)))

    assert {w.rule.key for w in waiting(decided, date(year, 9, 2), CALENDARS)} == told


def test_an_early_review_is_considered_before_excluding_and_not_after():
    at_risk = (Kind.EXCLUSION_RISK_FLAGGED, date(2026, 2, 2))
    reviewed = (Kind.REVIEW_MEETING_HELD, date(2026, 2, 23))

    def stands(*happened):
        found = waiting(history(at_risk, *happened), date(2026, 3, 31), CALENDARS)
        return next(w.state for w in found if w.rule.key == "ehcp_excl_early_review")

    assert stands() is State.RUNNING
    assert stands(reviewed) is State.MET
    assert stands(EXCLUDED) is State.NO_DUTY
