"""Which events start, do and end a clock, and what a second start means."""

from datetime import date, timedelta

import pytest

from core.law.cases import LONG_AFTER, on, only, runs
from sendpath.core.casefile.events import Kind
from sendpath.core.law.clocks import CLOCKS
from sendpath.core.law.evaluation import State
from sendpath.core.law.overlaps import governing

REQUEST = (Kind.REQUEST_RECEIVED, date(2025, 1, 6))
REFUSED = (Kind.ASSESSMENT_DECIDED, date(2025, 1, 27), {"outcome": "refuse"})
AGREED = (Kind.ASSESSMENT_DECIDED, date(2025, 3, 10), {"outcome": "assess"})
MEETING = (Kind.REVIEW_MEETING_HELD, date(2026, 1, 15))


def test_a_second_request_while_the_first_runs_is_ignored():
    again = (Kind.REQUEST_RECEIVED, date(2025, 2, 3))

    assert only("issue_final_plan", REQUEST, again).started_on == date(2025, 1, 6)


def test_a_decision_does_not_let_a_repeat_of_the_request_start_afresh():
    again = (Kind.REQUEST_RECEIVED, date(2025, 4, 1))

    assert len(runs("decide_whether_to_assess", REQUEST, AGREED, again)) == 1


@pytest.mark.parametrize(
    "closing",
    [
        (Kind.REQUEST_WITHDRAWN, date(2025, 2, 3)),
        (Kind.MOVE_OCCURRED, date(2025, 2, 3)),
        REFUSED,
    ],
)
def test_once_the_case_closes_a_new_start_is_a_new_run(closing):
    new = (Kind.RESPONSIBILITY_BEGAN, date(2025, 9, 1))

    first, second = runs("issue_final_plan", REQUEST, closing, new)

    assert on(LONG_AFTER, first).state is State.NO_DUTY
    assert second.due == date(2026, 1, 19)


def test_a_change_of_mind_after_refusing_keeps_the_first_date_and_shows_the_other():
    deadline = only("issue_final_plan", REQUEST, REFUSED, AGREED)

    assert on(LONG_AFTER, deadline).state is State.OVERDUE
    assert deadline.due == date(2025, 5, 26)
    assert [day for _, day in deadline.readings] == [date(2025, 7, 28)]


def test_after_an_appeal_a_refusal_is_not_reopened_by_deciding_to_assess():
    appeal = (Kind.APPEAL_RECEIVED, date(2025, 2, 20))

    deadline = only("issue_final_plan", REQUEST, REFUSED, appeal, AGREED)

    assert on(LONG_AFTER, deadline).state is State.NO_DUTY


def test_the_notice_gives_the_day_where_the_decision_came_first():
    decided = (Kind.ASSESSMENT_DECIDED, date(2025, 2, 17), {"outcome": "refuse"})
    notice = (Kind.NOTICE_SENT, date(2025, 2, 19))

    deadline = only("decide_whether_to_assess", REQUEST, decided, notice)

    assert deadline.done_on == date(2025, 2, 19)
    assert on(LONG_AFTER, deadline).days_late == 2


def test_a_later_notice_about_the_plan_is_not_taken_for_the_decision_to_assess():
    decided = (Kind.ASSESSMENT_DECIDED, date(2025, 2, 10), {"outcome": "assess"})
    plan = (Kind.FINALISED_SENT, date(2025, 5, 20))
    notice = (Kind.NOTICE_SENT, date(2025, 5, 20))

    deadline = only("decide_whether_to_assess", REQUEST, decided, plan, notice)

    assert deadline.done_on == date(2025, 2, 10)


def test_deciding_to_issue_a_plan_ends_the_duty_to_say_that_there_will_be_none():
    issue = (Kind.PLAN_DECIDED, date(2025, 4, 1), {"outcome": "issue"})

    assert on(LONG_AFTER, only("decide_not_to_issue_notify", REQUEST, issue)).state is State.NO_DUTY


def test_each_adviser_has_its_own_six_weeks():
    health = (Kind.ADVICE_REQUESTED, date(2026, 1, 19), {"from": "health"})
    head = (Kind.ADVICE_REQUESTED, date(2026, 1, 26), {"from": "head"})
    repeat = (Kind.ADVICE_REQUESTED, date(2026, 2, 2), {"from": "head"})
    reply = (Kind.ADVICE_RECEIVED, date(2026, 2, 20), {"from": "head"})

    found = runs("provide_advice", health, head, repeat, reply)

    assert [(d.run, d.due, d.done_on) for d in found] == [
        ("health", date(2026, 3, 2), None),
        ("head", date(2026, 3, 9), date(2026, 2, 20)),
    ]


