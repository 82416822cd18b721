"""The notice of proposed amendments, within the same 4 weeks of the meeting.

SEND Regulations 2014, regulations 20(10) and 22(2)(a), read together in R (L, M and P) v Devon
County Council [2022] EWHC 493 (Admin). Falls away where the plan is not to change.
"""

from sendpath.core.casefile.events import Kind
from sendpath.core.law.clock import Clock, Limit, Milestone
from sendpath.core.law.counting import Weeks
from sendpath.core.law.rule import RuleKind
from sendpath.core.law.source import DEVON, Confidence, regulation
from sendpath.core.law.wording import COUNCIL, PLAN_OVER, REVIEW_HELD, one_of, when

CLOCK = Clock(
    key="review_amendment_notice",
    duty="Send the notice of amendments, if the plan is to change",
    kind=RuleKind.DUTY,
    owed_by=COUNCIL,
    owed_to="parent or young person",
    starts=(REVIEW_HELD,),
    done_by=(
        when(Kind.AMENDMENT_NOTICE_SENT, "The notice of amendments was sent"),
        when(
            Kind.REVIEW_DECISION_NOTIFIED,
            "The notice of amendments was sent with the decision",
            outcome=one_of("amend"),
            notice_attached=one_of(True),
        ),
    ),
    ended_by=(
        when(
            Kind.REVIEW_DECISION_NOTIFIED,
            "The plan is not to change",
            outcome=one_of("maintain", "cease"),
        ),
        *PLAN_OVER,
    ),
    milestones=(
        Milestone(
            key="backstop_12w",
            words="12 weeks from the meeting, the latest the amended plan itself can be due",
            days=56,
        ),
    ),
    limits=(Limit(count=Weeks(4), law=regulation("22(2)(a)")),),
    also=(regulation("20(10)"), DEVON),
    code="9.193 to 9.198",
    confidence=Confidence.READ,
    follows="The family has 15 days to answer, and the amended plan is due within 8 weeks.",
)
