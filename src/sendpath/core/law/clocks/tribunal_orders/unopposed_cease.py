"""An appeal against ending a plan is not opposed: keep the plan in force at once.

SEND Regulations 2014, regulation 45. If the council agreed to change it too, the amended plan is
due within 5 weeks. Nothing but the plan's going on meets it: that it ceased is the breach.
"""

from sendpath.core.law.clock import Milestone
from sendpath.core.law.counting import OnTheDay, Weeks
from sendpath.core.law.order_clocks import after_concession, since_2015
from sendpath.core.law.orders import KEEP_PLAN, concession
from sendpath.core.law.source import Confidence

CLOCK = after_concession(
    key="unopposed_cease",
    duty="Keep the plan in force, after conceding the appeal",
    act=KEEP_PLAN,
    starts=(concession("cease", None),),
    limit=since_2015(OnTheDay(), "45"),
    milestones=(
        Milestone(
            key="amended_if_agreed",
            words="Last day for the amended plan, if it was agreed to change it",
            count=Weeks(5),
        ),
    ),
    confidence=Confidence.SECONDARY,
    follows="The plan is reviewed every year, as before.",
)
