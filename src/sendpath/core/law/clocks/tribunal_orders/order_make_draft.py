"""An order to make a plan: send the draft within 5 weeks.

SEND Regulations 2014, regulation 44(2)(c). A draft that comes late does not move the 11 weeks
for the final plan, which run from the same order.
"""

from sendpath.core.law.counting import Weeks
from sendpath.core.law.order_clocks import after_order, step
from sendpath.core.law.orders import SEND_DRAFT
from sendpath.core.law.source import Confidence

CLOCK = after_order(
    key="order_make_draft",
    duty="Send the draft plan, after an order or agreement",
    act=SEND_DRAFT,
    orders=("make_plan",),
    agreed=("make_plan",),
    limit=step(Weeks(5), "44(2)(c)"),
    confidence=Confidence.READ,
    follows="The family has at least 15 days to answer the draft.",
)
