"""Full-time education from the sixth school day of a permanent exclusion.

Education Act 1996, section 19(3A); SI 2007/1870, regulation 4. The duty is that of the council
where the pupil lives, wherever the school is. The first school day counts as one. A looked-after
child should have it from the first day, which is guidance and is shown as such. For pupils of
compulsory school age.
"""

from sendpath.core.casefile.events import Kind
from sendpath.core.law.clock import Clock, Limit, Milestone
from sendpath.core.law.counting import SchoolDaysBeginning
from sendpath.core.law.exclusions import (
    CANCELLED,
    DECIDED,
    EDUCATION_BEGAN,
    IN_FORCE_2007,
    NAMED_BY,
    PERMANENT,
    REINSTATED,
)
from sendpath.core.law.instruments import EDUCATION_ACT, EXCLUDED_EDUCATION, EXCLUSION_GUIDANCE
from sendpath.core.law.rule import RuleKind
from sendpath.core.law.source import Confidence, act, instrument
from sendpath.core.law.wording import COUNCIL, MOVED_AWAY, one_of, when

BEGAN = "The permanent exclusion began"

CLOCK = Clock(
    key="excl_day6_permanent",
    duty="Provide full-time education for the excluded pupil",
    kind=RuleKind.DUTY,
    owed_by=COUNCIL,
    owed_to="pupil of compulsory school age",
    starts=(
        when(Kind.EXCLUSION_FIRST_DAY, BEGAN, exclusion_type=one_of(PERMANENT)),
        when(
            Kind.EXCLUSION_FIRST_DAY, BEGAN, exclusion_type=one_of(None), length=one_of(None)
        ),  # what has a length is a suspension
    ),
    done_by=(EDUCATION_BEGAN,),
    ended_by=(CANCELLED, REINSTATED, *MOVED_AWAY),
    new_matter=(DECIDED,),
    run_named_by=NAMED_BY,
    limits=(
        Limit(
            count=SchoolDaysBeginning(6),
            law=act(*EDUCATION_ACT, "19(3A)"),
            since=IN_FORCE_2007,
        ),
    ),
    also=(instrument(*EXCLUDED_EDUCATION, "4"), EXCLUSION_GUIDANCE),
    milestones=(
        Milestone(
            key="day_1_if_looked_after",
            words="First school day, from which a looked-after child should have it (guidance)",
            count=SchoolDaysBeginning(1),
        ),
    ),
    confidence=Confidence.SECONDARY,
    follows="If there is a plan, what it says must still be provided, beside this.",
)
