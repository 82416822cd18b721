"""An appeal against having no plan is not opposed: send the draft within 5 weeks.

SEND Regulations 2014, regulation 45. The 11 weeks for the final plan run from the same day.
"""

from sendpath.core.law.counting import Weeks
from sendpath.core.law.order_clocks import after_concession, since_2015
from sendpath.core.law.orders import SEND_DRAFT, concession
from sendpath.core.law.source import Confidence

CLOCK = after_concession(
    key="unopposed_make_draft",
    duty="Send the draft plan, after conceding the appeal",
    act=SEND_DRAFT,
    starts=(concession("refuse_to_issue", None),),
    limit=since_2015(Weeks(5), "45"),
    confidence=Confidence.SECONDARY,
    follows="The family has at least 15 days to answer the draft.",
)
