"""An appeal about section I alone is not opposed: name the school within 2 weeks.

SEND Regulations 2014, regulation 45. Where the needs or the provision are in dispute as well, it is
5 weeks for the whole plan.
"""

from sendpath.core.law.counting import Weeks
from sendpath.core.law.order_clocks import after_concession, since_2015
from sendpath.core.law.orders import SEND_AMENDED, YES_OR_UNKNOWN, concession
from sendpath.core.law.source import Confidence

CLOCK = after_concession(
    key="unopposed_school_only",
    duty="Name the school in the plan, after conceding the appeal",
    act=SEND_AMENDED,
    starts=(concession("contents", None, section_i_only=YES_OR_UNKNOWN),),
    limit=since_2015(Weeks(2), "45"),
    confidence=Confidence.SECONDARY,
    follows="The school or college named must admit the child or young person.",
)
