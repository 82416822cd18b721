"""Rules of a move that set no day of their own, or whose day another clock works out."""

from sendpath.core.casefile.events import Kind
from sendpath.core.law.rule import Delegated, Repeats, RuleKind, Undated
from sendpath.core.law.source import Confidence, regulation, section
from sendpath.core.law.wording import COUNCIL, PLAN_OVER, one_of, when

UNDATED = (
    Delegated(
        # The old council's limits end with the move; its events stay on record beside the new ones.
        key="assessment_in_progress_move",
        duty="Decide, assess and finish the plan of a child who moved in mid-assessment",
        kind=RuleKind.DUTY,
        owed_by=COUNCIL,
        owed_to="parent or young person",
        counted_by=("issue_final_plan", "decide_whether_to_assess", "decide_not_to_issue_notify"),
        law=section("24"),
        also=(section("36"), regulation("5(1)(b)"), regulation("10(1)"), regulation("13(2)")),
        code="9.162",
        confidence=Confidence.UNREAD,
        follows=(
            "Time runs afresh from the day the new council becomes responsible. On another "
            "reading (A3) it runs from the first request; the days already used stay in sight."
        ),
    ),
    Undated(
        key="new_la_interim_placement",
        duty="Arrange a place for now, if the school named is too far away",
        kind=RuleKind.DUTY,
        owed_by=COUNCIL,
        owed_to="child or young person",
        starts=(
            when(
                Kind.PLAN_TRANSFERRED_IN,
                "The plan was transferred to the council",
                attendance_practicable=one_of(False, None),
            ),
        ),
        done_by=(
            when(Kind.PLACEMENT_STARTED, "A placement started"),
            when(Kind.AMENDED_PLAN_SENT, "The amended plan was sent"),
        ),
        ended_by=PLAN_OVER,
        repeats=Repeats.SUPERSEDES,
        how_soon="when the school named can no longer be attended, until the plan is amended",
        law=regulation("15"),
        code="9.159 to 9.160",
        confidence=Confidence.SECONDARY,
        follows="An independent school that the plan names is paid for until the plan is amended.",
    ),
)
