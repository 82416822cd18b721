"""An independent panel begins its review within 15 school days of being asked.

School Discipline (Pupil Exclusions and Reviews) (England) Regulations 2012, schedule 1, applied by
regulations 7, 16 and 25. The panel may adjourn once it has begun. The days are those of the
school that excluded the pupil.
"""

from sendpath.core.casefile.events import Kind
from sendpath.core.law.clock import Clock, Limit
from sendpath.core.law.counting import SchoolDays
from sendpath.core.law.exclusions import CANCELLED, DECIDED, IN_FORCE_2012
from sendpath.core.law.instruments import EXCLUSION_GUIDANCE, EXCLUSIONS
from sendpath.core.law.rule import RuleKind, When
from sendpath.core.law.source import Confidence, instrument
from sendpath.core.law.wording import when

CLOCK = Clock(
    key="excl_irp_meet",
    duty="Begin the independent review of the exclusion",
    kind=RuleKind.DUTY,
    owed_by="council or academy trust",
    owed_to="parent, or the pupil from 18",
    starts=(when(Kind.IRP_APPLIED, "The review was asked for"),),
    done_by=(
        when(Kind.IRP_MET, "The panel began its review"),
        When(
            kind=Kind.IRP_DECISION_GIVEN,
            words="By then the panel must have begun its review",
            implied=True,
        ),
    ),
    ended_by=(CANCELLED,),
    new_matter=(DECIDED,),
    limits=(Limit(count=SchoolDays(15), law=instrument(*EXCLUSIONS, "7"), since=IN_FORCE_2012),),
    also=(instrument(*EXCLUSIONS, "16"), instrument(*EXCLUSIONS, "25"), EXCLUSION_GUIDANCE),
    confidence=Confidence.SECONDARY,
    follows="The panel upholds the decision, asks the board to think again, or quashes it.",
)
