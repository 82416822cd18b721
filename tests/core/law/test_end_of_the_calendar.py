"""Past the last bank holiday we hold nothing is guessed, and everything else goes on."""

from datetime import date

from core.law.cases import CALENDARS, history, on, only
from sendpath.core.casefile.events import standing
from sendpath.core.dates import weeks_after
from sendpath.core.law.appeals import Holder, holder_on
from sendpath.core.law.deadlines import reckon

LAST_DAYS = date(2027, 12, 30)
"""The second working day of the post after it lies in 2028, which no calendar covers yet."""


def test_a_draft_posted_so_late_has_no_date_and_says_whose_move_it_is():
    found = reckon(
        standing(
            history(
                ("ehc.request_received", date(2027, 9, 1)),
                ("plan.draft_sent", LAST_DAYS, {"method": "post"}),
            )
        ),
        CALENDARS,
    )

    (lost,) = [lost for lost in found.undatable if lost.clock.key == "draft_representations"]
    assert "must add the missing years" in lost.why
    assert lost.trigger.occurred_on == LAST_DAYS
    assert not lost.mistyped
    assert "issue_final_plan" in [deadline.key for deadline in found.deadlines]


def test_a_decision_so_late_leaves_the_last_day_to_appeal_open():
    deadline = only(
        "decide_whether_to_assess",
        ("ehc.request_received", date(2027, 10, 1)),
        ("ehc.assessment_decided", date(2027, 11, 5), {"outcome": "refuse", "method": "post"}),
    )

    stands = on(LAST_DAYS, deadline)

    assert stands.due == weeks_after(date(2027, 10, 1), 6)
    assert stands.appeal.deadline is None
    assert stands.deemed_received == date(2027, 11, 9)


def test_a_letter_so_late_has_no_day_of_arrival():
    deadline = only(
        "decide_whether_to_assess",
        ("ehc.request_received", date(2027, 12, 1)),
        ("ehc.assessment_decided", LAST_DAYS, {"outcome": "assess", "method": "post"}),
    )

    assert on(LAST_DAYS, deadline).deemed_received is None
    assert not on(LAST_DAYS, deadline).received_after_due


def test_a_date_of_birth_still_to_come_tells_nobody_whose_the_right_is():
    born = standing(history(("person.born", date(9990, 1, 1))))

    assert holder_on(date(2026, 1, 1), born)[0] is Holder.NOT_KNOWN
