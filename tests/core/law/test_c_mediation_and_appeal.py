"""Mediation and appeal: the adviser's days, the council's thirty, the Tribunal's calendar."""

from datetime import date, timedelta

import pytest

from core.law.cases import CALENDARS, LONG_AFTER, history, on, only, runs
from sendpath.core.casefile.events import Kind, standing
from sendpath.core.law.clocks import RULES
from sendpath.core.law.deadlines import deadlines, reckon
from sendpath.core.law.evaluation import State

ASKED = (Kind.MEDIATION_REQUESTED, date(2025, 12, 1))
HELD = (Kind.MEDIATION_HELD, date(2026, 3, 31))
CERTIFICATE = Kind.CERTIFICATE_ISSUED
AGREED = (Kind.AGREEMENT_MADE, date(2026, 2, 11), {"terms": "other"})


def done(key):
    return Kind.DUTY_DONE, {"clock": key}


BOUNDARIES = [
    (
        "mediation_cert_declined",
        [(Kind.MEDIATION_DECLINED, date(2026, 4, 2))],  # Easter: Good Friday is the 3rd
        CERTIFICATE,
        {},
        date(2026, 4, 9),
    ),
    (
        "mediation_cert_lapsed",
        [(Kind.MEDIATION_LA_UNABLE, date(2025, 12, 23))],
        CERTIFICATE,
        {},
        date(2025, 12, 30),
    ),
    ("mediation_cert_after", [HELD], CERTIFICATE, {}, date(2026, 4, 7)),
    ("mediation_health_notify", [ASKED], Kind.MEDIATION_ICB_NOTIFIED, {}, date(2025, 12, 4)),
    (
        "mediation_arrange_icb",
        [(Kind.MEDIATION_ICB_NOTIFIED, date(2024, 1, 30))],
        Kind.MEDIATION_HELD,
        {},
        date(2024, 2, 29),
    ),
    ("mediation_arrange_la", [ASKED], Kind.MEDIATION_HELD, {}, date(2025, 12, 31)),
    (
        "mediation_agreement_other",
        [AGREED],
        *done("mediation_agreement_other"),
        date(2026, 2, 25),
    ),
    ("mediation_icb_tells_la", [AGREED], *done("mediation_icb_tells_la"), date(2026, 2, 18)),
    (
        "appeal_la_response",
        [(Kind.APPEAL_LA_RECEIVED, date(2025, 7, 10))],
        Kind.APPEAL_LA_RESPONDED,
        {},
        date(2025, 9, 19),
    ),
    (
        "disability_claim_lodge",
        [(Kind.DISCRIMINATION, date(2026, 2, 27))],
        *done("disability_claim_lodge"),
        date(2026, 8, 26),
    ),
    (
        "ftt_permission_to_appeal",
        [(Kind.APPEAL_REASONS_SENT, date(2026, 3, 6))],
        *done("ftt_permission_to_appeal"),
        date(2026, 4, 7),  # 28 days end on Good Friday
    ),
]


@pytest.mark.parametrize(
    ("received", "due"),
    [
        (date(2026, 2, 16), date(2026, 3, 30)),
        (date(2025, 6, 20), date(2025, 9, 1)),
        (date(2025, 6, 19), date(2025, 7, 31)),
        (date(2025, 11, 13), date(2026, 1, 2)),
        (date(2025, 11, 12), date(2025, 12, 24)),
    ],
)
def test_neither_august_nor_christmas_is_counted_in_the_councils_thirty_days(received, due):
    assert only("appeal_la_response", (Kind.APPEAL_LA_RECEIVED, received)).due == due


@pytest.mark.parametrize(
    ("time", "state"), [("17:00", State.MET), ("17:01", State.LATE_MET), (None, State.MET)]
)
def test_the_answer_must_be_with_the_tribunal_by_five(time, state):
    received = (Kind.APPEAL_LA_RECEIVED, date(2026, 2, 16))
    answer = (Kind.APPEAL_LA_RESPONDED, date(2026, 3, 30), {"time": time})

    assert on(LONG_AFTER, only("appeal_la_response", received, answer)).state is state


