"""The new health commissioner asks for a review, where it cannot arrange what the plan says.

SEND Regulations 2014, regulation 16: within 15 working days of becoming aware of the change, that
day left out. Owed only where it is not practicable to arrange the health provision in the plan; it
is shown where nobody has said that it is. The council must do as it is asked.
"""

from sendpath.core.casefile.events import Kind
from sendpath.core.law.clock import Clock, Limit
from sendpath.core.law.counting import WorkingDays
from sendpath.core.law.rule import Repeats, RuleKind
from sendpath.core.law.source import Confidence, regulation
from sendpath.core.law.wording import PLAN_OVER, one_of, when

CLOCK = Clock(
    key="icb_request_review",
    duty="Ask the council to assess or review, if the health provision cannot be arranged",
    kind=RuleKind.DUTY,
    owed_by="new health commissioner",
    owed_to="council",
    starts=(
        when(
            Kind.ICB_CHANGE_KNOWN,
            "The new commissioner became aware of the change",
            practicable=one_of(False, None),
        ),
    ),
    done_by=(when(Kind.ICB_REVIEW_REQUESTED, "The commissioner asked the council"),),
    ended_by=PLAN_OVER,
    repeats=Repeats.SUPERSEDES,
    limits=(Limit(count=WorkingDays(15), law=regulation("16")),),
    code="9.165",
    confidence=Confidence.SECONDARY,
    follows="The council must assess or review.",
)