def test_advice_already_held_ends_only_that_advisers_clock():
    health = (Kind.ADVICE_REQUESTED, date(2026, 1, 19), {"body": "health"})
    care = (Kind.ADVICE_REQUESTED, date(2026, 1, 19), {"body": "care"})
    held = (Kind.EXISTING_ADVICE_ACCEPTED, date(2026, 1, 20), {"body": "care"})

    found = runs("provide_advice", health, care, held)

    assert [on(LONG_AFTER, d).state for d in found] == [State.OVERDUE, State.NO_DUTY]


def test_a_draft_served_later_than_sent_gives_its_window_from_service():
    sent = (Kind.DRAFT_SENT, date(2026, 6, 1), {"method": "first_class_post"})
    served = (Kind.DRAFT_SERVED, date(2026, 6, 4))

    assert only("draft_representations", sent).started_on == date(2026, 6, 3)
    assert only("draft_representations", sent, served).started_on == date(2026, 6, 4)


def test_a_new_draft_inside_the_window_takes_the_place_of_the_first():
    first = (Kind.DRAFT_SERVED, date(2026, 6, 1))
    second = (Kind.DRAFT_SERVED, date(2026, 6, 8), {"version": 2})

    found = runs("draft_representations", first, second)

    assert [on(LONG_AFTER, d).state for d in found] == [State.NO_DUTY, State.MET]


def test_deciding_to_amend_without_the_notice_does_not_do_the_duty():
    decided = (
        Kind.REVIEW_DECISION_NOTIFIED,
        date(2026, 2, 12),
        {"outcome": "amend", "notice_attached": False},
    )
    notice = (Kind.AMENDMENT_NOTICE_SENT, date(2026, 2, 16))

    without = on(LONG_AFTER, only("review_decision_notify", MEETING, decided))
    sent_later = on(LONG_AFTER, only("review_decision_notify", MEETING, decided, notice))

    assert (without.state, without.reason) == (
        State.OVERDUE,
        "decision without amendment notice",
    )
    assert (sent_later.days_late, sent_later.reason) == (4, None)


def test_an_early_notice_brings_the_amended_plan_forward():
    notice = (Kind.AMENDMENT_NOTICE_SENT, date(2026, 1, 29))

    ((backstop, latest),) = only("review_amendment_notice", MEETING, notice).milestones

    assert only("review_final_amended_plan", MEETING, notice).due == date(2026, 3, 26)
    assert (backstop.key, latest) == ("backstop_12w", date(2026, 4, 9))


def test_the_earlier_of_the_eight_weeks_and_the_phase_date_governs():
    planned = (Kind.PHASE_TRANSFER_PLANNED, date(2026, 9, 1), {"kind": "primary_to_secondary"})
    notice = (Kind.AMENDMENT_NOTICE_SENT, date(2026, 1, 22))
    phase = only("phase_transfer_15_feb", planned)
    weeks = only("review_final_amended_plan", notice)

    assert governing([weeks, phase], CLOCKS["review_final_amended_plan"]) == phase


def test_a_plan_amended_long_before_a_transfer_does_not_name_the_next_school():
    planned = (Kind.PHASE_TRANSFER_PLANNED, date(2026, 9, 1), {"kind": "primary_to_secondary"})
    year_before = (Kind.AMENDED_PLAN_SENT, date(2025, 8, 31))
    that_year = (Kind.AMENDED_PLAN_SENT, date(2025, 9, 1))

    assert only("phase_transfer_15_feb", year_before, planned).done is None
    assert only("phase_transfer_15_feb", that_year, planned).done_on == date(2025, 9, 1)


def test_a_schools_own_sixth_form_has_no_statutory_date():
    planned = (
        Kind.PHASE_TRANSFER_PLANNED,
        date(2026, 9, 1),
        {"kind": "secondary_to_own_sixth_form"},
    )

    deadline = only("phase_transfer_31_mar", planned)

    assert (deadline.due, deadline.limit.statutory) == (date(2026, 3, 31), False)
    assert on(LONG_AFTER, deadline).state is State.NO_DUTY