@pytest.mark.parametrize(
    "over",
    [
        Kind.APPEAL_UNOPPOSED,
        Kind.APPEAL_WITHDRAWN,
        Kind.APPEAL_DETERMINED,
        Kind.APPEAL_ORDER_MADE,
    ],
)
def test_an_appeal_conceded_or_over_needs_no_answer(over):
    received = (Kind.APPEAL_LA_RECEIVED, date(2026, 2, 16))

    deadline = only("appeal_la_response", received, (over, date(2026, 3, 2)))

    assert on(LONG_AFTER, deadline).state is State.NO_DUTY


@pytest.mark.parametrize(
    ("facts", "runs_at_all"), [({}, True), ({"health": True}, True), ({"health": False}, False)]
)
def test_commissioners_are_told_unless_health_is_known_not_to_be_in_dispute(facts, runs_at_all):
    asked = (Kind.MEDIATION_REQUESTED, date(2025, 12, 1), facts)

    assert bool(runs("mediation_health_notify", asked)) is runs_at_all
    assert len(runs("mediation_arrange_la", asked)) == 1


def test_saying_that_mediation_cannot_be_arranged_does_not_undo_the_thirty_days():
    unable = (Kind.MEDIATION_LA_UNABLE, date(2025, 12, 22))
    late = (Kind.MEDIATION_HELD, date(2026, 1, 14))

    unheld = on(LONG_AFTER, only("mediation_arrange_la", ASKED, unable))
    held = on(LONG_AFTER, only("mediation_arrange_la", ASKED, unable, late))

    assert unheld.state is State.OVERDUE
    assert (held.state, held.days_late) == (State.LATE_MET, 14)


@pytest.mark.parametrize(
    ("after", "state"),
    [
        ((Kind.APPEAL_RECEIVED, date(2025, 12, 15)), State.OVERDUE),
        ((Kind.MEDIATION_DECLINED, date(2025, 12, 15)), State.NO_DUTY),
        ((Kind.APPEAL_DETERMINED, date(2026, 6, 1)), State.NO_DUTY),
        (
            (Kind.APPEAL_DETERMINED, date(2026, 6, 1), {"claim": "discrimination"}),
            State.OVERDUE,
        ),
        ((Kind.AGREEMENT_MADE, date(2025, 12, 31)), State.MET),
        ((Kind.AGREEMENT_MADE, date(2026, 1, 1)), State.UNKNOWN_FACT),
    ],
)
def test_an_appeal_beside_it_does_not_end_the_duty_to_arrange_mediation(after, state):
    assert on(LONG_AFTER, only("mediation_arrange_la", ASKED, after)).state is state


def test_a_certificate_issued_before_mediation_serves_for_the_mediation_that_follows():
    unable = (Kind.MEDIATION_LA_UNABLE, date(2026, 1, 5))
    issued = (CERTIFICATE, date(2026, 1, 7))
    notice = (Kind.NOTICE_SENT, date(2026, 2, 2), {"notice_type": "maintain"})

    assert runs("mediation_cert_after", unable, issued, HELD) == []
    assert only("mediation_cert_after", unable, issued, notice, HELD).due == date(2026, 4, 7)


def test_a_second_meeting_starts_the_days_for_the_certificate_again():
    earlier = (Kind.MEDIATION_HELD, date(2026, 3, 24))

    first, last = runs("mediation_cert_after", earlier, HELD)

    assert (on(LONG_AFTER, first).state, last.due) == (State.NO_DUTY, date(2026, 4, 7))


@pytest.mark.parametrize(
    ("section_i_only", "state"), [(None, State.UNKNOWN_FACT), (True, State.OVERDUE)]
)
def test_an_appeal_shows_that_there_was_a_certificate_unless_it_needs_none(section_i_only, state):
    declined = (Kind.MEDIATION_DECLINED, date(2026, 4, 2))
    appeal = (Kind.APPEAL_RECEIVED, date(2026, 4, 20), {"section_i_only": section_i_only})

    assert on(LONG_AFTER, only("mediation_cert_declined", declined, appeal)).state is state


def started_by(facts):
    """Return the clocks of an agreement that facts such as these start."""
    agreed = history((Kind.AGREEMENT_MADE, date(2026, 2, 11), facts))
    return {deadline.key for deadline in deadlines(standing(agreed), CALENDARS)}


ORDERS = set(RULES["mediation_agreement_appealable"].counted_by)
OTHER, TELL = "mediation_agreement_other", "mediation_icb_tells_la"
TO_ASSESS = {"order_assess_notify", "order_assess_no_plan", "order_assess_final"}


