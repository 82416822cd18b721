"""An order that changes only the school or college named: send the plan within 2 weeks.

SEND Regulations 2014, regulation 44(2). For section I alone. An order that changes the needs or
the provision as well allows 5 weeks.
"""

from sendpath.core.law.counting import Weeks
from sendpath.core.law.order_clocks import after_order, whole
from sendpath.core.law.orders import SEND_AMENDED
from sendpath.core.law.source import Confidence

CLOCK = after_order(
    key="order_amend_school",
    duty="Name the school in the plan, after an order or agreement",
    act=SEND_AMENDED,
    orders=("amend_school",),
    agreed=("amend_school",),
    limit=whole(Weeks(2), "44(2)"),
    confidence=Confidence.SECONDARY,
    follows="The school or college named must admit the child or young person.",
)
