"""E. Reviews: notice of the meeting, the youngest children, and moves after 16."""

from datetime import date

import pytest

from core.law.cases import CALENDARS, LONG_AFTER, history, on, only, runs
from sendpath.core.casefile.events import Kind, standing
from sendpath.core.law.beside import left_out, waiting
from sendpath.core.law.evaluation import State
from sendpath.core.law.explanation import explanation

PLAN = (Kind.FINALISED_SENT, date(2025, 9, 15), {"first": True, "child_age": 3})
MEETING_ON = {"meeting_on": "2026-01-15"}
FIXED = (Kind.REVIEW_MEETING_DATE, date(2025, 11, 20), MEETING_ON)
HELD = (Kind.REVIEW_MEETING_HELD, date(2026, 1, 15))
POST_16 = {"kind": "post16_to_post16", "transfer_on": "2026-07-31"}
AUTUMN = {"starts_on": "2026-09-02"}

BOUNDARIES = [
    ("early_years_review", [PLAN], Kind.REVIEW_DECISION_NOTIFIED, {}, date(2026, 3, 15)),
    ("review_invitations", [FIXED], Kind.REVIEW_INVITATIONS_SENT, {}, date(2026, 1, 1)),
    ("review_circulate_advice", [FIXED], Kind.REVIEW_ADVICE_CIRCULATED, {}, date(2026, 1, 1)),
    (
        "review_list_to_schools",
        [(Kind.TERM_START, date(2026, 7, 1), AUTUMN)],
        Kind.DUTY_DONE,
        {"clock": "review_list_to_schools"},
        date(2026, 8, 19),
    ),
    (
        "phase_transfer_5_months",
        [(Kind.PHASE_TRANSFER_PLANNED, date(2025, 10, 1), POST_16)],
        Kind.AMENDED_PLAN_SENT,
        {},
        date(2026, 2, 28),
    ),
]


def told(deadline):
    return {name: value for name, _, value in deadline.told}


def milestones(deadline):
    return {milestone.key: day for milestone, day in deadline.milestones}


def waits(*happened, day=LONG_AFTER):
    found = waiting(standing(history(*happened)), day, CALENDARS)
    return {wait.rule.key: wait.state for wait in found}


@pytest.mark.parametrize(
    ("sent_on", "state", "strictly"),
    [
        (date(2025, 12, 31), State.MET, State.MET),
        (date(2026, 1, 1), State.MET, State.LATE_MET),
        (date(2026, 1, 2), State.LATE_MET, State.LATE_MET),
    ],
)
def test_two_weeks_notice_is_14_days_or_on_the_stricter_reading_14_whole_days(
    sent_on, state, strictly
):
    sent = (Kind.REVIEW_INVITATIONS_SENT, sent_on)

    invited = only("review_invitations", FIXED, sent)
    stands = on(LONG_AFTER, invited)

    assert (invited.due, invited.alert_on) == (date(2026, 1, 1), date(2025, 12, 31))
    assert (stands.state, [other for _, other in stands.readings]) == (state, [strictly])


def test_the_days_of_notice_are_told_once_it_is_given():
    sent = (Kind.REVIEW_INVITATIONS_SENT, date(2026, 1, 6))

    assert told(only("review_invitations", FIXED)) == {}
    assert told(only("review_invitations", FIXED, sent)) == {"notice_days": 9}


def test_notice_given_before_the_meeting_was_moved_is_not_passed_over_in_silence():
    sent = (Kind.REVIEW_INVITATIONS_SENT, date(2025, 12, 1))
    moved = (Kind.REVIEW_MEETING_DATE, date(2026, 1, 8), {"meeting_on": "2026-02-12"})

    invited = only("review_invitations", FIXED, sent, moved)

    assert told(invited) == {"notice_days": 73, "day_fixed_later": True}
    assert "This day was fixed, or changed, only after that: yes." in [
        sentence.text for sentence in explanation(on(LONG_AFTER, invited))
    ]


def test_once_the_meeting_is_held_nobody_can_be_invited_to_it():
    next_year = (Kind.REVIEW_MEETING_DATE, date(2026, 10, 1), {"meeting_on": "2027-01-14"})
    invited = (Kind.REVIEW_INVITATIONS_SENT, date(2026, 12, 1))

    first, second = runs("review_invitations", FIXED, HELD, next_year, invited)

    assert (first.done, on(LONG_AFTER, first).state) == (None, State.NO_DUTY)
    assert (second.due, second.done_on) == (date(2026, 12, 31), date(2026, 12, 1))


def test_a_meeting_held_early_keeps_the_notice_that_was_given_of_it():
    sent = (Kind.REVIEW_INVITATIONS_SENT, date(2025, 12, 20))
    early = (Kind.REVIEW_MEETING_HELD, date(2026, 1, 12))

    assert only("review_invitations", FIXED, sent, early).done_on == date(2025, 12, 20)


