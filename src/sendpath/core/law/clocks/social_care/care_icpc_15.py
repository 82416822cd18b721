"""The first child protection conference, within 15 working days of the strategy discussion.

Guidance, not law: Working Together to Safeguard Children, with section 47 of the Children Act 1989.
It counts from the discussion that started the enquiry. An enquiry that ends without a need for a
conference (an assessment completed with the fact outcome=no_conference) ends it. The number was
not checked (mark K).
"""

from datetime import date

from sendpath.core.casefile.events import Kind
from sendpath.core.law.clock import Clock, Limit
from sendpath.core.law.counting import WorkingDays
from sendpath.core.law.instruments import CHILDREN_ACT, WORKING_TOGETHER
from sendpath.core.law.rule import RuleKind
from sendpath.core.law.source import Confidence, act
from sendpath.core.law.wording import one_of, when

CLOCK = Clock(
    key="care_icpc_15",
    duty="Hold the first child protection conference",
    kind=RuleKind.GUIDANCE,
    owed_by="council's social care",
    owed_to="child",
    starts=(when(Kind.STRATEGY_DISCUSSION, "The discussion that started the enquiry was held"),),
    done_by=(when(Kind.ICPC_HELD, "The conference was held"),),
    ended_by=(
        when(
            Kind.CARE_ASSESSMENT_COMPLETED,
            "The enquiry ended without a need for a conference",
            outcome=one_of("no_conference"),
        ),
    ),
    limits=(Limit(count=WorkingDays(15), law=WORKING_TOGETHER, since=date(2013, 4, 15)),),
    also=(act(*CHILDREN_ACT, "47"),),
    confidence=Confidence.UNREAD,
    follows="If the child is to have a child protection plan, it is reviewed within 3 months.",
)
