"""The report of a review meeting, within 2 weeks.

SEND Regulations 2014, regulation 20(7) to (9). The school writes it, or the council where it
held the meeting. A late report does not lengthen the council's 4 weeks.
"""

from sendpath.core.casefile.events import Kind
from sendpath.core.law.clock import Clock, Limit
from sendpath.core.law.counting import Weeks
from sendpath.core.law.rule import RuleKind
from sendpath.core.law.source import Confidence, regulation
from sendpath.core.law.wording import PLAN_OVER, REVIEW_HELD, when

CLOCK = Clock(
    key="review_report",
    duty="Send the report of the review meeting",
    kind=RuleKind.DUTY,
    owed_by="setting or council",
    owed_to="everyone invited to the meeting",
    starts=(REVIEW_HELD,),
    done_by=(when(Kind.REVIEW_REPORT_SENT, "The report was sent"),),
    ended_by=PLAN_OVER,
    limits=(Limit(count=Weeks(2), law=regulation("20(7) to (9)")),),
    also=(regulation("21(7)"),),
    code="9.176",
    confidence=Confidence.READ,
    follows="The council decides within 4 weeks of the meeting, whether or not the report is in.",
)
