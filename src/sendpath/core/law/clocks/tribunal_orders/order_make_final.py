"""An order to make and maintain a plan: send the final plan within 11 weeks.

SEND Regulations 2014, regulation 44(2)(c). Counted from the order, not from the draft.
"""

from sendpath.core.law.counting import Weeks
from sendpath.core.law.order_clocks import after_order, whole
from sendpath.core.law.orders import SEND_PLAN
from sendpath.core.law.source import Confidence

CLOCK = after_order(
    key="order_make_final",
    duty="Send the final plan, after an order or agreement to make one",
    act=SEND_PLAN,
    orders=("make_plan",),
    agreed=("make_plan",),
    limit=whole(Weeks(11), "44(2)(c)"),
    confidence=Confidence.READ,
    follows="The provision in the plan must be secured. The family may appeal.",
)