def test_a_day_written_down_only_after_its_meeting_is_still_that_meetings():
    sent = (Kind.REVIEW_INVITATIONS_SENT, date(2026, 1, 6))
    recorded_after = (Kind.REVIEW_MEETING_DATE, date(2026, 1, 15))

    late = only("review_invitations", sent, HELD, recorded_after)

    assert (late.done_on, on(LONG_AFTER, late).state) == (date(2026, 1, 6), State.LATE_MET)


def test_the_youngest_children_are_looked_at_from_each_review_to_the_next():
    decided = (Kind.REVIEW_DECISION_NOTIFIED, date(2026, 3, 16), {"outcome": "maintain"})
    born = (Kind.PERSON_BORN, date(2022, 6, 1))
    plan = (Kind.FINALISED_SENT, date(2025, 9, 15), {"first": True})

    first, second = runs("early_years_review", born, plan, decided)

    assert on(LONG_AFTER, first).state is State.LATE_MET
    assert milestones(second) == {"three": date(2026, 6, 16), "six": date(2026, 9, 16)}


@pytest.mark.parametrize(
    ("born", "found"), [(date(2020, 9, 15), 0), (date(2020, 9, 16), 1), (None, 0)]
)
def test_from_the_fifth_birthday_only_the_12_months_hold(born, found):
    plan = (Kind.FINALISED_SENT, date(2025, 9, 15), {"first": True})
    birth = [(Kind.PERSON_BORN, born)] if born else []

    assert len(runs("early_years_review", *birth, plan)) == found
    assert only("first_annual_review", *birth, plan).due == date(2026, 9, 14)


def test_the_list_for_one_term_is_not_taken_for_that_of_the_next():
    spring = (Kind.TERM_START, date(2026, 7, 1), {"starts_on": "2027-01-05"})
    sent = (Kind.DUTY_DONE, date(2026, 8, 19), {"clock": "review_list_to_schools"})

    found = runs(
        "review_list_to_schools", (Kind.TERM_START, date(2026, 7, 1), AUTUMN), spring, sent
    )

    assert [(d.due, d.done_on) for d in found] == [
        (date(2026, 8, 19), date(2026, 8, 19)),
        (date(2026, 12, 22), None),
    ]


@pytest.mark.parametrize(
    ("moves_on", "due"),
    [("2026-07-31", date(2026, 2, 28)), ("2028-07-31", date(2028, 2, 29))],
)
def test_five_months_back_from_a_day_that_february_has_not_is_its_last_day(moves_on, due):
    planned = {"kind": "post16_to_post16", "transfer_on": moves_on}

    moved = only(
        "phase_transfer_5_months", (Kind.PHASE_TRANSFER_PLANNED, date(2025, 9, 1), planned)
    )

    assert moved.due == due


@pytest.mark.parametrize(
    ("born", "owed"),
    [
        (date(2008, 3, 3), {"under18_neet_review": State.RUNNING}),
        (date(2008, 3, 2), {}),
        (None, {"under18_neet_review": State.RUNNING}),
    ],
)
def test_until_18_a_plan_is_reviewed_when_education_stops(born, owed):
    birth = [(Kind.PERSON_BORN, born)] if born else []

    assert waits(*birth, (Kind.NEET, date(2026, 3, 2))) == owed


def test_after_18_a_plan_may_not_end_before_the_leaver_is_reviewed():
    born, left = (Kind.PERSON_BORN, date(2007, 1, 1)), (Kind.LEFT_SETTING, date(2026, 3, 2))
    reviewed = (Kind.REVIEW_DECISION_NOTIFIED, date(2026, 4, 2), {"outcome": "maintain"})
    elsewhere = (Kind.PLACEMENT_STARTED, date(2026, 4, 2))

    assert waits(born, left) == {"over18_leaver_review": State.RUNNING}
    assert waits(born, left, reviewed) == {"over18_leaver_review": State.MET}
    assert waits(born, left, elsewhere) == {"over18_leaver_review": State.NO_DUTY}


def test_a_review_that_left_out_preparing_for_adulthood_is_found():
    covered = (Kind.REVIEW_MEETING_HELD, date(2026, 1, 15), {"pfa_covered": True})
    not_told = (Kind.REVIEW_MEETING_HELD, date(2026, 1, 15))
    left = (Kind.REVIEW_REPORT_SENT, date(2026, 1, 29), {"pfa_covered": False})

    found = left_out(history(covered, not_told, left))

    assert [(lacks.rule.key, lacks.event.number) for lacks in found] == [("year9_pfa_review", 3)]