@pytest.mark.parametrize(
    ("facts", "started"),
    [
        ({}, ORDERS | {OTHER, TELL}),
        ({"la_party": True}, ORDERS | {OTHER}),
        ({"la_party": True, "appealable": True}, ORDERS),
        ({"la_party": True, "appealable": False}, {OTHER}),
        ({"la_party": False}, {OTHER, TELL}),
        ({"la_party": True, "terms": "other"}, {OTHER}),
        ({"la_party": True, "terms": "assess"}, TO_ASSESS),
        ({"la_party": True, "terms": "assess", "appealable": True}, TO_ASSESS),
        ({"la_party": True, "terms": "amend_contents", "appealable": False}, {OTHER}),
        ({"la_party": True, "terms": "make_plan"}, {"order_make_draft", "order_make_final"}),
        ({"la_party": True, "terms": "amend_contents"}, {"order_amend_contents"}),
        ({"la_party": True, "terms": "amend_school"}, {"order_amend_school"}),
        ({"la_party": True, "terms": "continue"}, {"order_continue"}),
        (
            {"la_party": True, "terms": "continue_amend"},
            {"order_continue", "order_continue_amend"},
        ),
    ],
)
def test_an_agreement_starts_what_it_is_about_and_all_it_may_be_about_where_that_is_not_said(
    facts, started
):
    assert started_by(facts) == started


def test_an_agreement_about_something_appealable_has_the_weeks_of_an_order():
    agreed = (Kind.AGREEMENT_MADE, date(2026, 2, 11), {"terms": "assess"})

    assert only("order_assess_notify", agreed).due == date(2026, 2, 25)
    assert only("order_assess_no_plan", agreed).due == date(2026, 4, 22)
    assert only("order_assess_final", agreed).due == date(2026, 5, 20)


@pytest.mark.parametrize("key", ["mediation_agreement_other", "order_amend_contents"])
@pytest.mark.parametrize("written", [date(2026, 2, 13), date(2026, 7, 1)])
def test_the_date_that_the_parties_wrote_down_prevails(key, written):
    facts = {"due_on": written.isoformat()}

    deadline = only(key, (Kind.AGREEMENT_MADE, date(2026, 2, 11), facts))

    assert (deadline.due, deadline.adjusted_by) == (written, "given")


@pytest.mark.parametrize(
    ("act", "due"),
    [
        (date(2026, 2, 27), date(2026, 8, 26)),
        (date(2026, 3, 1), date(2026, 8, 31)),
        (date(2025, 8, 31), date(2026, 2, 28)),
        (date(2026, 4, 5), date(2026, 10, 4)),  # a Sunday, and it stays there
        (date(2020, 7, 21), date(2021, 1, 20)),
    ],
)
def test_nothing_moves_the_last_day_for_a_disability_claim(act, due):
    deadline = only("disability_claim_lodge", (Kind.DISCRIMINATION, act))

    assert (deadline.due, deadline.ruleset) == (due, "ENG-2020-r12")


@pytest.mark.parametrize(
    ("act", "due", "rule"),
    [
        (date(2019, 2, 27), date(2019, 9, 2), "r12(3)(a)"),
        (date(2019, 7, 1), date(2020, 1, 2), "r12(3)(a)"),
        (date(2020, 7, 20), date(2021, 1, 19), None),
    ],
)
def test_acts_before_21_july_2020_had_the_tribunals_august_and_christmas(act, due, rule):
    deadline = only("disability_claim_lodge", (Kind.DISCRIMINATION, act))

    assert (deadline.due, deadline.adjusted_by, deadline.ruleset) == (due, rule, "ENG-2014")


@pytest.mark.parametrize(
    ("sent", "due"),
    [
        (date(2026, 7, 14), date(2026, 8, 11)),  # August counts
        (date(2026, 1, 31), date(2026, 3, 2)),  # the 28 days end on a Saturday
    ],
)
def test_twenty_eight_calendar_days_run_to_a_working_day(sent, due):
    assert only("ftt_permission_to_appeal", (Kind.APPEAL_REASONS_SENT, sent)).due == due


def test_three_working_days_cannot_be_counted_past_the_bank_holidays_held():
    ahead = CALENDARS.last + timedelta(days=1)

    found = reckon(history((Kind.MEDIATION_DECLINED, ahead)), CALENDARS)

    assert [(lost.clock.key, lost.mistyped) for lost in found.undatable] == [
        ("mediation_cert_declined", False)
    ]
