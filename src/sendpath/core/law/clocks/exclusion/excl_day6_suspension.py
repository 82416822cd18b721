"""Full-time education from the sixth school day of a suspension.

Education and Inspections Act 2006, section 100; SI 2007/1870, regulation 3. The first school day
counts as one, so a suspension of exactly 5 days starts nothing. Since 5 January 2015 suspensions
that follow each other without a break count as one: record the first day of the first and the
length of them all. For pupils of compulsory school age; not in Year 11 once the examinations are
over (regulation 5).
"""

from sendpath.core.casefile.events import Kind
from sendpath.core.law.clock import Clock, Limit
from sendpath.core.law.counting import SchoolDaysBeginning
from sendpath.core.law.exclusions import (
    CANCELLED,
    DECIDED,
    EDUCATION_BEGAN,
    IN_FORCE_2007,
    MORE_THAN_FIVE,
    NAMED_BY,
    SUSPENSION,
)
from sendpath.core.law.instruments import EXCLUDED_EDUCATION, EXCLUSION_GUIDANCE
from sendpath.core.law.rule import RuleKind
from sendpath.core.law.source import Confidence, act, instrument
from sendpath.core.law.wording import one_of, when

CLOCK = Clock(
    key="excl_day6_suspension",
    duty="Provide full-time education for the suspended pupil",
    kind=RuleKind.DUTY,
    owed_by="school",
    owed_to="pupil of compulsory school age",
    starts=(
        when(
            Kind.EXCLUSION_FIRST_DAY,
            "The suspension began",
            exclusion_type=one_of(SUSPENSION, None),
            length=MORE_THAN_FIVE,
        ),
    ),
    done_by=(EDUCATION_BEGAN,),
    ended_by=(CANCELLED,),
    new_matter=(DECIDED,),
    run_named_by=NAMED_BY,
    limits=(
        Limit(
            count=SchoolDaysBeginning(6),
            law=act("Education and Inspections Act 2006", "2006/40", "100"),
            since=IN_FORCE_2007,
        ),
    ),
    also=(instrument(*EXCLUDED_EDUCATION, "3"), EXCLUSION_GUIDANCE),
    confidence=Confidence.SECONDARY,
    follows="It goes on until the suspension ends. For the first 5 days the school sets work.",
)
