"""A plan that names the next institution, five months before a move after 16.

SEND Regulations 2014, regulation 18(2): from one post-16 institution to another, at a time that
regulation 18(1) does not reach. Counted back from the day of the move: from 31 July to the last
day of February, as February has no 31st. No reason in the regulations excuses a late plan.
"""

from sendpath.core.casefile.events import Kind
from sendpath.core.law.clock import Clock, Limit
from sendpath.core.law.counting import MonthsBefore
from sendpath.core.law.rule import Repeats, RuleKind, When
from sendpath.core.law.source import Confidence, regulation
from sendpath.core.law.wording import COUNCIL, LATEST_MEETING, PLAN_OVER, one_of, when

CLOCK = Clock(
    key="phase_transfer_5_months",
    duty="Review and amend the plan to name the next post-16 institution",
    kind=RuleKind.DUTY,
    owed_by=COUNCIL,
    owed_to="young person",
    starts=(
        When(
            kind=Kind.PHASE_TRANSFER_PLANNED,
            words="A move to another post-16 institution is to take place",
            facts={"kind": one_of("post16_to_post16", "post_16_to_post_16")},
            day_from="transfer_on",
        ),
    ),
    done_by=(when(Kind.AMENDED_PLAN_SENT, "The plan naming the next setting was sent"),),
    ended_by=PLAN_OVER,
    repeats=Repeats.PLANNED,
    run_named_by=("kind",),
    milestones=(LATEST_MEETING,),
    limits=(Limit(count=MonthsBefore(5), law=regulation("18(2)")),),
    code="9.182",
    confidence=Confidence.READ,
    follows="It stands whatever the annual cycle: the earlier of this day and the 8 weeks governs.",
)
