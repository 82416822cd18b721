"""Attendance and home education: totals, returns, notices, and what is not in force."""

from datetime import date

import pytest

from core.law.cases import CALENDARS, LONG_AFTER, SCHOOL, around, history, on, only, runs
from sendpath.core.casefile.events import Kind
from sendpath.core.law.beside import not_in_force, waiting
from sendpath.core.law.clocks import RULES
from sendpath.core.law.deadlines import reckon
from sendpath.core.law.evaluation import State
from sendpath.core.law.explanation import explanation

ILL = (Kind.HEALTH_ABSENCE_BEGAN, date(2026, 2, 9), SCHOOL)
ABSENT = (Kind.ABSENCE_BEGAN, date(2026, 2, 9), SCHOOL)
TAUGHT = (Kind.AP_STARTED, date(2026, 3, 4))
SERVED = date(2026, 1, 15)


def total(day, days):
    return (Kind.ILLNESS_DAYS, day, {**SCHOOL, "days": days})


BOUNDARIES = [
    ("s19_health_15_days", [ILL], Kind.AP_STARTED, {}, date(2026, 3, 6)),
    ("s19_health_15_days", [total(date(2026, 3, 6), 15)], Kind.AP_STARTED, {}, date(2026, 3, 6)),
    (
        "attendance_10_day_return",
        [ABSENT],
        Kind.DUTY_DONE,
        {"clock": "attendance_10_day_return"},
        date(2026, 2, 27),
    ),
    (
        "attendance_sickness_return",
        [total(date(2026, 3, 6), 15)],
        Kind.DUTY_DONE,
        {"clock": "attendance_sickness_return"},
        date(2026, 3, 6),
    ),
    (
        "roll_added_notify",
        [(Kind.ROLL_ADDED, date(2026, 4, 1), SCHOOL)],
        Kind.DUTY_DONE,
        {"clock": "roll_added_notify"},
        date(2026, 4, 6),
    ),
    (
        "roll_deleted_notify",
        [(Kind.ROLL_DELETED, date(2026, 4, 1))],
        Kind.DUTY_DONE,
        {"clock": "roll_deleted_notify"},
        date(2026, 4, 1),
    ),
]
WINDOWS = {"sao_notice"}


@pytest.mark.parametrize(("key", "before", "doing", "facts", "last_day"), BOUNDARIES)
def test_in_time_on_the_last_day_and_late_the_day_after(key, before, doing, facts, last_day):
    assert around(key, before, doing, facts, last_day) == (last_day, State.MET, State.LATE_MET)


def test_a_total_that_reaches_fifteen_brings_the_day_forward():
    deadline = only("s19_health_15_days", ILL, total(date(2026, 2, 12), 15))

    assert deadline.due == date(2026, 2, 12)


@pytest.mark.parametrize("days", [14, 16])
def test_a_total_that_is_not_fifteen_leaves_the_day_of_an_absence_that_runs(days):
    deadline = only("s19_health_15_days", ILL, total(date(2026, 3, 10), days))

    assert deadline.due == date(2026, 3, 6)


def test_a_higher_total_alone_makes_education_due_and_a_later_one_starts_nothing_more():
    found = runs("s19_health_15_days", total(date(2026, 3, 10), 17), total(date(2026, 3, 13), 20))

    assert [d.due for d in found] == [date(2026, 3, 10)]


def test_a_child_back_at_school_needs_no_education_elsewhere_until_ill_again():
    back = (Kind.ABSENCE_ENDED, date(2026, 3, 2))
    again = (Kind.HEALTH_ABSENCE_BEGAN, date(2026, 6, 1), SCHOOL)

    found = runs("s19_health_15_days", ILL, back, again)

    assert [on(LONG_AFTER, d).state for d in found] == [State.NO_DUTY, State.OVERDUE]


@pytest.mark.parametrize(
    ("back", "state"), [(date(2026, 2, 27), State.NO_DUTY), (date(2026, 3, 2), State.OVERDUE)]
)
def test_coming_back_ends_the_return_only_before_ten_days_are_up(back, state):
    deadline = only("attendance_10_day_return", ABSENT, (Kind.ABSENCE_ENDED, back))

    assert on(LONG_AFTER, deadline).state is state


@pytest.mark.parametrize(("authorised", "owed"), [(True, 0), (False, 1), (None, 1)])
def test_absence_with_leave_asks_for_no_return(authorised, owed):
    kind, day, facts = ABSENT

    found = runs("attendance_10_day_return", (kind, day, {**facts, "authorised": authorised}))

    assert len(found) == owed


def test_one_sickness_return_is_owed_in_a_school_year():
    totals = [
        total(date(2026, 3, 5), 14),
        total(date(2026, 3, 6), 15),
        total(date(2026, 7, 21), 30),
        total(date(2026, 11, 2), 15),
    ]

    assert [d.due for d in runs("attendance_sickness_return", *totals)] == [
        date(2026, 3, 6),
        date(2026, 11, 2),
    ]


def test_the_fifth_day_is_any_day_and_the_fifth_school_day_is_shown():
    with_calendar = only("roll_added_notify", (Kind.ROLL_ADDED, date(2026, 4, 1), SCHOOL))
    without = only("roll_added_notify", (Kind.ROLL_ADDED, date(2026, 4, 1)))

    assert with_calendar.readings == (("5 school days", date(2026, 4, 17)),)
    assert (without.due, without.readings) == (date(2026, 4, 6), ())


