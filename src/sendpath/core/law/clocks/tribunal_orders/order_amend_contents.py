"""An order to change the needs or the provision in a plan: send it amended within 5 weeks.

SEND Regulations 2014, regulation 44(2). It is an order to amend, so there is no notice of
amendments and no new 15 days. Councils record the plan as an amended or as a final one: both
meet it. Two weeks away excuse here, where four are needed before a first plan.
"""

from sendpath.core.law.counting import Weeks
from sendpath.core.law.order_clocks import after_order, whole
from sendpath.core.law.orders import SEND_AMENDED
from sendpath.core.law.source import Confidence

CLOCK = after_order(
    key="order_amend_contents",
    duty="Send the amended plan, after an order or agreement",
    act=SEND_AMENDED,
    orders=("amend_contents",),
    agreed=("amend_contents",),
    limit=whole(Weeks(5), "44(2)"),
    confidence=Confidence.SECONDARY,
    follows="What the amended plan describes must be secured from that day.",
)
