"""The stage of a case, from its events, row by row."""

import pytest

from core.casefile.cases import (
    AMEND,
    AMEND_WITH_NOTICE,
    AMENDED,
    ASSESS,
    CEASE,
    CEASING,
    DETAINED,
    FINAL,
    ISSUE,
    MAINTAIN,
    MEETING,
    NO_PLAN,
    NOT_REASSESS,
    NOTICE,
    REASSESS,
    REFUSE,
    REQUEST,
    agreed,
    day_by_day,
    order,
    unopposed,
)  # fmt: skip
from sendpath.core.casefile.events import Kind
from sendpath.core.casefile.stage import NEEDS, ROWS, Stage, stage
from sendpath.core.casefile.states import ANY

BY_ROW = [
    (1, [], "no_case"),
    (1, [REQUEST], "requested"),
    (1, [Kind.RESPONSIBILITY_BEGAN], "requested"),
    (1, [Kind.DETAINED_REQUEST_RECEIVED], "requested"),
    (1, [Kind.DETAINED_CAME_TO_ATTENTION], "requested"),
    (1, [REQUEST, REFUSE, REQUEST], "requested"),
    (1, [REQUEST, ASSESS, REQUEST], "assessing"),
    (2, [REQUEST, ASSESS], "assessing"),
    (2, [REQUEST, REFUSE, ASSESS], "assessing"),
    (3, [REQUEST, REFUSE], "refused"),
    (4, [REQUEST, Kind.REQUEST_WITHDRAWN], "no_case"),
    (4, [REQUEST, ASSESS, Kind.DRAFT_SENT, Kind.REQUEST_WITHDRAWN], "no_case"),
    (4, [FINAL, Kind.REQUEST_WITHDRAWN], "final"),
    (5, [REQUEST, ASSESS, Kind.ADVICE_RECEIVED], "assessing"),
    (6, [REQUEST, ASSESS, NO_PLAN], "no_plan"),
    (7, [REQUEST, ASSESS, ISSUE], "plan_agreed"),
    (7, [REQUEST, ASSESS, Kind.DRAFT_SENT, ISSUE], "draft"),
    (8, [REQUEST, ASSESS, ISSUE, Kind.DRAFT_SENT], "draft"),
    (8, [REQUEST, ASSESS, Kind.DRAFT_SERVED], "draft"),
    (8, [FINAL, Kind.DRAFT_SENT], "final"),
    (9, [REQUEST, ASSESS, Kind.DRAFT_SENT, FINAL], "final"),
    (9, [FINAL], "final"),  # a plan from before the record began
    (10, [FINAL, MEETING], "reviewing"),
    (10, [FINAL, MEETING, NOTICE, MEETING], "reviewing"),
    (10, [FINAL, Kind.REASSESSMENT_OWN_INITIATIVE, MEETING], "reassessing"),
    (10, [REQUEST, MEETING], "requested"),
    (11, [FINAL, MEETING, MAINTAIN], "final"),
    (11, [FINAL, MEETING, Kind.REVIEW_COMPLETED], "final"),
    (11, [FINAL, MEETING, AMEND_WITH_NOTICE, Kind.REVIEW_COMPLETED], "amending"),
    (12, [FINAL, MEETING, AMEND], "reviewing"),
    (12, [FINAL, MEETING, AMEND, NOTICE], "amending"),
    (12, [FINAL, MEETING, AMEND_WITH_NOTICE], "amending"),
    (12, [FINAL, MEETING, NOTICE, AMEND], "amending"),
    (12, [FINAL, MEETING, NOTICE], "amending"),
    (13, [FINAL, Kind.AMEND_NOTICE_SENT], "amending"),
    (14, [FINAL, MEETING, NOTICE, AMENDED], "final"),
    (14, [AMENDED], "final"),
    (15, [FINAL, Kind.AMEND_NOTICE_SENT, Kind.NO_AMENDMENT_NOTIFIED], "final"),
    (16, [FINAL, Kind.REASSESSMENT_REQUESTED], "final"),
    (17, [FINAL, Kind.REASSESSMENT_REQUESTED, REASSESS], "reassessing"),
    (17, [FINAL, Kind.REASSESSMENT_REQUESTED, NOT_REASSESS], "final"),
    (17, [FINAL, Kind.REASSESSMENT_OWN_INITIATIVE], "reassessing"),
    (17, [FINAL, order("reassess")], "reassessing"),
    (17, [FINAL, agreed("assess")], "reassessing"),
    (17, [FINAL, unopposed("refuse_to_reassess")], "reassessing"),
    (18, [FINAL, Kind.REASSESSMENT_OWN_INITIATIVE, Kind.DRAFT_SENT], "reassessing"),
    (18, [FINAL, Kind.REASSESSMENT_OWN_INITIATIVE, Kind.DRAFT_SENT, FINAL], "final"),
    (18, [FINAL, Kind.REASSESSMENT_OWN_INITIATIVE, Kind.NO_AMENDMENT_NOTIFIED], "final"),
    (19, [FINAL, Kind.CEASE_CONSIDERED, Kind.CEASE_CONSULTED], "final"),
    (19, [*CEASING], "ceasing"),
    (19, [FINAL, MEETING, CEASE], "ceasing"),
    (20, [*CEASING, order("dismiss_cease"), Kind.CEASE_TOOK_EFFECT], "ceased"),
    (20, [FINAL, (Kind.CEASE_TOOK_EFFECT, {"ground": "8"})], "ceased"),
    (20, [Kind.CEASE_TOOK_EFFECT], "ceased"),
    (21, [*CEASING, order("continue")], "final"),
    (21, [*CEASING, agreed("continue")], "final"),
    (21, [*CEASING, unopposed("cease")], "final"),
    (21, [*CEASING, order("continue_amend")], "amending"),
    (22, [REQUEST, REFUSE, order("assess")], "assessing"),
    (22, [REQUEST, REFUSE, agreed("assess")], "assessing"),
    (22, [REQUEST, REFUSE, unopposed("refuse_to_assess")], "assessing"),
    (22, [REQUEST, REFUSE, order("assess"), ASSESS], "assessing"),
    (22, [REQUEST, ASSESS, NO_PLAN, order("reconsider")], "assessing"),
    (22, [REQUEST, REFUSE, order("dismiss")], "refused"),
    (22, [REQUEST, REFUSE, agreed("other")], "refused"),
    (23, [REQUEST, ASSESS, NO_PLAN, order("make_plan")], "plan_agreed"),
    (23, [REQUEST, ASSESS, NO_PLAN, agreed("make_plan")], "plan_agreed"),
    (23, [REQUEST, ASSESS, NO_PLAN, unopposed("refuse_to_issue")], "plan_agreed"),
    (24, [FINAL, order("amend_contents")], "amending"),
    (24, [FINAL, agreed("amend_school")], "amending"),
    (24, [FINAL, unopposed("contents")], "amending"),
    (24, [FINAL, MEETING, unopposed("refuse_to_amend")], "amending"),
    (25, [FINAL, Kind.MOVE_KNOWN, Kind.MOVE_OCCURRED], "final"),
    (25, [FINAL, Kind.MOVE_OCCURRED, Kind.PLAN_TRANSFERRED_OUT], "transferred_out"),
    (25, [Kind.PLAN_TRANSFERRED_IN], "final"),
    (25, [Kind.PLAN_MADE, Kind.PLAN_TRANSFERRED_IN], "final"),
    (26, [REQUEST, ASSESS, Kind.MOVE_OCCURRED], "no_case"),
    (26, [Kind.MOVE_OCCURRED, Kind.RESPONSIBILITY_BEGAN], "requested"),
    (27, [FINAL, Kind.PHASE_TRANSFER_PLANNED], "final"),
    (28, [FINAL, DETAINED], "detained_kept"),
    (28, [FINAL, DETAINED, Kind.RELEASED], "final"),
    (28, [FINAL, DETAINED, MEETING, Kind.RELEASED], "reviewing"),
    (29, [FINAL, Kind.REPRESENTATION_CHANGED], "final"),
]


