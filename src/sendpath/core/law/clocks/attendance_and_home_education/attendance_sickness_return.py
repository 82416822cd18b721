"""A return to the council of a pupil away through illness for 15 school days in the year.

School Attendance (Pupil Registration) (England) Regulations 2024, regulation 13. The days may be on
end or add up over the school year, or the school may believe that they will. They are counted by
the school: `attendance.illness_days` gives the total so far in the fact `days`, and the return
is owed on the day that the total is 15 or more. Later totals of the same school year ask for no
second return; the next school year's count is a new one.
"""

from datetime import date

from sendpath.core.casefile.events import Kind
from sendpath.core.law.clock import Clock, Limit
from sendpath.core.law.counting import OnTheDay
from sendpath.core.law.instruments import (
    ATTENDANCE_GUIDANCE,
    MISSING_EDUCATION_GUIDANCE,
    PUPIL_REGISTRATION,
)
from sendpath.core.law.rule import Repeats, RuleKind
from sendpath.core.law.source import Confidence, instrument
from sendpath.core.law.wording import COUNCIL, when

CLOCK = Clock(
    key="attendance_sickness_return",
    duty="Tell the council of 15 school days' absence through illness",
    kind=RuleKind.DUTY,
    owed_by="school",
    owed_to=COUNCIL,
    starts=(
        when(
            Kind.ILLNESS_DAYS,
            "Days absent through illness this school year reached 15",
            days=frozenset(range(15, 1000)),
        ),
    ),
    ended_by=(when(Kind.ROLL_DELETED, "The pupil's name was deleted from the roll"),),
    repeats=Repeats.YEARLY,
    limits=(
        Limit(
            ruleset="ENG-2024-pupilreg",
            count=OnTheDay(),
            law=instrument(*PUPIL_REGISTRATION, "13"),
            since=date(2024, 8, 19),
        ),
    ),
    also=(ATTENDANCE_GUIDANCE, MISSING_EDUCATION_GUIDANCE),
    confidence=Confidence.SECONDARY,
    follows="The council sees whether it must arrange education for a child too ill for school.",
)
