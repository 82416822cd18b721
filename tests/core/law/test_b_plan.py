"""Draft and final plan: what has no number of days, and what holds while a plan is in force."""

from datetime import date

import pytest

from core.law.cases import CALENDARS, history
from sendpath.core.casefile.events import Kind
from sendpath.core.law.beside import holding, left_out, waiting
from sendpath.core.law.clocks import RULES
from sendpath.core.law.evaluation import State

FINAL = (Kind.FINALISED_SENT, date(2026, 4, 13))
CEASED = (Kind.CEASE_TOOK_EFFECT, date(2026, 9, 1))
TODAY = date(2026, 3, 31)


def waits(*happened, day=TODAY):
    """Return each duty without a number: its key, what it is about, its state and its days."""
    found = waiting(history(*happened), day, CALENDARS)
    return [(wait.rule.key, wait.run, wait.state, wait.days_used) for wait in found]


def held(key, *happened):
    """Return what holds under a rule: status, first day and last."""
    found = holding(history(*happened), CALENDARS)
    return [(h.status, h.since, h.until) for span, h in found if span.key == key]


def test_a_meeting_asked_for_waits_until_it_is_held_or_the_plan_is_sent():
    asked = (Kind.PLAN_MEETING_REQUESTED, date(2026, 3, 9))
    met = (Kind.PLAN_MEETING_HELD, date(2026, 3, 16))
    sent = (Kind.FINALISED_SENT, date(2026, 3, 18))

    assert waits(asked) == [("draft_meeting", "", State.RUNNING, 22)]
    assert waits(asked, met, sent) == [("draft_meeting", "", State.MET, 7)]
    assert waits(asked, sent) == [("draft_meeting", "", State.NO_DUTY, 9)]


def test_each_school_asked_for_is_consulted_for_itself():
    first = (Kind.PLACEMENT_REQUESTED, date(2026, 3, 2), {"setting": "100001"})
    second = (Kind.PLACEMENT_REQUESTED, date(2026, 3, 3), {"setting": "100002"})
    consulted = (Kind.CONSULTATION_SENT, date(2026, 3, 9), {"setting": "100002"})

    assert waits(first, second, consulted) == [
        ("consult_school", "100001", State.RUNNING, 29),
        ("consult_school", "100002", State.MET, 6),
    ]


@pytest.mark.parametrize(
    ("kind", "facts"),
    [(Kind.FINALISED_SENT, {}), (Kind.NOTICE_SENT, {"notice_type": "final_plan"})],
)
def test_a_final_plan_goes_with_the_right_to_appeal(kind, facts):
    lacking = history((kind, TODAY, {**facts, "appeal_right": False, "drs": True}))

    assert [(found.rule.key, found.missing) for found in left_out(lacking)] == [
        ("final_plan_appeal_notice", ("the right to appeal",))
    ]
    assert left_out(history((kind, TODAY, facts))) == ()


def test_a_new_draft_is_counted_by_the_familys_window():
    assert RULES["draft_reissue"].counted_by == ("draft_representations",)


@pytest.mark.parametrize("key", ["admit_named_child", "secure_provision"])
def test_a_plan_binds_from_the_day_it_is_sent_to_the_day_it_ceases(key):
    amended = (Kind.AMENDED_PLAN_SENT, date(2026, 6, 1))
    decided = (Kind.CEASE_DECIDED, date(2026, 7, 1))
    (first,) = held(key, FINAL, amended)
    (whole,) = held(key, FINAL, amended, decided, CEASED)

    assert first[1:] == (date(2026, 4, 13), None)
    assert whole[1:] == (date(2026, 4, 13), date(2026, 9, 1))
    assert held(key, CEASED) == []


def test_a_plan_made_again_after_it_ceased_binds_again():
    again = (Kind.FINALISED_SENT, date(2027, 3, 1))

    assert [since for _, since, _ in held("admit_named_child", FINAL, CEASED, again)] == [
        date(2026, 4, 13),
        date(2027, 3, 1),
    ]


def test_a_plan_that_came_with_a_child_binds_until_it_goes_on():
    came = (Kind.PLAN_TRANSFERRED_IN, date(2026, 4, 13))
    went = (Kind.PLAN_TRANSFERRED_OUT, date(2026, 9, 1))

    assert held("secure_provision", came, went) == [
        ("must_secure", date(2026, 4, 13), date(2026, 9, 1))
    ]


def test_a_gap_in_one_line_of_provision_lasts_until_that_line_is_restored():
    speech = (Kind.PROVISION_GAP, date(2026, 5, 4), {"line": "F1"})
    noticed_again = (Kind.PROVISION_GAP, date(2026, 5, 6), {"line": "F1"})
    therapy = (Kind.PROVISION_GAP, date(2026, 5, 5), {"line": "F2"})
    restored = (Kind.PROVISION_RESTORED, date(2026, 5, 11), {"line": "F1"})

    _, first, second = held("secure_provision", FINAL, speech, therapy, noticed_again, restored)

    assert first == ("gap", date(2026, 5, 4), date(2026, 5, 10))
    assert second == ("gap", date(2026, 5, 5), None)


def test_provision_restored_on_the_day_it_lapsed_was_never_missing():
    gap = (Kind.PROVISION_GAP, date(2026, 5, 4))
    restored = (Kind.PROVISION_RESTORED, date(2026, 5, 4))

    assert [status for status, *_ in held("secure_provision", FINAL, gap, restored)] == [
        "must_secure"
    ]


@pytest.mark.parametrize(
    ("sent", "ceased", "eased"),
    [
        (date(2019, 3, 1), None, (date(2020, 5, 1), date(2020, 7, 31))),
        (date(2020, 7, 31), None, (date(2020, 7, 31), date(2020, 7, 31))),
        (date(2020, 8, 1), None, None),
        (date(2019, 3, 1), date(2020, 5, 1), (date(2020, 5, 1), date(2020, 5, 1))),
        (date(2019, 3, 1), date(2020, 4, 30), None),
    ],
)
def test_from_may_to_july_2020_reasonable_endeavours_were_enough(sent, ceased, eased):
    happened = [(Kind.FINALISED_SENT, sent)]
    happened += [(Kind.CEASE_TOOK_EFFECT, ceased)] if ceased else []

    found = [
        days for status, *days in held("secure_provision", *happened) if status != "must_secure"
    ]

    assert found == ([list(eased)] if eased else [])
