"""The first review, within 12 months of the plan being made.

Children and Families Act 2014, section 44(1)(a): in the period of 12 months starting with the
day the plan was first made, which ends the day before the anniversary. Holding the meeting is
not enough: the review ends with the council's decision.
"""

from sendpath.core.casefile.events import Kind
from sendpath.core.law.clock import Clock, Limit
from sendpath.core.law.counting import MonthsBeginning
from sendpath.core.law.rule import Repeats, RuleKind
from sendpath.core.law.source import Confidence, section
from sendpath.core.law.wording import COUNCIL, COVID, PLAN_OVER, REVIEW_DONE, one_of, when

CLOCK = Clock(
    key="first_annual_review",
    duty="Complete the first annual review",
    kind=RuleKind.DUTY,
    owed_by=COUNCIL,
    owed_to="child or young person",
    starts=(when(Kind.FINALISED_SENT, "The first plan was made", first=one_of(True, None)),),
    done_by=REVIEW_DONE,
    ended_by=PLAN_OVER,
    repeats=Repeats.REVIEWS,
    limits=(Limit(count=MonthsBeginning(12), law=section("44(1)(a)")),),
    relaxations=(COVID,),
    code="9.166 to 9.172",
    confidence=Confidence.READ,
    follows="The next review is due within 12 months of this one.",
)
