"""The governing board looks at an exclusion within 15 school days of being told of it.

School Discipline (Pupil Exclusions and Reviews) (England) Regulations 2012, regulations 6, 15 and
24. For a permanent exclusion, for a suspension that brings the term's total to more than 15
school days, and for one that would cost the pupil a public examination or national curriculum
test. The days are those on which that school teaches, so July's run on into September. A late
meeting is still valid, and still a breach. Before an examination the board must meet sooner if
that is reasonably practicable: no day is set for that, so none is shown.
"""

from sendpath.core.casefile.events import Kind
from sendpath.core.law.clock import Clock, Limit
from sendpath.core.law.counting import SchoolDays
from sendpath.core.law.exclusions import (
    BOARD_LOOKED,
    CANCELLED,
    DECIDED,
    IN_FORCE_2012,
    NAMED_BY,
    PERMANENT,
    SIXTEEN_OR_MORE,
    SUSPENSION,
    UP_TO_FIFTEEN,
)
from sendpath.core.law.instruments import EXCLUSION_GUIDANCE, EXCLUSIONS
from sendpath.core.law.rule import RuleKind
from sendpath.core.law.source import Confidence, instrument
from sendpath.core.law.wording import one_of, when

TOLD = "The governing board was told of the exclusion"

CLOCK = Clock(
    key="excl_board_15_days",
    duty="Consider whether the pupil should come back",
    kind=RuleKind.DUTY,
    owed_by="governing board",
    owed_to="parent, or the pupil from 18",
    starts=(
        when(Kind.BOARD_INFORMED, TOLD, exclusion_type=one_of(PERMANENT, None)),
        when(
            Kind.BOARD_INFORMED,
            TOLD,
            exclusion_type=one_of(SUSPENSION),
            term_total=one_of(None, *SIXTEEN_OR_MORE),
        ),
        when(
            Kind.BOARD_INFORMED,
            TOLD,
            exclusion_type=one_of(SUSPENSION),
            term_total=one_of(*UP_TO_FIFTEEN),
            exam=one_of(True),
        ),
    ),
    done_by=BOARD_LOOKED,
    ended_by=(CANCELLED,),
    new_matter=(DECIDED,),
    run_named_by=NAMED_BY,
    limits=(Limit(count=SchoolDays(15), law=instrument(*EXCLUSIONS, "6"), since=IN_FORCE_2012),),
    also=(instrument(*EXCLUSIONS, "15"), instrument(*EXCLUSIONS, "24"), EXCLUSION_GUIDANCE),
    confidence=Confidence.SECONDARY,
    follows="The board tells the parent. If it does not take back a pupil permanently excluded, "
    "the parent may ask for a review by an independent panel.",
)
