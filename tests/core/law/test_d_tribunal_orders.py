"""Orders, concessions and recommendations: what each of them starts, and by when."""

from datetime import date

import pytest

from core.law.cases import (
    CALENDARS,
    CONCEDED_ON,
    LONG_AFTER,
    ORDERED_ON,
    conceded,
    history,
    on,
    only,
    order,
    runs,
)
from sendpath.core.casefile.events import Kind, standing
from sendpath.core.law.clocks import CLOCKS, SECTIONS
from sendpath.core.law.deadlines import deadlines, reckon
from sendpath.core.law.evaluation import State

ASSESS = {"outcome": "assess"}
NO_PLAN = {"outcome": "no_plan"}
PLAN, AMENDED = Kind.FINALISED_SENT, Kind.AMENDED_PLAN_SENT


def done(key):
    return Kind.DUTY_DONE, {"clock": key}


def recommended(body, day=date(2026, 3, 2)):
    return Kind.RECOMMENDATION_MADE, day, {"body": body}


BOUNDARIES = [
    ("order_assess_notify", [order("assess")], Kind.ASSESSMENT_DECIDED, ASSESS, date(2026, 4, 9)),
    ("order_assess_no_plan", [order("assess")], Kind.PLAN_DECIDED, NO_PLAN, date(2026, 6, 4)),
    ("order_assess_final", [order("assess")], PLAN, {}, date(2026, 7, 2)),
    ("order_make_draft", [order("make_plan")], Kind.DRAFT_SENT, {}, date(2026, 4, 30)),
    ("order_make_final", [order("make_plan")], PLAN, {}, date(2026, 6, 11)),
    ("order_reconsider", [order("reconsider")], Kind.PLAN_DECIDED, NO_PLAN, date(2026, 4, 9)),
    ("order_amend_contents", [order("amend_contents")], AMENDED, {}, date(2026, 4, 30)),
    ("order_amend_school", [order("amend_school")], AMENDED, {}, date(2026, 4, 9)),
    ("order_continue", [order("continue")], *done("order_continue"), ORDERED_ON),
    ("order_continue_amend", [order("continue_amend")], AMENDED, {}, date(2026, 4, 30)),
    ("order_dismiss_cease", [order("dismiss_cease")], Kind.CEASE_TOOK_EFFECT, {}, ORDERED_ON),
    (
        "unopposed_assess_notify",
        [conceded("refuse_to_assess")],
        Kind.ASSESSMENT_DECIDED,
        ASSESS,
        date(2026, 5, 20),
    ),
    (
        "unopposed_assess_no_plan",
        [conceded("refuse_to_assess")],
        Kind.PLAN_DECIDED,
        NO_PLAN,
        date(2026, 7, 15),
    ),
    ("unopposed_assess_final", [conceded("refuse_to_assess")], PLAN, {}, date(2026, 8, 12)),
    ("unopposed_contents", [conceded("contents")], AMENDED, {}, date(2026, 6, 10)),
    (
        "unopposed_school_only",
        [conceded("contents", section_i_only=True)],
        AMENDED,
        {},
        date(2026, 5, 20),
    ),
    ("unopposed_make_draft", [conceded("refuse_to_issue")], Kind.DRAFT_SENT, {}, date(2026, 6, 10)),
    ("unopposed_make_final", [conceded("refuse_to_issue")], PLAN, {}, date(2026, 7, 22)),
    ("unopposed_cease", [conceded("cease")], *done("unopposed_cease"), CONCEDED_ON),
    (
        "recommendation_respond",
        [recommended("icb")],
        Kind.RECOMMENDATION_RESPONDED,
        {"body": "icb"},
        date(2026, 4, 5),
    ),
    (
        "recommendation_copy_sos",
        [(Kind.RECOMMENDATION_RESPONDED, date(2026, 4, 5), {"body": "icb"})],
        *done("recommendation_copy_sos"),
        date(2026, 4, 12),
    ),
]


def started(event):
    """Return the clocks of this part of the law that one event starts."""
    found = deadlines(standing(history(event)), CALENDARS)
    return {d.key for d in found if d.key.startswith(("order_", "unopposed_"))}


TO_ASSESS = {"order_assess_notify", "order_assess_no_plan", "order_assess_final"}


