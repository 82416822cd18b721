"""An order to go on maintaining a plan and to change it: send it amended within 5 weeks.

SEND Regulations 2014, regulation 44(2). The weeks are for the amending; going on with the plan
allows no time, and has a clock of its own.
"""

from sendpath.core.law.counting import Weeks
from sendpath.core.law.order_clocks import after_order, whole
from sendpath.core.law.orders import SEND_AMENDED
from sendpath.core.law.source import Confidence

CLOCK = after_order(
    key="order_continue_amend",
    duty="Amend the plan that is kept, after an order or agreement",
    act=SEND_AMENDED,
    orders=("continue_amend",),
    agreed=("continue_amend",),
    limit=whole(Weeks(5), "44(2)"),
    confidence=Confidence.SECONDARY,
    follows="What the amended plan describes must be secured from that day.",
)