@pytest.mark.parametrize(
    ("kind", "key"),
    [(Kind.ROLL_ADDED, "roll_added_notify"), (Kind.ROLL_DELETED, "roll_deleted_notify")],
)
def test_the_ordinary_moves_of_the_school_year_need_no_telling(kind, key):
    assert runs(key, (kind, date(2025, 9, 1), {"standard_transition": True})) == []
    assert len(runs(key, (kind, date(2025, 9, 1), {"standard_transition": False}))) == 1


def test_telling_the_council_before_the_name_is_deleted_counts_for_that_roll_alone():
    told = (Kind.DUTY_DONE, date(2026, 3, 23), {"clock": "roll_deleted_notify"})
    deleted = (Kind.ROLL_DELETED, date(2026, 4, 1))
    added = (Kind.ROLL_ADDED, date(2026, 4, 13))
    again = (Kind.ROLL_DELETED, date(2026, 7, 1))

    first, second = runs("roll_deleted_notify", told, deleted, added, again)

    assert on(LONG_AFTER, first).state is State.MET
    assert on(LONG_AFTER, second).state is State.OVERDUE


def test_no_law_of_2024_is_applied_to_an_earlier_absence():
    absent = (Kind.ABSENCE_BEGAN, date(2024, 8, 18), {"calendar": "EX-2024-25"})

    found = reckon(history(absent), CALENDARS)

    assert (found.deadlines, [lost.mistyped for lost in found.undatable]) == ((), [True])


def notice(until=None, *after):
    """Return the notice of a parent's 15 days, with what it allows, and what came after."""
    return only("sao_notice", (Kind.EHE_NOTICE_SERVED, SERVED, {"reply_by": until}), *after)


@pytest.mark.parametrize(
    ("until", "state", "told"),
    [
        (
            "2026-01-28",
            State.NOT_BEFORE,
            [("days_allowed", 14), ("reason", "14 days only")],
        ),
        ("2026-01-15", State.NOT_BEFORE, [("days_allowed", 1), ("reason", "1 day only")]),
        ("2026-01-29", State.MET, [("days_allowed", 15)]),
        (None, State.MET, []),
    ],
)
def test_a_notice_that_allows_fourteen_days_is_one_day_short(until, state, told):
    deadline = notice(until)

    assert deadline.due == date(2026, 1, 29)
    assert on(LONG_AFTER, deadline).state is state
    assert [(name, value) for name, _, value in deadline.told] == told
    assert [(m.key, day) for m, day in deadline.milestones] == [
        ("earliest_lawful_reply_by", date(2026, 1, 29))
    ]


@pytest.mark.parametrize(
    ("order_on", "state"),
    [(date(2026, 1, 29), State.NOT_BEFORE), (date(2026, 1, 30), State.MET)],
)
def test_an_order_may_be_made_on_the_sixteenth_day(order_on, state):
    assert on(LONG_AFTER, notice(None, (Kind.EHE_ORDER_MADE, order_on))).state is state


def test_what_is_wrong_with_a_notice_is_said_in_words():
    order = (Kind.EHE_ORDER_MADE, date(2026, 1, 20))

    short = [s.text for s in explanation(on(LONG_AFTER, notice("2026-01-28")))]
    early = [s.text for s in explanation(on(LONG_AFTER, notice(None, order)))]

    assert (
        "The notice allows until Wednesday 28 January 2026, which is less than the law does."
    ) in short
    assert (
        "The school attendance order was made on Tuesday 20 January 2026, before the family's "
        "time was up."
    ) in early


def test_a_new_notice_takes_the_place_of_a_defective_one():
    again = (Kind.EHE_NOTICE_SERVED, date(2026, 1, 20), {"reply_by": "2026-02-03"})

    first, second = runs(
        "sao_notice", (Kind.EHE_NOTICE_SERVED, SERVED, {"reply_by": "2026-01-28"}), again
    )

    assert on(LONG_AFTER, first).state is State.NOT_BEFORE
    assert on(LONG_AFTER, second).state is State.MET


def test_taking_a_child_out_of_school_comes_today_under_the_rule_about_special_schools():
    asked = history((Kind.EHE_WITHDRAWAL_REQUESTED, date(2026, 11, 2)))

    ((proposed, _),) = not_in_force(asked)
    today = RULES[proposed.meanwhile]

    assert (proposed.key, proposed.confidence.value) == ("cws_consent_withdraw", "V")
    assert (today.ruleset, today.law.provision) == ("ENG-2024-pupilreg", "regulation 9")
    assert reckon(asked, CALENDARS).deadlines == ()


def test_consent_to_leave_a_special_school_waits_with_no_number_of_days():
    asked = (Kind.EHE_CONSENT_REQUESTED, date(2026, 2, 2))
    decided = (Kind.EHE_CONSENT_DECIDED, date(2026, 2, 23))

    (open_,) = waiting(history(asked), date(2026, 7, 1), CALENDARS)
    (met,) = waiting(history(asked, decided), date(2026, 7, 1), CALENDARS)

    assert (open_.state, open_.days_used) == (State.RUNNING, 149)
    assert (met.state, met.days_used) == (State.MET, 21)
