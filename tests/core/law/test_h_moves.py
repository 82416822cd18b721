"""H. Moves: the plan that goes along, the review it must have, and the health commissioners."""

from datetime import date

import pytest

from core.law.cases import CALENDARS, LONG_AFTER, history, on, only, runs
from sendpath.core.casefile.events import Kind, standing
from sendpath.core.law.beside import waiting
from sendpath.core.law.evaluation import State
from sendpath.core.law.explanation import explanation

MOVED = (Kind.MOVE_OCCURRED, date(2026, 2, 27))
KNOWN = (Kind.MOVE_KNOWN, date(2026, 2, 20))
CAME = (Kind.PLAN_TRANSFERRED_IN, date(2025, 11, 28))
CHANGED = (Kind.ICB_CHANGE_KNOWN, date(2026, 3, 20), {"reason": "other"})

BOUNDARIES = [
    ("transfer_plan_to_new_la", [KNOWN, MOVED], Kind.PLAN_TRANSFERRED_OUT, {}, date(2026, 3, 12)),
    ("icb_notify_on_move", [KNOWN, MOVED], Kind.ICB_NOTIFIED, {}, date(2026, 3, 12)),
    ("new_la_inform_family", [CAME], Kind.MOVE_FAMILY_INFORMED, {}, date(2026, 1, 9)),
    ("new_la_review", [CAME], Kind.REVIEW_COMPLETED, {}, date(2026, 2, 27)),
    ("icb_notify_other_change", [CHANGED], Kind.ICB_NOTIFIED, {}, date(2026, 4, 14)),
    ("icb_request_review", [CHANGED], Kind.ICB_REVIEW_REQUESTED, {}, date(2026, 4, 14)),
]


def told(deadline):
    return {name: value for name, _, value in deadline.told}


@pytest.mark.parametrize(
    ("known_on", "aware", "due"),
    [
        (date(2026, 1, 5), 39, date(2026, 2, 27)),
        (date(2026, 2, 6), 15, date(2026, 2, 27)),  # 15 working days before, that day counted
        (date(2026, 2, 9), 14, date(2026, 2, 27)),  # the 15th day is that of the move
        (date(2026, 2, 10), 13, date(2026, 3, 2)),
        (date(2026, 2, 20), 5, date(2026, 3, 12)),
        (date(2026, 2, 26), 1, date(2026, 3, 18)),
        (date(2026, 2, 27), 0, date(2026, 3, 19)),
    ],
)
def test_a_plan_goes_on_the_day_of_the_move_unless_the_move_was_known_too_late(
    known_on, aware, due
):
    moved = only("transfer_plan_to_new_la", (Kind.MOVE_KNOWN, known_on), MOVED)

    assert (told(moved), moved.due) == ({"aware_wd_before_move": aware}, due)


def test_a_move_learnt_of_afterwards_gives_15_working_days_from_then():
    moved = (Kind.MOVE_OCCURRED, date(2025, 12, 1))
    learnt = (Kind.MOVE_KNOWN, date(2025, 12, 18))

    late = only("transfer_plan_to_new_la", moved, learnt)

    assert (told(late), late.due) == ({"aware_wd_before_move": 0}, date(2026, 1, 12))
    assert only("transfer_plan_to_new_la", moved).due == date(2025, 12, 1)


def test_why_the_later_day_governs_is_said():
    texts = [
        s.text for s in explanation(on(LONG_AFTER, only("transfer_plan_to_new_la", KNOWN, MOVED)))
    ]

    assert (
        "The council became aware of the move on Friday 20 February 2026. Counted from that "
        "(15 working days beginning with the first day), the last day is Thursday 12 March 2026. "
        "That is later, so it counts."
    ) in texts


