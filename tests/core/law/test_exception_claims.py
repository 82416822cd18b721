"""Whom a reason is claimed for, whether it is one that the law knows, and what became of it."""

from datetime import date

import pytest

from core.law.cases import CALENDARS
from core.law.one_claim import ADVICE, BEGAN, DECIDE, DUE, MADE_OUT, claimed, reason, reasons
from sendpath.core.casefile.events import Kind
from sendpath.core.law.exceptions import Period, relaxed
from sendpath.core.law.source import CORONAVIRUS, regulation, tribunal_rule
from sendpath.core.law.wording import COVID

APPEAL = "appeal_lodge"
IN_FORCE, OVER = date(2020, 5, 1), date(2020, 9, 25)
MET = "Every part of its test is met, and it made keeping the limit impractical."
NOT_ACCEPTED = "It was looked at again and not accepted."


def limit(first=BEGAN, last=DUE, body=""):
    return Period(first, last, last, body, CALENDARS)


def rejected(**facts):
    return Kind.EXCEPTION_REJECTED, date(2025, 9, 8), facts


@pytest.mark.parametrize(
    ("impractical", "accepted", "why"),
    [
        (True, True, MET),
        (False, False, "It did not make keeping the limit impractical."),
        (None, None, MADE_OUT),
        ("yes", None, MADE_OUT),  # only a plain yes or no settles it
    ],
)
def test_it_must_have_made_keeping_the_limit_impractical(impractical, accepted, why):
    found = reason(claimed(impractical=impractical))

    assert (found.code, found.accepted, found.why) == ("X_EPC", accepted, why)
    assert found.law == regulation("5(4)(c)")


@pytest.mark.parametrize(
    ("clock", "concerns"), [(None, True), ("", True), (DECIDE, True), ("issue_final_plan", False)]
)
def test_a_claim_for_one_limit_is_not_about_another(clock, concerns):
    assert bool(reasons(claimed(clock=clock))) is concerns


@pytest.mark.parametrize(
    ("body", "concerns"), [(None, True), ("", True), ("SLT", True), ("EP", False)]
)
def test_a_claim_for_one_body_is_not_about_anothers_advice(body, concerns):
    claim = claimed(body=body)

    assert bool(reasons(claim, of=ADVICE, period=limit(body="SLT"))) is concerns
    assert reasons(claim, of=ADVICE, period=limit(body="")) != ()


def test_a_claim_must_be_about_this_limit_and_about_this_body():
    claim = claimed(clock=DECIDE, body="SLT")

    assert reasons(claim, of=ADVICE, period=limit(body="SLT")) == ()


def test_every_claim_is_told_in_the_order_in_which_it_was_made_and_nothing_else_is():
    found = reasons(
        (Kind.NOTE_ADDED, BEGAN, {"ground": "X_EPC"}),
        claimed("EP_SHORTAGE"),
        rejected(ground="late_health_advice"),
        claimed("X_EPC"),
    )

    assert [tested.code for tested in found] == ["EP_SHORTAGE", "X_EPC"]


@pytest.mark.parametrize(
    ("ground", "why"),
    [
        ("EP_SHORTAGE", "It is not a reason that the law allows for this limit."),
        ("X_APPT", "It is not a reason that the law allows for this limit."),
        ("not_stated", "A reason is said to apply, but which one is not on record."),
    ],
)
def test_a_reason_that_the_law_does_not_name_is_refused_and_has_no_law(ground, why):
    found = reason(claimed(ground, impractical=True))

    assert (found.code, found.accepted, found.why) == (ground, False, why)
    assert (found.law, found.figures, found.days) == (None, (), ())


@pytest.mark.parametrize(
    ("rejection", "why"),
    [
        (rejected(), NOT_ACCEPTED),
        (rejected(claim=1), NOT_ACCEPTED),
        (rejected(ground="X_EPC"), NOT_ACCEPTED),
        (rejected(claim=1, ground="X_EPC"), NOT_ACCEPTED),
        (rejected(claim=2), MET),
        (rejected(ground="X_ABS4"), MET),
        (rejected(claim=1, ground="X_ABS4"), MET),
        (rejected(claim=2, ground="X_EPC"), MET),
        ((Kind.NOTE_ADDED, date(2025, 9, 8)), MET),
    ],
)
def test_a_rejection_names_the_claim_or_its_ground_or_neither(rejection, why):
    found = reason(claimed(impractical=True), rejection)

    assert (found.why, found.accepted) == (why, why == MET)


@pytest.mark.parametrize(("valid", "why"), [(False, NOT_ACCEPTED), (True, MET), (None, MET)])
def test_a_claim_may_itself_say_that_it_was_found_not_to_hold(valid, why):
    assert reason(claimed(impractical=True, valid=valid)).why == why


@pytest.mark.parametrize("more", [[], [rejected()]])
def test_what_was_wrong_with_a_claim_is_told_before_that_it_was_rejected(more):
    outside = claimed(date="2025-06-22", valid=False if more else None)

    assert reason(outside, *more).why == "It fell outside the time that the limit allows."


@pytest.mark.parametrize(
    ("first", "last", "accepted"),
    [
        (date(2020, 3, 19), date(2020, 4, 30), False),
        (date(2020, 3, 20), date(2020, 5, 1), None),
        (date(2020, 9, 25), date(2020, 11, 6), None),
        (date(2020, 9, 26), date(2020, 11, 7), False),
        (date(2020, 4, 30), date(2020, 9, 26), False),  # it began before and ended after
    ],
)
def test_the_coronavirus_rules_excuse_a_limit_that_began_or_ended_under_them(first, last, accepted):
    found = reason(claimed("COVID"), period=limit(first, last))
    outside = (
        "That relaxation was in force from Friday 1 May 2020 to Friday 25 September 2020; this "
        "limit neither started nor ended then."
    )

    assert (found.accepted, found.why) == (accepted, MADE_OUT if accepted is None else outside)
    assert (found.law, found.figures, found.days) == (CORONAVIRUS, (), (IN_FORCE, OVER))


def test_a_law_in_force_for_a_time_is_told_where_nobody_has_claimed_it():
    found = relaxed(COVID)

    assert (found.code, found.accepted, found.law) == ("COVID", None, CORONAVIRUS)
    assert found.why == (
        "From 1 May to 25 September 2020 this limit became “as soon as reasonably practicable” "
        "where keeping it was impractical for a reason relating to coronavirus. Nobody has "
        "claimed that reason here."
    )
    assert (found.claim, found.figures, found.days) == (None, (), ())


def test_more_time_from_the_tribunal_needs_no_other_proof():
    found = reason((Kind.APPEAL_EXTENSION_GRANTED, date(2025, 9, 1)), of=APPEAL)

    assert (found.code, found.accepted) == ("R5_EXTENSION", True)
    assert (found.why, found.law) == ("The Tribunal allowed more time.", tribunal_rule("5(3)(a)"))
    assert (found.figures, found.days) == ((), ())


@pytest.mark.parametrize(("of", "told"), [(APPEAL, 1), (DECIDE, 0)])
def test_more_time_from_the_tribunal_is_for_an_appeal_only(of, told):
    granted = (Kind.APPEAL_EXTENSION_GRANTED, date(2025, 9, 1), {"clock": DECIDE})

    assert len(reasons(granted, of=of)) == told


def test_more_time_that_was_withdrawn_no_longer_counts():
    granted = (Kind.APPEAL_EXTENSION_GRANTED, date(2025, 9, 1))

    found = reason(granted, rejected(ground="R5_EXTENSION"), of=APPEAL)

    assert (found.accepted, found.why) == (False, NOT_ACCEPTED)
