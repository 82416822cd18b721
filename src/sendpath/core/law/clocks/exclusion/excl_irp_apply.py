"""A parent's 15 school days to ask for an independent review of a permanent exclusion.

School Discipline (Pupil Exclusions and Reviews) (England) Regulations 2012, regulations 7, 16 and
25, and paragraph 2 of schedule 1. Counted from notice that the board will not take the pupil back,
or from the end of a discrimination claim about the exclusion if that is later (`appeal.determined`
with the fact claim=discrimination). A late application must be refused. The board's second
decision, after a panel asked it to think again, starts no new right.
"""

from sendpath.core.casefile.events import Kind
from sendpath.core.law.clock import Clock, Limit
from sendpath.core.law.counting import SchoolDays
from sendpath.core.law.exclusions import CANCELLED, DECIDED, IN_FORCE_2012, PERMANENT
from sendpath.core.law.instruments import EXCLUSION_GUIDANCE, EXCLUSIONS
from sendpath.core.law.rule import Repeats, RuleKind
from sendpath.core.law.source import Confidence, instrument
from sendpath.core.law.wording import FAMILY, one_of, when

CLOCK = Clock(
    key="excl_irp_apply",
    duty="Ask for an independent review of the permanent exclusion",
    kind=RuleKind.RIGHT,
    owed_by=FAMILY,
    owed_to="council, or academy trust",
    starts=(
        when(
            Kind.BOARD_DECISION_GIVEN,
            "The family was told that the board will not take the pupil back",
            exclusion_type=one_of(PERMANENT, None),
            outcome=one_of("upheld", None),
        ),
    ),
    done_by=(when(Kind.IRP_APPLIED, "The family asked for a review"),),
    ended_by=(CANCELLED,),
    new_matter=(DECIDED,),
    closes_case=(
        DECIDED,
        when(Kind.EXCLUSION_FIRST_DAY, "The pupil was excluded"),
        when(Kind.BOARD_INFORMED, "The governing board was told of an exclusion"),
    ),
    repeats=Repeats.FIRST_COUNTS,
    extends=(
        when(
            Kind.APPEAL_DETERMINED,
            "The claim of discrimination about the exclusion was decided",
            claim=one_of("discrimination"),
        ),
    ),
    limits=(
        Limit(
            count=SchoolDays(15),
            or_later=SchoolDays(15),
            law=instrument(*EXCLUSIONS, "7"),
            since=IN_FORCE_2012,
        ),
    ),
    also=(instrument(*EXCLUSIONS, "16"), instrument(*EXCLUSIONS, "25"), EXCLUSION_GUIDANCE),
    confidence=Confidence.SECONDARY,
    follows="A late application must be refused. The pupil stays on the school's roll meanwhile.",
)
