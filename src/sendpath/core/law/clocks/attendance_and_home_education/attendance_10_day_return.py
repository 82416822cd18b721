"""A return to the council of a pupil absent without leave for 10 school days on end.

School Attendance (Pupil Registration) (England) Regulations 2024, regulation 13. It is made at the
times that the school and the council have agreed; the day shown is the tenth, from which it is
owed. A pupil who is back by then is not in it; one who comes back later still is.
"""

from datetime import date

from sendpath.core.casefile.events import Kind
from sendpath.core.law.clock import Clock, Limit
from sendpath.core.law.counting import SchoolDaysBeginning
from sendpath.core.law.instruments import ATTENDANCE_GUIDANCE, PUPIL_REGISTRATION
from sendpath.core.law.rule import RuleKind, When
from sendpath.core.law.source import Confidence, instrument
from sendpath.core.law.wording import COUNCIL, one_of, when

CLOCK = Clock(
    key="attendance_10_day_return",
    duty="Tell the council of 10 school days' absence without leave",
    kind=RuleKind.DUTY,
    owed_by="school",
    owed_to=COUNCIL,
    starts=(
        when(
            Kind.ABSENCE_BEGAN,
            "Absence without leave began",
            authorised=one_of(False, None),
        ),
    ),
    ended_by=(
        When(kind=Kind.ABSENCE_ENDED, words="The pupil came back to school", while_in_time=True),
        when(Kind.ROLL_DELETED, "The pupil's name was deleted from the roll"),
    ),
    limits=(
        Limit(
            ruleset="ENG-2024-pupilreg",
            count=SchoolDaysBeginning(10),
            law=instrument(*PUPIL_REGISTRATION, "13"),
            since=date(2024, 8, 19),
        ),
    ),
    also=(ATTENDANCE_GUIDANCE,),
    confidence=Confidence.SECONDARY,
    follows="The council and the school look at why the pupil is not there.",
)
