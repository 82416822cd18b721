"""An appeal against ending a plan is dismissed: the plan ends at once.

SEND Regulations 2014, regulation 44(2)(a). Until then it had to be kept, whatever was decided
before. Dismissing any other appeal starts nothing. No mediation agreement asks for this.
"""

from sendpath.core.law.counting import OnTheDay
from sendpath.core.law.order_clocks import after_order, whole
from sendpath.core.law.orders import END_PLAN
from sendpath.core.law.source import Confidence

CLOCK = after_order(
    key="order_dismiss_cease",
    duty="End the plan, after the Tribunal's order",
    act=END_PLAN,
    orders=("dismiss_cease",),
    limit=whole(OnTheDay(), "44(2)(a)"),
    confidence=Confidence.READ,
    follows="The council no longer has to secure what the plan describes.",
)
