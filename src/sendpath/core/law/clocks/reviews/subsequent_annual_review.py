"""Every later review, within 12 months of the last.

Children and Families Act 2014, section 44(1)(b). Time runs from the day the plan was last
reviewed: the decision, or on a second reading the meeting. An early review starts the 12
months afresh.
"""

from sendpath.core.law.clock import Clock, Limit
from sendpath.core.law.counting import MonthsBeginning
from sendpath.core.law.rule import Repeats, RuleKind
from sendpath.core.law.source import Confidence, section
from sendpath.core.law.wording import COUNCIL, COVID, PLAN_OVER, REVIEW_DONE

CLOCK = Clock(
    key="subsequent_annual_review",
    duty="Complete the next annual review",
    kind=RuleKind.DUTY,
    owed_by=COUNCIL,
    owed_to="child or young person",
    starts=REVIEW_DONE,
    done_by=REVIEW_DONE,
    ended_by=PLAN_OVER,
    repeats=Repeats.REVIEWS,
    limits=(Limit(count=MonthsBeginning(12), law=section("44(1)(b)")),),
    relaxations=(COVID,),
    code="9.166 to 9.176",
    confidence=Confidence.READ,
    follows="The next review is due within 12 months of this one.",
)
