"""An appeal about assessing is not opposed, and a plan follows: send it within 14 weeks.

SEND Regulations 2014, regulation 45(3A)(b). Counted from the day the council told the Tribunal.
"""

from sendpath.core.law.counting import Weeks
from sendpath.core.law.order_clocks import after_concession, since_2015
from sendpath.core.law.orders import SEND_PLAN_AFTER_ASSESSING, concession
from sendpath.core.law.source import Confidence

CLOCK = after_concession(
    key="unopposed_assess_final",
    duty="Send the final plan, after conceding the appeal about assessing",
    act=SEND_PLAN_AFTER_ASSESSING,
    starts=(concession("refuse_to_assess", "refuse_to_reassess", None),),
    limit=since_2015(Weeks(14), "45(3A)(b)"),
    confidence=Confidence.READ,
    follows="The provision in the plan must be secured. The family may appeal.",
)
