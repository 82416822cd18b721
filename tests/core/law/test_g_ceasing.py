"""G. Ceasing: how long a plan must go on, and the ages at which rights and plans change."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.law.cases import CALENDARS, LONG_AFTER, history, only
from sendpath.core.casefile.events import Kind, standing
from sendpath.core.law.beside import holding, waiting
from sendpath.core.law.evaluation import State

MAINTAIN, DETERMINED = "must_maintain_until_window_closes", "must_maintain_until_determined"
MAY, TOO_SOON = "may_cease", "ceased_too_soon"
NOTICE = (Kind.NOTICE_SENT, date(2026, 1, 12), {"subject": "cease"})
APPEAL = (Kind.APPEAL_RECEIVED, date(2026, 3, 2))
ENDS = date(2026, 3, 12)


def held(key, *happened):
    found = holding(standing(history(*happened)), CALENDARS)
    return [what for span, what in found if span.key == key]


def ceasing(*happened):
    (what,) = held("cease_not_before", *happened)
    return what


def figures(what):
    return {name: value for name, _, value in what.figures}


def ceased(day, **facts):
    return (Kind.CEASE_TOOK_EFFECT, day, facts)


@pytest.mark.parametrize(
    "told",
    [
        NOTICE,
        (Kind.NOTICE_SENT, date(2026, 1, 12), {"notice_type": "cease"}),
        (Kind.REVIEW_DECISION_NOTIFIED, date(2026, 1, 12), {"outcome": "cease"}),
    ],
)
def test_a_plan_goes_on_until_the_time_to_appeal_has_ended(told):
    what = ceasing(told)

    assert (what.status, what.since, what.until) == (MAINTAIN, date(2026, 1, 12), ENDS)
    assert figures(what) == {"appeal_deadline": ENDS, "not_before": date(2026, 3, 13)}


@pytest.mark.parametrize(
    ("appealed_on", "status"),
    [(date(2026, 3, 2), DETERMINED), (ENDS, DETERMINED), (date(2026, 3, 13), MAINTAIN)],
)
def test_an_appeal_in_time_keeps_the_plan_going_until_it_is_decided(appealed_on, status):
    assert ceasing(NOTICE, (Kind.APPEAL_RECEIVED, appealed_on)).status == status


def test_an_appeal_after_five_on_the_last_day_is_late():
    late = (Kind.APPEAL_RECEIVED, ENDS, {"time": "17:01"})

    assert ceasing(NOTICE, late).status == MAINTAIN
    assert ceasing(NOTICE, late, (Kind.APPEAL_EXTENSION_GRANTED, ENDS)).status == DETERMINED


@given(st.dates(date(2020, 9, 1), date(2026, 9, 1)), st.none() | st.integers(1, 80))
def test_the_last_day_to_appeal_is_that_of_the_clock_of_appeals(day, certified_after):
    notice = (Kind.NOTICE_SENT, day, {"notice_type": "cease"})
    certificate = (
        [(Kind.CERTIFICATE_ISSUED, day + timedelta(certified_after))] if certified_after else []
    )

    found = figures(ceasing(notice, *certificate))

    assert found["appeal_deadline"] == only("appeal_lodge", notice, *certificate).due
    assert found["not_before"] == found["appeal_deadline"] + timedelta(days=1)


@pytest.mark.parametrize(
    ("ended_on", "status"),
    [(ENDS, TOO_SOON), (date(2026, 3, 13), MAY)],
)
def test_a_plan_that_ended_within_the_time_to_appeal_ended_too_soon(ended_on, status):
    assert ceasing(NOTICE, ceased(ended_on, ground="2")).status == status


def test_a_plan_may_not_end_while_an_appeal_is_open():
    claim = (Kind.APPEAL_DETERMINED, date(2026, 4, 20), {"claim": "discrimination"})

    assert ceasing(NOTICE, APPEAL, ceased(date(2026, 5, 1))).status == TOO_SOON
    assert ceasing(NOTICE, APPEAL, claim, ceased(date(2026, 5, 1))).status == TOO_SOON


@pytest.mark.parametrize(
    ("over", "from_day"),
    [
        ((Kind.APPEAL_DETERMINED, date(2026, 6, 1)), date(2026, 6, 1)),
        ((Kind.APPEAL_ORDER_MADE, date(2026, 6, 1), {"order": "dismiss"}), date(2026, 6, 1)),
        ((Kind.APPEAL_WITHDRAWN, date(2026, 6, 1)), date(2026, 6, 1)),
        # it could still be brought again
        ((Kind.APPEAL_WITHDRAWN, date(2026, 3, 5)), date(2026, 3, 13)),
    ],
)
def test_once_the_appeal_is_over_the_plan_may_end(over, from_day):
    what = ceasing(NOTICE, APPEAL, over)

    assert (what.status, what.since, figures(what)["not_before"]) == (MAY, from_day, from_day)


@pytest.mark.parametrize(
    "kept",
    [
        (Kind.APPEAL_ORDER_MADE, date(2026, 6, 1), {"order": "continue"}),
        (Kind.APPEAL_UNOPPOSED, date(2026, 6, 1)),
        (Kind.AGREEMENT_MADE, date(2026, 6, 1), {"terms": "continue_amend"}),
        (Kind.REVIEW_DECISION_NOTIFIED, date(2026, 6, 1), {"outcome": "maintain"}),
    ],
)
def test_a_decision_that_no_longer_stands_ends_no_plan(kept):
    determined = (Kind.APPEAL_DETERMINED, date(2026, 6, 2))

    what = ceasing(NOTICE, APPEAL, kept, determined)

    assert (what.status, what.until) == (DETERMINED, date(2026, 6, 1))
    assert "not_before" not in figures(what)


@pytest.mark.parametrize(
    "gone",
    [
        (Kind.PLAN_TRANSFERRED_OUT, date(2026, 2, 1)),
        ceased(date(2026, 2, 1), ground="5"),
        ceased(date(2026, 2, 1), ground="8"),
    ],
)
def test_what_the_council_did_not_choose_need_not_wait(gone):
    assert (ceasing(NOTICE, gone).status, ceasing(NOTICE, gone).until) == (
        MAINTAIN,
        date(2026, 2, 1),
    )


def test_a_decision_nobody_was_told_of_starts_no_time():
    decided = (Kind.CEASE_DECIDED, date(2026, 1, 9))

    untold = ceasing(decided)

    assert (untold.status, untold.until, untold.figures) == (MAINTAIN, None, ())
    assert ceasing(decided, ceased(date(2026, 6, 1))).status == TOO_SOON
    assert ceasing(decided, APPEAL).status == DETERMINED
    assert ceasing(decided, NOTICE).because.kind is Kind.NOTICE_SENT


def test_a_notice_that_does_not_say_what_it_is_about_is_about_the_decision_before_it():
    told = (Kind.REVIEW_DECISION_NOTIFIED, date(2026, 1, 9), {"outcome": "cease"})
    unsaid = (Kind.NOTICE_SENT, date(2026, 1, 12))
    refused = (Kind.ASSESSMENT_DECIDED, date(2026, 1, 9), {"outcome": "refuse"})

    assert ceasing(told, unsaid).since == date(2026, 1, 12)
    assert held("cease_not_before", refused, unsaid) == []
    assert held("cease_not_before", unsaid) == []


def test_a_mistyped_day_holds_nothing_and_breaks_nothing():
    assert (
        held("cease_not_before", (Kind.NOTICE_SENT, date(9999, 12, 1), {"subject": "cease"})) == []
    )
    assert held("rights_transfer_to_yp", (Kind.PERSON_BORN, date(9990, 1, 1))) == []


@pytest.mark.parametrize(
    ("born", "last_day", "age"),
    [
        (date(2010, 7, 20), date(2026, 6, 26), 15),
        (date(2010, 8, 31), date(2026, 6, 26), 15),
        (date(2010, 9, 1), date(2027, 6, 25), 16),
        (date(2009, 9, 1), date(2026, 6, 26), 16),
        (date(2012, 2, 29), date(2028, 6, 30), 16),
    ],
)
def test_rights_pass_after_the_last_friday_in_june_and_not_on_a_birthday(born, last_day, age):
    (what,) = held("rights_transfer_to_yp", (Kind.PERSON_BORN, born))

    assert (what.status, what.since) == ("passes_on", last_day + timedelta(days=1))
    assert figures(what) == {
        "last_day_csa": last_day,
        "yp_from": last_day + timedelta(days=1),
        "age_on_yp_from": age,
    }


@pytest.mark.parametrize(
    ("born", "turns_25", "college", "other"),
    [
        (date(2001, 7, 31), date(2026, 7, 31), date(2026, 7, 31), date(2027, 7, 30)),
        (date(2001, 8, 1), date(2026, 8, 1), date(2027, 7, 31), date(2027, 7, 31)),
        (date(2004, 2, 29), date(2029, 3, 1), date(2029, 7, 31), date(2030, 2, 28)),
    ],
)
def test_a_plan_may_be_kept_past_25_until_a_day_that_depends_on_where_one_learns(
    born, turns_25, college, other
):
    found = held("plan_max_age", (Kind.PERSON_BORN, born))

    assert [(what.status, what.since, what.until) for what in found] == [
        ("at_college", turns_25, college),
        ("in_other_training", turns_25, other),
    ]


def test_without_a_birth_no_age_is_guessed():
    assert held("rights_transfer_to_yp", NOTICE) == held("plan_max_age", NOTICE) == []


def test_a_decision_without_consulting_does_not_do_away_with_consulting():
    considered = (Kind.CEASE_CONSIDERED, date(2026, 1, 5))
    decided = (Kind.CEASE_DECIDED, date(2026, 1, 9))

    def states(*happened):
        found = waiting(standing(history(*happened)), LONG_AFTER, CALENDARS)
        return {wait.rule.key: wait.state for wait in found}

    assert states(considered, decided, NOTICE) == {
        "cease_consult": State.RUNNING,
        "cease_notify": State.MET,
    }
    assert states(considered, (Kind.CEASE_CONSULTED, date(2026, 1, 8)), decided) == {
        "cease_consult": State.MET,
        "cease_notify": State.RUNNING,
    }
