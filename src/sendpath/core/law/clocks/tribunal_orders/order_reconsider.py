"""A case sent back to the council: reconsider it within 2 weeks.

SEND Regulations 2014, regulation 44(2). Reconsidering is done by what comes of it: a draft plan,
or notice of a decision against one. No mediation agreement asks for this.
"""

from sendpath.core.law.counting import Weeks
from sendpath.core.law.order_clocks import after_order, whole
from sendpath.core.law.orders import RECONSIDER
from sendpath.core.law.source import Confidence

CLOCK = after_order(
    key="order_reconsider",
    duty="Reconsider the decision, after the Tribunal's order",
    act=RECONSIDER,
    orders=("reconsider",),
    limit=whole(Weeks(2), "44(2)"),
    confidence=Confidence.SECONDARY,
    follows="The council sends a draft plan, or says why there will be none.",
)
