"""The school tells the council that a name is to go from its roll, no later than it goes.

School Attendance (Pupil Registration) (England) Regulations 2024, regulation 13(4). As soon as
there is a ground to delete the name, and at the latest with the deletion: what was done in the
days before it counts, and no time is allowed after it. Not for those who leave at the end of the
school's last year (the fact `standard_transition`), unless the council asks.
"""

from datetime import date

from sendpath.core.casefile.events import Kind
from sendpath.core.law.clock import Clock, Limit
from sendpath.core.law.counting import OnTheDay
from sendpath.core.law.instruments import MISSING_EDUCATION_GUIDANCE, PUPIL_REGISTRATION
from sendpath.core.law.rule import Repeats, RuleKind
from sendpath.core.law.source import Confidence, instrument
from sendpath.core.law.wording import COUNCIL, one_of, when

CLOCK = Clock(
    key="roll_deleted_notify",
    duty="Tell the council that the pupil's name is to be deleted from the roll",
    kind=RuleKind.DUTY,
    owed_by="school",
    owed_to=COUNCIL,
    starts=(
        when(
            Kind.ROLL_DELETED,
            "The pupil's name was deleted from the roll",
            standard_transition=one_of(False, None),
        ),
    ),
    opened_by=(when(Kind.ROLL_ADDED, "The pupil's name was added to a roll"),),
    repeats=Repeats.PLANNED,
    run_named_by=("setting",),
    limits=(
        Limit(
            ruleset="ENG-2024-pupilreg",
            count=OnTheDay(),
            law=instrument(*PUPIL_REGISTRATION, "13(4)"),
            since=date(2024, 8, 19),
        ),
    ),
    also=(MISSING_EDUCATION_GUIDANCE,),
    confidence=Confidence.SECONDARY,
    follows="The council sees that the child is still being educated.",
)
