"""An appeal about what a plan says is not opposed: send it amended within 5 weeks.

SEND Regulations 2014, regulation 45(4): appeals about the needs or the provision in a plan, and
against a refusal to amend it. Pages from before 23 March 2015 still say 4 weeks.
"""

from sendpath.core.law.counting import Weeks
from sendpath.core.law.order_clocks import after_concession, since_2015
from sendpath.core.law.orders import SEND_AMENDED, concession
from sendpath.core.law.source import Confidence
from sendpath.core.law.wording import one_of

CLOCK = after_concession(
    key="unopposed_contents",
    duty="Send the amended plan, after conceding the appeal",
    act=SEND_AMENDED,
    starts=(
        concession("contents", None),
        concession("refuse_to_amend", section_i_only=one_of(True, False, None)),
    ),
    limit=since_2015(Weeks(5), "45(4)"),
    confidence=Confidence.READ,
    follows="What the amended plan describes must be secured from that day.",
)