@pytest.mark.parametrize(("row", "happened", "reached"), BY_ROW)
def test_stage_that_events_lead_to(row, happened, reached):
    assert stage(day_by_day(*happened)).value == reached


def test_the_table_has_its_29_rows_and_each_is_tried_here():
    numbers = [row.number for row in ROWS]

    assert numbers == list(range(1, 30))
    assert sorted({number for number, *_ in BY_ROW}) == numbers


def test_every_stage_can_be_reached():
    moves = [move for row in ROWS for move in row.moves]

    assert {move.to for move in moves if move.to} | {Stage.NO_CASE} == set(Stage)


def test_a_stage_is_expected_or_odd_for_an_event_and_never_both():
    for row in ROWS:
        for move in row.moves:
            odd = [found for kind in move.odd for found in kind.since]
            assert len(odd) == len(set(odd)), row
            assert set(odd) | set(move.since) <= ANY, row
            assert not set(odd) & set(move.since), row


def test_what_is_said_of_an_odd_event_is_one_or_two_whole_sentences():
    moves = [move for row in ROWS for move in row.moves]
    said = [odd.says for move in moves for odd in move.odd] + [m.once for m in moves if m.once]

    for says in [*said, *(says for _, says in NEEDS.values()), *(row.says for row in ROWS)]:
        assert says[0].isupper() or says[0] == "“", says
        assert says.rstrip(")")[-1] == ".", says