def test_what_was_known_of_one_move_says_nothing_of_the_next():
    again = (Kind.MOVE_OCCURRED, date(2026, 6, 1))
    back = (Kind.PLAN_TRANSFERRED_IN, date(2026, 5, 1))
    learnt = (Kind.MOVE_KNOWN, date(2026, 6, 8))
    sent = (Kind.PLAN_TRANSFERRED_OUT, date(2026, 3, 12))

    first, second = runs("transfer_plan_to_new_la", KNOWN, MOVED, sent, back, again, learnt)

    assert (first.due, second.due) == (date(2026, 3, 12), date(2026, 6, 26))


@pytest.mark.parametrize(
    "before",
    [
        [(Kind.REQUEST_RECEIVED, date(2026, 1, 12))],
        [(Kind.REQUEST_RECEIVED, date(2026, 1, 12)), (Kind.REQUEST_WITHDRAWN, date(2026, 2, 2))],
        [
            (Kind.REQUEST_RECEIVED, date(2026, 1, 12)),
            (Kind.ASSESSMENT_DECIDED, date(2026, 2, 2), {"outcome": "refuse"}),
        ],
        [(Kind.FINALISED_SENT, date(2025, 1, 12)), (Kind.PLAN_TRANSFERRED_OUT, date(2026, 2, 26))],
    ],
)
def test_where_there_is_no_plan_to_pass_on_nothing_has_to_be_passed_on(before):
    moved = only("transfer_plan_to_new_la", *before, MOVED)

    assert on(LONG_AFTER, moved).state is State.NO_DUTY


@pytest.mark.parametrize(
    "before",
    [
        [],
        [(Kind.REVIEW_MEETING_HELD, date(2026, 1, 12))],
        [
            (Kind.FINALISED_SENT, date(2024, 1, 12)),
            (Kind.REQUEST_RECEIVED, date(2026, 1, 12)),
        ],
        [
            (Kind.PLAN_TRANSFERRED_OUT, date(2022, 1, 12)),
            (Kind.PLAN_MADE, date(2024, 1, 12)),
        ],
    ],
)
def test_a_plan_on_record_is_passed_on_whatever_else_is_there(before):
    moved = only("transfer_plan_to_new_la", *before, MOVED)

    assert on(LONG_AFTER, moved).state is State.OVERDUE


def test_a_commissioner_that_was_told_before_the_move_need_not_be_told_again():
    early = (Kind.ICB_NOTIFIED, date(2026, 2, 24))

    assert on(LONG_AFTER, only("icb_notify_on_move", KNOWN, early, MOVED)).state is State.NO_DUTY
    assert on(LONG_AFTER, only("icb_notify_on_move", early, MOVED)).state is State.OVERDUE


@pytest.mark.parametrize(
    ("known_on", "due", "other"),
    [
        (date(2026, 2, 5), date(2026, 2, 27), []),
        (date(2026, 2, 6), date(2026, 2, 27), [date(2026, 2, 26)]),
        (date(2026, 2, 9), date(2026, 2, 27), []),
        (date(2026, 2, 10), date(2026, 3, 2), []),
    ],
)
def test_known_15_working_days_before_by_one_count_and_14_by_the_other(known_on, due, other):
    moved = only("transfer_plan_to_new_la", (Kind.MOVE_KNOWN, known_on), MOVED)

    assert (moved.due, [day for _, day in moved.readings]) == (due, other)


@pytest.mark.parametrize("reason", [None, "move"])
def test_the_commissioners_own_awareness_of_a_move_gives_it_15_working_days(reason):
    aware = (Kind.ICB_CHANGE_KNOWN, date(2026, 2, 20), {"reason": reason})

    assert only("icb_notify_on_move", aware, MOVED).due == date(2026, 3, 12)


def test_another_change_of_commissioner_gives_no_more_time_to_tell_of_a_move():
    aware = (Kind.ICB_CHANGE_KNOWN, date(2026, 2, 20), {"reason": "other"})

    assert only("icb_notify_on_move", aware, MOVED).due == date(2026, 2, 27)


def test_a_move_within_the_same_commissioners_area_asks_nothing_of_it():
    same = (Kind.MOVE_OCCURRED, date(2026, 2, 27), {"icb_changed": False})

    assert runs("icb_notify_on_move", same) == []
    assert len(runs("transfer_plan_to_new_la", same)) == 1


