"""Comments on the Local Offer, published with the council's response at least once a year.

SEND Regulations 2014, regulation 56(3). It is owed to everybody in the area and to no one child.
Publishing meets the year that is running and starts the next. From 1 May to 25 September 2020
the yearly publication was relaxed with the other limits.
"""

from sendpath.core.casefile.events import Kind
from sendpath.core.law.clock import Clock, Limit
from sendpath.core.law.counting import Months
from sendpath.core.law.rule import RuleKind
from sendpath.core.law.source import Confidence, regulation, section
from sendpath.core.law.wording import COUNCIL, COVID, when

PUBLISHED = (
    when(Kind.LOCAL_OFFER_COMMENTS_PUBLISHED, "Comments and the council's response were published"),
)

CLOCK = Clock(
    key="local_offer_comments",
    duty="Publish comments on the Local Offer, with what the council will do",
    kind=RuleKind.DUTY,
    owed_by=COUNCIL,
    owed_to="public",
    starts=PUBLISHED,
    done_by=PUBLISHED,
    limits=(Limit(count=Months(12), law=regulation("56(3)")),),
    also=(section("30"), regulation("53"), regulation("57")),
    relaxations=(COVID,),
    code="4.22 to 4.29",
    confidence=Confidence.SECONDARY,
    follows="Nobody may be named in what is published.",
)
