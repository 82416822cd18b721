"""The governing board looks at a shorter suspension within 50 school days, if the parent writes.

School Discipline (Pupil Exclusions and Reviews) (England) Regulations 2012, regulations 6, 15 and
24. Where the term's total is more than 5 and no more than 15 school days, and the parent makes
representations. Without them the board need not meet, so no time runs. It is the term's total
that counts, not the length of this suspension.
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
    SIX_TO_FIFTEEN,
    SUSPENSION,
)
from sendpath.core.law.instruments import EXCLUSION_GUIDANCE, EXCLUSIONS
from sendpath.core.law.rule import RuleKind
from sendpath.core.law.source import Confidence, instrument
from sendpath.core.law.wording import one_of, when

CLOCK = Clock(
    key="excl_board_50_days",
    duty="Consider whether a suspended pupil should come back, as the parent asks",
    kind=RuleKind.DUTY,
    owed_by="governing board",
    owed_to="parent, or the pupil from 18",
    starts=(
        when(
            Kind.BOARD_INFORMED,
            "The governing board was told of the suspension",
            exclusion_type=one_of(SUSPENSION, None),
            term_total=one_of(None, *SIX_TO_FIFTEEN),
            representations=one_of(True, None),
            exam=one_of(False, None),
        ),
    ),
    done_by=BOARD_LOOKED,
    ended_by=(CANCELLED,),
    new_matter=(DECIDED,),
    run_named_by=NAMED_BY,
    limits=(Limit(count=SchoolDays(50), law=instrument(*EXCLUSIONS, "6"), since=IN_FORCE_2012),),
    also=(instrument(*EXCLUSIONS, "15"), instrument(*EXCLUSIONS, "24"), EXCLUSION_GUIDANCE),
    confidence=Confidence.SECONDARY,
    follows="The board tells the parent what it decided. No panel reviews a suspension.",
)
