"""The school tells the council within 5 days that it has entered a pupil on its roll.

School Attendance (Pupil Registration) (England) Regulations 2024, regulation 13(1) to (3): by the
end of the fifth day after. Not for those who join the lowest class on the first day of the school
year (the fact `standard_transition`), unless the council asks. Whether a day is any day or a
school day is not said: any day is taken, which is the earlier.
"""

from datetime import date

from sendpath.core.casefile.events import Kind
from sendpath.core.law.clock import Clock, Limit, Reading
from sendpath.core.law.counting import Days, SchoolDays
from sendpath.core.law.instruments import MISSING_EDUCATION_GUIDANCE, PUPIL_REGISTRATION
from sendpath.core.law.rule import RuleKind
from sendpath.core.law.source import Confidence, instrument
from sendpath.core.law.wording import COUNCIL, one_of, when

CLOCK = Clock(
    key="roll_added_notify",
    duty="Tell the council that the pupil's name was added to the roll",
    kind=RuleKind.DUTY,
    owed_by="school",
    owed_to=COUNCIL,
    starts=(
        when(
            Kind.ROLL_ADDED,
            "The pupil's name was added to the roll",
            standard_transition=one_of(False, None),
        ),
    ),
    run_named_by=("setting",),
    limits=(
        Limit(
            ruleset="ENG-2024-pupilreg",
            count=Days(5),
            law=instrument(*PUPIL_REGISTRATION, "13(1)"),
            since=date(2024, 8, 19),
            readings=(
                Reading(
                    words="5 school days", count=SchoolDays(5), needs="calendar", ambiguity="A13"
                ),
            ),
        ),
    ),
    also=(MISSING_EDUCATION_GUIDANCE,),
    confidence=Confidence.SECONDARY,
    follows="The council knows from it which children are at no school.",
)
