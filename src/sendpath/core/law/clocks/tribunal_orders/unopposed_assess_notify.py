"""An appeal about assessing is not opposed: confirm the assessment within 2 weeks.

SEND Regulations 2014, regulation 45(3). Counted from the day the council told the Tribunal, before
it answered the appeal. The appeal counts as won and no order follows. Pages from before 23 March
2015 still say 4 weeks.
"""

from sendpath.core.law.counting import Weeks
from sendpath.core.law.order_clocks import after_concession, since_2015
from sendpath.core.law.orders import CONFIRM_ASSESSMENT, concession
from sendpath.core.law.source import Confidence

CLOCK = after_concession(
    key="unopposed_assess_notify",
    duty="Confirm the assessment, after conceding the appeal",
    act=CONFIRM_ASSESSMENT,
    starts=(concession("refuse_to_assess", "refuse_to_reassess", None),),
    limit=since_2015(Weeks(2), "45(3)"),
    confidence=Confidence.READ,
    follows="The council asks for advice. Next comes a plan, or the reasons for having none.",
)
