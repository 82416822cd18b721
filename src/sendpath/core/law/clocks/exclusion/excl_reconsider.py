"""The board thinks again within 10 school days, where a panel asks it to or quashes its decision.

School Discipline (Pupil Exclusions and Reviews) (England) Regulations 2012, regulations 8, 17 and
26. A decision that the panel upheld starts nothing. The number was not checked (mark K).
"""

from sendpath.core.casefile.events import Kind
from sendpath.core.law.clock import Clock, Limit
from sendpath.core.law.counting import SchoolDays
from sendpath.core.law.exclusions import BOARD_LOOKED, CANCELLED, DECIDED, IN_FORCE_2012
from sendpath.core.law.instruments import EXCLUSION_GUIDANCE, EXCLUSIONS
from sendpath.core.law.rule import RuleKind
from sendpath.core.law.source import Confidence, instrument
from sendpath.core.law.wording import one_of, when

CLOCK = Clock(
    key="excl_reconsider",
    duty="Consider the exclusion again, as the panel asked",
    kind=RuleKind.DUTY,
    owed_by="governing board",
    owed_to="parent, or the pupil from 18",
    starts=(
        when(
            Kind.IRP_DECISION_GIVEN,
            "The board was told what the panel decided",
            outcome=one_of("recommend", "quash", None),
        ),
    ),
    done_by=BOARD_LOOKED,
    ended_by=(CANCELLED,),
    new_matter=(DECIDED,),
    limits=(Limit(count=SchoolDays(10), law=instrument(*EXCLUSIONS, "8"), since=IN_FORCE_2012),),
    also=(instrument(*EXCLUSIONS, "17"), instrument(*EXCLUSIONS, "26"), EXCLUSION_GUIDANCE),
    confidence=Confidence.UNREAD,
    follows="If the decision was quashed and the pupil is not taken back, the school pays £4,000.",
)
