"""An order to go on maintaining a plan: at once.

SEND Regulations 2014, regulation 44(2). An order to continue and amend asks this as well, and a
date set for the amending does not put it off. A plan already had to be kept while the appeal ran,
so what has to be recorded is that it goes on; any later work on the plan shows that it did.
That the plan ceased never ends this duty.
"""

from sendpath.core.law.clock import Limit
from sendpath.core.law.counting import OnTheDay
from sendpath.core.law.order_clocks import after_order
from sendpath.core.law.orders import KEEP_PLAN
from sendpath.core.law.source import Confidence, regulation

CLOCK = after_order(
    key="order_continue",
    duty="Keep the plan in force, after an order or agreement",
    act=KEEP_PLAN,
    orders=("continue", "continue_amend"),
    agreed=("continue", "continue_amend"),
    limit=Limit(count=OnTheDay(), law=regulation("44(2)")),
    confidence=Confidence.SECONDARY,
    follows="The plan is reviewed every year, as before.",
)
