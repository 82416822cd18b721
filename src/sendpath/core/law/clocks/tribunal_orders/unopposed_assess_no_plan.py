"""An appeal about assessing is not opposed, and no plan follows: say so within 10 weeks.

SEND Regulations 2014, regulation 45(3A)(a). It binds only where the council decides against a
plan; deciding to issue one ends it.
"""

from sendpath.core.law.counting import Weeks
from sendpath.core.law.order_clocks import after_concession, since_2015
from sendpath.core.law.orders import SAY_NO_PLAN, concession
from sendpath.core.law.source import Confidence

CLOCK = after_concession(
    key="unopposed_assess_no_plan",
    duty="Say if there will be no plan, after conceding the appeal",
    act=SAY_NO_PLAN,
    starts=(concession("refuse_to_assess", "refuse_to_reassess", None),),
    limit=since_2015(Weeks(10), "45(3A)(a)"),
    confidence=Confidence.READ,
    follows="The family may appeal against a decision not to issue a plan.",
)
