"""Every part of every reason for missing a limit, and that none of them moves a date."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.law.cases import LONG_AFTER, on, only
from sendpath.core.casefile.events import Kind
from sendpath.core.law.evaluation import State

REQUEST = (Kind.REQUEST_RECEIVED, date(2025, 6, 23))
DECIDED = (Kind.ASSESSMENT_DECIDED, date(2025, 9, 5), {"outcome": "assess"})
SUMMER = {
    "ground": "X_SCHOOL",
    "first_closed": "2025-07-23",
    "reopens": "2025-09-03",
    "impractical": True,
}


def claimed(facts):
    return (Kind.EXCEPTION_CLAIMED, date(2025, 8, 1), facts)


def asked(day, **who):
    return (Kind.ADVICE_REQUESTED, day, who or {"from": "head"})


def decided_late(*more):
    return on(LONG_AFTER, only("decide_whether_to_assess", REQUEST, DECIDED, *more))


@pytest.mark.parametrize(
    ("day", "accepted"),
    [
        (date(2025, 7, 15), False),
        (date(2025, 7, 16), True),
        (date(2025, 8, 4), True),  # the last day of the six weeks
        (date(2025, 8, 5), False),
    ],
)
def test_advice_must_be_asked_inside_the_window_and_inside_the_limit(day, accepted):
    (reason,) = decided_late(asked(day), claimed(SUMMER)).exceptions

    assert reason.accepted is accepted


@pytest.mark.parametrize(("reopens", "accepted"), [("2025-08-19", False), ("2025-08-20", True)])
def test_the_school_must_be_closed_for_28_days_on_end(reopens, accepted):
    facts = {**SUMMER, "reopens": reopens}

    (reason,) = decided_late(asked(date(2025, 7, 18)), claimed(facts)).exceptions

    assert reason.accepted is accepted


@pytest.mark.parametrize(
    ("ground", "who", "accepted"),
    [
        ("X_SCHOOL", {"from": "head"}, True),
        ("X_SCHOOL", {"body": "school"}, True),
        ("X_SCHOOL", {"from": "educational psychologist"}, False),
        ("X_SCHOOL", {"from": "nursery SENCO"}, False),
        ("X_EY", {"from": "nursery SENCO"}, True),
        ("X_EY", {"from": "head"}, False),
    ],
)
def test_it_is_the_closed_setting_that_must_have_been_asked(ground, who, accepted):
    facts = {**SUMMER, "ground": ground}

    (reason,) = decided_late(asked(date(2025, 7, 18), **who), claimed(facts)).exceptions

    assert reason.accepted is accepted


@pytest.mark.parametrize(
    ("impractical", "state", "awaits"),
    [
        (True, State.LIMIT_DISAPPLIED, False),
        (None, State.LATE_MET, True),
        (False, State.LATE_MET, False),
    ],
)
def test_a_reason_counts_only_once_it_is_shown_to_have_made_this_impractical(
    impractical, state, awaits
):
    facts = {**SUMMER, "impractical": impractical}
    found = decided_late(asked(date(2025, 7, 18)), claimed(facts))

    assert (found.state, found.awaits_proof, found.days_past_due) == (state, awaits, 32)


@pytest.mark.parametrize(
    ("first", "last", "accepted"),
    [
        ("2025-07-07", "2025-08-03", True),  # 28 days
        ("2025-07-07", "2025-08-02", False),
        ("2025-07-08", "2025-08-31", True),  # 28 of them by the last day
        ("2025-07-09", "2025-08-31", False),
    ],
)
def test_28_days_away_must_fall_inside_the_limit(first, last, accepted):
    facts = {"ground": "X_ABS4", "from": first, "to": last, "impractical": True}

    (reason,) = decided_late(claimed(facts)).exceptions

    assert reason.accepted is accepted


@pytest.mark.parametrize(
    ("day", "accepted"), [("2025-06-22", False), ("2025-06-23", True), ("2025-08-05", False)]
)
def test_personal_circumstances_must_touch_the_time_allowed(day, accepted):
    facts = {"ground": "X_EPC", "date": day, "impractical": True}

    (reason,) = decided_late(claimed(facts)).exceptions

    assert reason.accepted is accepted


def test_a_missed_appointment_protects_only_the_body_that_made_it():
    asked_on = date(2026, 1, 19)
    facts = {"ground": "X_APPT", "date": "2026-02-18", "body": "SLT", "impractical": True}
    claim = (Kind.EXCEPTION_CLAIMED, date(2026, 2, 18), facts)

    speech = on(LONG_AFTER, only("provide_advice", asked(asked_on, body="SLT"), claim))
    other = on(LONG_AFTER, only("provide_advice", asked(asked_on, body="EP"), claim))

    assert (speech.state, other.state) == (State.LIMIT_DISAPPLIED, State.OVERDUE)


@pytest.mark.parametrize("ground", ["EP_SHORTAGE", "X_APPT", "not_stated"])
def test_what_the_law_does_not_name_for_a_limit_is_shown_and_not_accepted(ground):
    (reason,) = decided_late(claimed({"ground": ground, "impractical": True})).exceptions

    assert reason.accepted is False


def test_a_reason_that_a_reviewer_rejected_no_longer_counts():
    rejected = (Kind.EXCEPTION_REJECTED, date(2025, 9, 8), {"ground": "X_SCHOOL"})

    found = decided_late(asked(date(2025, 7, 18)), claimed(SUMMER), rejected)

    assert found.state is State.LATE_MET


def test_a_reason_arising_in_weeks_17_to_20_is_read_two_ways():
    request = (Kind.REQUEST_RECEIVED, date(2025, 10, 6))
    plan = (Kind.FINALISED_SENT, date(2026, 3, 20))
    facts = {"ground": "X_ABS4", "from": "2026-01-27", "to": "2026-02-23", "impractical": True}
    claim = (Kind.EXCEPTION_CLAIMED, date(2026, 1, 27), facts)

    found = on(LONG_AFTER, only("issue_final_plan", request, plan, claim))

    assert found.state is State.LIMIT_DISAPPLIED
    assert [state for _, state in found.readings] == [State.LATE_MET]


@pytest.mark.parametrize(
    ("requested", "ruleset"),
    [
        (date(2020, 3, 19), "ENG-2014"),  # due 30 April 2020
        (date(2020, 3, 20), "ENG-2020-covid"),  # due 1 May 2020
        (date(2020, 9, 25), "ENG-2020-covid"),
        (date(2020, 9, 26), "ENG-2014"),
    ],
)
def test_the_coronavirus_rules_reach_limits_that_began_or_ended_under_them(requested, ruleset):
    deadline = only("decide_whether_to_assess", (Kind.REQUEST_RECEIVED, requested))

    assert deadline.ruleset == ruleset
    assert on(LONG_AFTER, deadline).awaits_proof is (ruleset == "ENG-2020-covid")


@pytest.mark.parametrize(
    ("made_on", "ruleset"), [(date(2020, 4, 30), "ENG-2014"), (date(2020, 5, 1), "ENG-2020-covid")]
)
def test_a_year_that_began_on_the_first_day_of_the_coronavirus_rules_is_under_them(
    made_on, ruleset
):
    deadline = only("first_annual_review", (Kind.FINALISED_SENT, made_on, {"first": True}))

    assert deadline.ruleset == ruleset


def test_the_other_reading_of_the_period_is_for_reasons_that_must_fall_inside_it():
    request = (Kind.REQUEST_RECEIVED, date(2025, 3, 10))  # 16 weeks end on 30 June
    plan = (Kind.FINALISED_SENT, date(2025, 9, 19))

    found = on(
        LONG_AFTER,
        only("issue_final_plan", request, plan, asked(date(2025, 7, 17)), claimed(SUMMER)),
    )

    assert found.state is State.LIMIT_DISAPPLIED
    assert [state for _, state in found.readings] == [State.LIMIT_DISAPPLIED]


def test_more_time_from_the_tribunal_saves_a_late_appeal():
    notice = (Kind.NOTICE_SENT, date(2026, 1, 9))
    appeal = (Kind.APPEAL_RECEIVED, date(2026, 3, 20))
    allowed = (Kind.APPEAL_EXTENSION_GRANTED, date(2026, 4, 1))

    assert on(LONG_AFTER, only("appeal_lodge", notice, appeal)).state is State.LATE_MET
    assert (
        on(LONG_AFTER, only("appeal_lodge", notice, appeal, allowed)).state
        is State.LIMIT_DISAPPLIED
    )


grounds = st.sampled_from(["X_SCHOOL", "X_EY", "X_EPC", "X_ABS4", "COVID", "EP_SHORTAGE"])
near = st.dates(date(2025, 8, 3), date(2025, 8, 6))


@given(grounds, st.sampled_from([True, False, None]), near, near)
def test_a_reason_never_moves_a_date_and_never_makes_a_late_act_timely(
    ground, impractical, done_on, as_at
):
    done = (Kind.ASSESSMENT_DECIDED, done_on, {"outcome": "assess"})
    facts = {**SUMMER, "ground": ground, "impractical": impractical, "from": "2025-07-01"}
    claim = (Kind.EXCEPTION_CLAIMED, date(2025, 7, 1), facts)
    plain = only("decide_whether_to_assess", REQUEST, done)
    with_reason = only("decide_whether_to_assess", REQUEST, done, claim, asked(date(2025, 7, 18)))

    before, after = on(as_at, plain).state, on(as_at, with_reason).state

    assert with_reason.due == plain.due
    if before in {State.OVERDUE, State.LATE_MET}:
        assert after in {before, State.LIMIT_DISAPPLIED}
    else:
        assert after is before
