"""An order to assess or re-assess: tell the family within 2 weeks that it will be done.

SEND Regulations 2014, regulation 44(2)(b). The weeks run from the order, not from the day it
arrived. A date set for the whole of the order never gives longer for this first step. The
original 6, 16 and 20 weeks are spent: two more limits run from the same day as this one.
"""

from sendpath.core.law.counting import Weeks
from sendpath.core.law.order_clocks import after_order, step
from sendpath.core.law.orders import CONFIRM_ASSESSMENT
from sendpath.core.law.source import Confidence

CLOCK = after_order(
    key="order_assess_notify",
    duty="Confirm the assessment, after an order or agreement",
    act=CONFIRM_ASSESSMENT,
    orders=("assess", "reassess"),
    agreed=("assess",),
    limit=step(Weeks(2), "44(2)(b)"),
    confidence=Confidence.READ,
    follows="The council asks for advice. Next comes a plan, or the reasons for having none.",
)
