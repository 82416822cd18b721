"""An order to assess, and a plan follows: send the final plan within 14 weeks.

SEND Regulations 2014, regulation 44(2)(b). Fourteen weeks from the order, whatever is left of
the original 20: HMCTS leaflets print only the limits of 2 and 5 weeks. The family still has its
15 days to answer the draft inside them.
"""

from sendpath.core.law.counting import Weeks
from sendpath.core.law.order_clocks import after_order, whole
from sendpath.core.law.orders import SEND_PLAN_AFTER_ASSESSING
from sendpath.core.law.source import Confidence

CLOCK = after_order(
    key="order_assess_final",
    duty="Send the final plan, after an order or agreement to assess",
    act=SEND_PLAN_AFTER_ASSESSING,
    orders=("assess", "reassess"),
    agreed=("assess",),
    limit=whole(Weeks(14), "44(2)(b)"),
    confidence=Confidence.READ,
    follows="The provision in the plan must be secured. The family may appeal.",
)