@pytest.mark.parametrize(
    ("kind", "keys"),
    [
        ("dismiss", set()),
        ("dismiss_cease", {"order_dismiss_cease"}),
        ("assess", TO_ASSESS),
        ("reassess", TO_ASSESS),
        ("make_plan", {"order_make_draft", "order_make_final"}),
        ("reconsider", {"order_reconsider"}),
        ("amend_contents", {"order_amend_contents"}),
        ("amend_school", {"order_amend_school"}),
        ("continue", {"order_continue"}),
        ("continue_amend", {"order_continue", "order_continue_amend"}),
        (None, {key for key in CLOCKS if key.startswith("order_")}),
    ],
)
def test_an_order_starts_what_it_asks_and_all_it_may_ask_where_its_type_is_not_said(kind, keys):
    assert started(order(kind)) == keys


SCHOOL_ONLY, CONTENTS = "unopposed_school_only", "unopposed_contents"
UNOPPOSED_ASSESS = {
    "unopposed_assess_notify",
    "unopposed_assess_no_plan",
    "unopposed_assess_final",
}


@pytest.mark.parametrize(
    ("ground", "facts", "keys"),
    [
        ("refuse_to_assess", {}, UNOPPOSED_ASSESS),
        ("refuse_to_reassess", {}, UNOPPOSED_ASSESS),
        ("refuse_to_issue", {}, {"unopposed_make_draft", "unopposed_make_final"}),
        ("contents", {"section_i_only": False}, {CONTENTS}),
        ("contents", {"section_i_only": True}, {SCHOOL_ONLY}),
        ("contents", {}, {CONTENTS, SCHOOL_ONLY}),
        ("refuse_to_amend", {"section_i_only": True}, {CONTENTS}),
        ("cease", {}, {"unopposed_cease"}),
        (None, {"section_i_only": True}, {SCHOOL_ONLY}),
        (None, {}, {key for key in CLOCKS if key.startswith("unopposed_")}),
    ],
)
def test_a_concession_starts_what_the_appeal_was_about(ground, facts, keys):
    assert started(conceded(ground, **facts)) == keys


def test_conceding_an_appeal_after_answering_it_starts_nothing_until_another_appeal():
    received = (Kind.APPEAL_LA_RECEIVED, date(2026, 4, 7))
    answered = (Kind.APPEAL_LA_RESPONDED, date(2026, 5, 1))
    again = (Kind.APPEAL_LA_RECEIVED, date(2026, 5, 5))

    assert runs("unopposed_contents", received, answered, conceded("contents")) == []
    assert len(runs("unopposed_contents", received, answered, again, conceded("contents"))) == 1


def test_concessions_before_23_march_2015_had_other_weeks_that_are_not_held():
    day_before = conceded("contents", day=date(2015, 3, 22), section_i_only=False)
    first_day = conceded("contents", day=date(2015, 3, 23), section_i_only=False)

    (lost,) = reckon(history(day_before), CALENDARS).undatable

    assert "22 March 2015" in lost.why
    assert only("unopposed_contents", first_day).due == date(2015, 4, 27)


def test_each_body_answers_its_own_recommendation():
    answer = (Kind.RECOMMENDATION_RESPONDED, date(2026, 4, 6), {"body": "social_care"})

    found = runs("recommendation_respond", recommended("icb"), recommended("social_care"), answer)

    assert [(d.run, on(LONG_AFTER, d).state) for d in found] == [
        ("icb", State.OVERDUE),
        ("social_care", State.LATE_MET),
    ]


def test_there_were_no_recommendations_before_3_april_2018():
    first_day = recommended("icb", day=date(2018, 4, 3))
    day_before = recommended("icb", day=date(2018, 4, 2))

    assert only("recommendation_respond", first_day).due == date(2018, 5, 7)
    assert len(reckon(history(day_before), CALENDARS).undatable) == 1


def test_the_words_for_each_duty_after_an_order_are_short_and_differ():
    (part,) = [section for section in SECTIONS if section.letter == "D"]
    duties = [rule.duty for rule in part.rules]

    assert len(duties) == len(set(duties)) == 21
    assert max(map(len, duties)) <= 64
