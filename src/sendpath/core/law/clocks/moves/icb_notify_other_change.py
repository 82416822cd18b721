"""The old health commissioner tells the new one of a change that no move brought about.

SEND Regulations 2014, regulation 16, such as a change of GP: within 15 working days of becoming
aware, that day left out. After a move the days are counted in another way.
"""

from sendpath.core.casefile.events import Kind
from sendpath.core.law.clock import Clock, Limit
from sendpath.core.law.counting import WorkingDays
from sendpath.core.law.rule import Repeats, RuleKind
from sendpath.core.law.source import Confidence, regulation
from sendpath.core.law.wording import PLAN_OVER, one_of, when

CLOCK = Clock(
    key="icb_notify_other_change",
    duty="Tell the new health commissioner that it is now responsible",
    kind=RuleKind.DUTY,
    owed_by="old health commissioner",
    owed_to="new health commissioner",
    starts=(
        when(
            Kind.ICB_CHANGE_KNOWN,
            "The old commissioner became aware of the change",
            reason=one_of("other", None),
        ),
    ),
    done_by=(when(Kind.ICB_NOTIFIED, "The new commissioner was told"),),
    ended_by=PLAN_OVER,
    repeats=Repeats.SUPERSEDES,
    limits=(Limit(count=WorkingDays(15), law=regulation("16")),),
    code="9.164",
    confidence=Confidence.SECONDARY,
    follows="If it cannot arrange the health provision in the plan, it asks for a review.",
)
