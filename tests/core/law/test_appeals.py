"""The right to appeal: against what, until when, whose it is, and what it needs."""

from datetime import date

import pytest

from core.law.cases import CALENDARS, history
from sendpath.core.casefile.events import Kind, standing
from sendpath.core.dates import end_of_compulsory_school_age
from sendpath.core.law.appeals import Holder, appeal_rights, decision_of, holder_on
from sendpath.core.law.evaluation import State

BORN = (Kind.PERSON_BORN, date(2010, 7, 20))


def rights(*happened, on=date(2026, 3, 1)):
    return appeal_rights(standing(history(*happened)), on, CALENDARS)


@pytest.mark.parametrize(
    ("kind", "facts", "paragraph", "about_place"),
    [
        (Kind.ASSESSMENT_DECIDED, {"outcome": "refuse"}, "51(2)(a)", False),
        (Kind.PLAN_DECIDED, {"outcome": "no_plan"}, "51(2)(b)", False),
        (Kind.FINALISED_SENT, {}, "51(2)(c)", True),
        (Kind.AMENDED_PLAN_SENT, {}, "51(2)(c)", True),
        (Kind.REASSESSMENT_DECIDED, {"outcome": "refuse"}, "51(2)(d)", False),
        (Kind.NO_AMENDMENT_NOTIFIED, {}, "51(2)(e)", False),
        (Kind.REVIEW_DECISION_NOTIFIED, {"outcome": "maintain"}, "51(2)(e)", False),
        (Kind.REVIEW_DECISION_NOTIFIED, {"outcome": "cease"}, "51(2)(f)", False),
    ],
)
def test_each_decision_has_its_paragraph_and_says_whether_the_place_alone_can_be_appealed(
    kind, facts, paragraph, about_place
):
    (right,) = rights((kind, date(2026, 1, 9), facts))

    assert right.decision.law.provision == f"section {paragraph}"
    assert right.decision.about_place is about_place
    assert ("section I" in right.certificate) is about_place
    assert (right.two_months, right.last_day, right.closes_at) == (
        date(2026, 3, 9),
        date(2026, 3, 9),
        "17:00",
    )
    assert (right.state, right.days_left) == (State.RUNNING, 8)


def test_a_notice_that_names_no_decision_is_about_the_latest_before_it():
    events = history(
        (Kind.ASSESSMENT_DECIDED, date(2025, 10, 1), {"outcome": "refuse"}),
        (Kind.NOTICE_SENT, date(2025, 10, 3)),
    )

    ceasing = history(
        (Kind.CEASE_DECIDED, date(2025, 10, 1)), (Kind.NOTICE_SENT, date(2025, 10, 3))
    )

    assert decision_of(events[1], events).notice_type == "refusal_to_assess"
    assert decision_of(ceasing[1], ceasing).notice_type == "cease"
    assert decision_of(events[1], events[1:]) is None


def test_the_certificate_gives_a_second_limb_and_rule_12_moves_the_later():
    (right,) = rights(
        (Kind.NOTICE_SENT, date(2025, 10, 1), {"notice_type": "no_plan"}),
        (Kind.CERTIFICATE_ISSUED, date(2025, 11, 29)),
        on=date(2025, 12, 30),
    )

    assert (right.two_months, right.from_certificate) == (date(2025, 12, 1), date(2025, 12, 29))
    assert (right.last_day, right.adjusted_by) == (date(2026, 1, 2), "r12(3)(a)")
    assert right.certificate == "A mediation certificate was issued on Saturday 29 November 2025."


@pytest.mark.parametrize(
    ("issued", "last_day", "alert_on"),
    [
        (date(2026, 3, 9), date(2026, 4, 9), date(2026, 4, 9)),
        (date(2026, 3, 10), date(2026, 4, 10), date(2026, 3, 9)),
    ],
)
def test_alerts_do_not_rely_on_a_certificate_issued_after_the_two_months(
    issued, last_day, alert_on
):
    (right,) = rights(
        (Kind.NOTICE_SENT, date(2026, 1, 9), {"notice_type": "no_plan"}),
        (Kind.CERTIFICATE_ISSUED, issued),
        on=issued,
    )

    assert right.last_day == last_day
    assert right.evaluation.deadline.alert_on == alert_on


@pytest.mark.parametrize(
    ("born", "ends"),
    [
        (date(2010, 7, 20), date(2026, 6, 26)),
        (date(2010, 8, 31), date(2026, 6, 26)),
        (date(2010, 9, 1), date(2027, 6, 25)),
        (date(2012, 2, 29), date(2028, 6, 30)),
    ],
)
def test_compulsory_school_age_ends_on_the_last_friday_in_june(born, ends):
    assert end_of_compulsory_school_age(born) == ends


@pytest.mark.parametrize(
    ("day", "holder"),
    [(date(2026, 6, 26), Holder.PARENT), (date(2026, 6, 27), Holder.YOUNG_PERSON)],
)
def test_the_right_passes_on_the_day_after_compulsory_school_age_ends(day, holder):
    assert holder_on(day, history(BORN))[0] is holder


def test_what_the_record_says_of_who_decides_comes_before_age():
    events = history(
        BORN,
        (Kind.REPRESENTATION_CHANGED, date(2026, 9, 1), {"decision_maker": "representative"}),
    )

    assert holder_on(date(2026, 8, 31), events)[0] is Holder.YOUNG_PERSON
    assert holder_on(date(2026, 9, 1), events)[0] is Holder.REPRESENTATIVE


def test_without_a_date_of_birth_nobody_is_guessed():
    assert holder_on(date(2026, 6, 27), [])[0] is Holder.NOT_KNOWN


def test_a_right_not_used_has_ended_and_a_later_day_knows_nothing_of_it_before():
    refused = (Kind.ASSESSMENT_DECIDED, date(2026, 1, 9), {"outcome": "refuse"})

    assert rights(refused, on=date(2026, 1, 8)) == ()
    assert rights(refused, on=date(2026, 3, 10))[0].state is State.NO_DUTY
