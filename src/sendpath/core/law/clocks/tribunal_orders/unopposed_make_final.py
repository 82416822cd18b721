"""An appeal against having no plan is not opposed: send the final plan within 11 weeks.

SEND Regulations 2014, regulation 45. Counted from the day the council told the Tribunal, not from
the draft.
"""

from sendpath.core.law.counting import Weeks
from sendpath.core.law.order_clocks import after_concession, since_2015
from sendpath.core.law.orders import SEND_PLAN, concession
from sendpath.core.law.source import Confidence

CLOCK = after_concession(
    key="unopposed_make_final",
    duty="Send the final plan, after conceding the appeal about a plan",
    act=SEND_PLAN,
    starts=(concession("refuse_to_issue", None),),
    limit=since_2015(Weeks(11), "45"),
    confidence=Confidence.SECONDARY,
    follows="The provision in the plan must be secured. The family may appeal.",
)
