"""What the new council tells the family, within 6 weeks of the transfer.

SEND Regulations 2014, regulation 15(4): that the plan has been transferred, whether it will
assess, and when it will review the plan. The family has the plan meanwhile, as it stands.
"""

from sendpath.core.casefile.events import Kind
from sendpath.core.law.clock import Clock, Limit
from sendpath.core.law.counting import Weeks
from sendpath.core.law.rule import Repeats, RuleKind
from sendpath.core.law.source import Confidence, regulation
from sendpath.core.law.wording import COUNCIL, PLAN_OVER, when

CLOCK = Clock(
    key="new_la_inform_family",
    duty="Tell the family that the plan has come, and when it will be reviewed",
    kind=RuleKind.DUTY,
    owed_by=COUNCIL,
    owed_to="parent or young person",
    starts=(when(Kind.PLAN_TRANSFERRED_IN, "The plan was transferred to the council"),),
    done_by=(when(Kind.MOVE_FAMILY_INFORMED, "The family was told"),),
    ended_by=PLAN_OVER,
    repeats=Repeats.SUPERSEDES,
    limits=(Limit(count=Weeks(6), law=regulation("15(4)")),),
    code="9.161",
    confidence=Confidence.READ,
    follows="The council must secure what the plan says from the day of the transfer.",
)
