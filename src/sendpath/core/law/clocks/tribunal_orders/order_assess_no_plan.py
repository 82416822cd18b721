"""An order to assess, and no plan follows: tell the family why within 10 weeks.

SEND Regulations 2014, regulation 44(2)(b). It binds only where the council decides against a
plan; deciding to issue one ends it. Counted from the order and not from the assessment.
"""

from sendpath.core.law.counting import Weeks
from sendpath.core.law.order_clocks import after_order, step
from sendpath.core.law.orders import SAY_NO_PLAN
from sendpath.core.law.source import Confidence

CLOCK = after_order(
    key="order_assess_no_plan",
    duty="Say if there will be no plan, after an order or agreement",
    act=SAY_NO_PLAN,
    orders=("assess", "reassess"),
    agreed=("assess",),
    limit=step(Weeks(10), "44(2)(b)"),
    confidence=Confidence.READ,
    follows="The family may appeal against a decision not to issue a plan.",
)