@pytest.mark.parametrize(("reason", "notified"), [("other", 1), (None, 1), ("move", 0)])
def test_a_change_without_a_move_is_passed_on_in_15_working_days(reason, notified):
    changed = (Kind.ICB_CHANGE_KNOWN, date(2026, 3, 20), {"reason": reason})

    assert len(runs("icb_notify_other_change", changed)) == notified
    assert only("icb_request_review", changed).due == date(2026, 4, 14)


def test_a_commissioner_that_can_arrange_the_provision_asks_for_no_review():
    changed = (Kind.ICB_CHANGE_KNOWN, date(2026, 3, 20), {"practicable": True})

    assert runs("icb_request_review", changed) == []


@pytest.mark.parametrize(
    ("made_on", "due", "governing", "overdue"),
    [
        (date(2024, 9, 5), date(2026, 2, 28), "transfer+3m", True),
        (date(2024, 11, 30), date(2026, 2, 28), "transfer+3m", True),
        (date(2024, 12, 1), date(2026, 2, 28), "transfer+3m", False),
        (date(2025, 3, 1), date(2026, 2, 28), "transfer+3m", False),
        (date(2025, 3, 2), date(2026, 3, 1), "made+12m", False),
    ],
)
def test_a_new_council_reviews_by_the_later_of_12_and_3_months(made_on, due, governing, overdue):
    came = (Kind.PLAN_TRANSFERRED_IN, date(2025, 11, 30))

    review = only("new_la_review", (Kind.PLAN_MADE, made_on), came)

    assert review.due == due
    assert [day for _, day in review.milestones] == [date(2026, 2, 28)]
    assert told(review) == {"governing": governing, "already_overdue_at_transfer": overdue}


def test_after_a_review_the_12_months_are_those_of_the_review():
    made, reviewed = (Kind.PLAN_MADE, date(2024, 9, 5)), (Kind.REVIEW_COMPLETED, date(2025, 6, 10))

    review = only("new_la_review", made, reviewed, CAME)

    assert (review.due, told(review)["governing"]) == (date(2026, 6, 9), "review+12m")


def test_three_months_from_the_30th_of_november_end_with_february():
    came = (Kind.PLAN_TRANSFERRED_IN, date(2025, 11, 30))

    texts = [s.text for s in explanation(on(LONG_AFTER, only("new_la_review", came)))]

    assert (
        "The period is 3 months and 30 November 2025 is its first day. The month it ends in has "
        "no day 30, so its last day is Saturday 28 February 2026."
    ) in texts


def test_the_review_itself_does_not_give_longer_for_it():
    late = (Kind.REVIEW_COMPLETED, date(2026, 2, 28))

    review = only("new_la_review", CAME, late)

    assert (review.due, told(review)) == (date(2026, 2, 27), {"governing": "transfer+3m"})
    assert on(LONG_AFTER, review).days_late == 1


def test_a_move_in_mid_assessment_starts_the_weeks_of_the_new_council():
    asked = (Kind.REQUEST_RECEIVED, date(2026, 1, 12), {"la": "old"})
    moved = (Kind.MOVE_OCCURRED, date(2026, 2, 16))
    began = (Kind.RESPONSIBILITY_BEGAN, date(2026, 2, 18), {"la": "new"})

    assert [d.due for d in runs("issue_final_plan", asked, moved, began)] == [
        date(2026, 6, 1),
        date(2026, 7, 8),
    ]


@pytest.mark.parametrize(("practicable", "waits"), [(False, 1), (None, 1), (True, 0)])
def test_a_place_for_now_is_found_where_the_school_named_is_too_far(practicable, waits):
    came = (Kind.PLAN_TRANSFERRED_IN, date(2026, 2, 27), {"attendance_practicable": practicable})

    found = waiting(standing(history(came)), LONG_AFTER, CALENDARS)

    assert [wait.rule.key for wait in found] == ["new_la_interim_placement"] * waits
