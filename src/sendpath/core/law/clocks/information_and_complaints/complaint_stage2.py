"""The final answer to a complaint to the council, within 20 working days of acknowledging stage 2.

Guidance, not law: the Ombudsman's Complaint Handling Code, which a council may adopt. Up to 20 more
may be taken if the reasons are given. The number was not checked (mark K).
"""

from sendpath.core.casefile.events import Kind
from sendpath.core.law.clock import Clock, Limit, Milestone
from sendpath.core.law.counting import WorkingDays
from sendpath.core.law.instruments import COMPLAINT_CODE
from sendpath.core.law.rule import RuleKind
from sendpath.core.law.source import Confidence
from sendpath.core.law.wording import COUNCIL, one_of, when

CLOCK = Clock(
    key="complaint_stage2",
    duty="Answer the complaint at stage 2",
    kind=RuleKind.GUIDANCE,
    owed_by=COUNCIL,
    owed_to="complainant",
    starts=(
        when(
            Kind.COMPLAINT_STAGE2_ACKNOWLEDGED,
            "The request for stage 2 was acknowledged",
            regime=one_of("corporate", None),
        ),
    ),
    ended_by=(when(Kind.COMPLAINT_LGSCO_DECISION, "The Ombudsman decided the complaint"),),
    limits=(Limit(count=WorkingDays(20), law=COMPLAINT_CODE),),
    milestones=(
        Milestone(
            key="latest_if_extended",
            words="Last day if up to 20 working days more are taken, with reasons",
            count=WorkingDays(40),
        ),
    ),
    confidence=Confidence.UNREAD,
    follows="A complainant who is still not content may go to the Ombudsman.",
)