def test_moves_in_2015_kept_the_date_of_that_year():
    planned = (Kind.PHASE_TRANSFER_PLANNED, date(2015, 9, 1), {"kind": "secondary_to_post16"})

    deadline = only("phase_transfer_31_mar", planned)

    assert deadline.due == date(2015, 5, 30)
    assert deadline.readings == (("“by” 31 May", date(2015, 5, 31)),)


@pytest.mark.parametrize(
    ("silent_on", "state"),
    [
        (None, State.OVERDUE),
        ("review.report_sent", State.UNKNOWN_FACT),
        ("review.amended_plan_sent review.report_sent", State.UNKNOWN_FACT),
        ("review.amended_plan_sent", State.OVERDUE),
    ],
)
def test_what_a_source_cannot_tell_is_unknown_and_not_overdue(silent_on, state):
    kind, day = MEETING[:2]

    report = only("review_report", (kind, day, {"silent_on": silent_on}))

    assert on(report.due, report).state is State.RUNNING
    assert on(report.due + timedelta(days=1), report).state is state


def test_the_time_to_appeal_runs_from_the_notice_once_it_is_on_record():
    plan = (Kind.FINALISED_SENT, date(2026, 3, 2))
    notice = (Kind.NOTICE_SENT, date(2026, 3, 4), {"notice_type": "final_plan"})

    assert only("appeal_lodge", plan).due == date(
        2026, 5, 5
    )  # 4 May is a bank holiday, 2 a Saturday
    assert only("appeal_lodge", plan, notice).started_on == date(2026, 3, 4)


@pytest.mark.parametrize(
    ("certificate", "due"),
    [(date(2025, 2, 10), date(2025, 3, 10)), (date(2025, 1, 10), date(2025, 2, 28))],
)
def test_the_later_of_two_months_and_a_month_from_the_certificate(certificate, due):
    notice = (Kind.NOTICE_SENT, date(2024, 12, 28), {"appealable": True})

    assert only("appeal_lodge", notice, (Kind.CERTIFICATE_ISSUED, certificate)).due == due


@pytest.mark.parametrize(
    ("time", "state"), [("17:00", State.MET), ("17:01", State.LATE_MET), (None, State.MET)]
)
def test_the_tribunals_day_ends_at_five(time, state):
    notice = (Kind.NOTICE_SENT, date(2026, 1, 9))
    appeal = (Kind.APPEAL_RECEIVED, date(2026, 3, 9), {"time": time})

    assert on(LONG_AFTER, only("appeal_lodge", notice, appeal)).state is state


@pytest.mark.parametrize(
    ("asked", "arrived"),
    [
        ({"from": "health"}, {"body": "health"}),
        ({"body": "EP", "advice_id": "A1"}, {"body": "EP"}),
        ({"body": "EP", "advice_id": "A1"}, {"advice_id": "A1"}),
    ],
)
def test_advice_finds_its_request_by_any_name_that_both_give(asked, arrived):
    request = (Kind.ADVICE_REQUESTED, date(2026, 1, 19), asked)
    other = (Kind.ADVICE_REQUESTED, date(2026, 1, 12), {"body": "SLT", "advice_id": "A2"})
    advice = (Kind.ADVICE_RECEIVED, date(2026, 3, 2), arrived)

    found = {
        d.trigger.occurred_on: d.done_on for d in runs("provide_advice", other, request, advice)
    }

    assert found == {date(2026, 1, 12): None, date(2026, 1, 19): date(2026, 3, 2)}


def test_a_first_contact_with_the_adviser_after_two_months_spoils_the_certificate():
    notice = (Kind.NOTICE_SENT, date(2025, 10, 1))
    certificate = (Kind.CERTIFICATE_ISSUED, date(2026, 1, 15))

    def due(*contacts):
        contacted = [(Kind.MEDIATION_CONTACTED, day) for day in contacts]
        return only("appeal_lodge", notice, *contacted, certificate).due

    assert due() == date(2026, 2, 16)
    assert due(date(2025, 12, 1)) == date(2026, 2, 16)
    assert due(date(2025, 12, 1), date(2025, 12, 2)) == date(2026, 2, 16)
    assert due(date(2025, 12, 2)) == date(2025, 12, 1)
