"""What an exclusion asks of the head teacher without a number of days.

School Discipline (Pupil Exclusions and Reviews) (England) Regulations 2012, regulations 5, 14 and
23: the parent and the council are told without delay. Until September 2022 the council had to be
told at once only of the longer exclusions. Before excluding a pupil who has a plan, guidance asks
for an early review.
"""

from datetime import date

from sendpath.core.casefile.events import Kind
from sendpath.core.law.exclusions import CANCELLED, DECIDED, IN_FORCE_2012, NAMED_BY
from sendpath.core.law.instruments import EXCLUSION_GUIDANCE, EXCLUSIONS
from sendpath.core.law.rule import RuleKind, Undated
from sendpath.core.law.source import Confidence, instrument
from sendpath.core.law.wording import PLAN_OVER, when

TOLD_IN_PASSING = when(Kind.BOARD_DECISION_GIVEN, "The parent was told the board's decision")

UNDATED = (
    Undated(
        key="excl_notify_parent",
        duty="Tell the parent of the exclusion, its reasons, its length and their rights",
        kind=RuleKind.DUTY,
        owed_by="head teacher",
        owed_to="parent, or the pupil from 18",
        starts=(DECIDED,),
        ended_by=(CANCELLED, TOLD_IN_PASSING),
        new_matter=(DECIDED,),
        run_named_by=NAMED_BY,
        how_soon="without delay",
        since=IN_FORCE_2012,
        law=instrument(*EXCLUSIONS, "5"),
        also=(instrument(*EXCLUSIONS, "14"), instrument(*EXCLUSIONS, "23"), EXCLUSION_GUIDANCE),
        confidence=Confidence.READ,
        follows="The parent may make representations to the governing board.",
    ),
    Undated(
        key="excl_notify_la",
        duty="Tell the council of the exclusion",
        kind=RuleKind.DUTY,
        owed_by="head teacher",
        owed_to="council, and the home council if it is another",
        starts=(DECIDED,),
        ended_by=(CANCELLED, TOLD_IN_PASSING),
        new_matter=(DECIDED,),
        run_named_by=NAMED_BY,
        how_soon="without delay",
        since=date(2022, 9, 1),
        ruleset="ENG-2022/23-excl",
        law=instrument(*EXCLUSIONS, "5"),
        also=(instrument(*EXCLUSIONS, "14"), instrument(*EXCLUSIONS, "23"), EXCLUSION_GUIDANCE),
        confidence=Confidence.SECONDARY,
        follows="A social worker and the virtual school head are told too, if the pupil has them.",
    ),
    Undated(
        key="ehcp_excl_early_review",
        duty="Consider an early review of the plan before excluding",
        kind=RuleKind.GUIDANCE,
        owed_by="school, with the council",
        owed_to="parent or young person",
        starts=(when(Kind.EXCLUSION_RISK_FLAGGED, "The pupil was found to be at risk"),),
        done_by=(
            when(Kind.REVIEW_MEETING_DATE, "A review meeting was called"),
            when(Kind.REVIEW_MEETING_HELD, "A review meeting was held"),
        ),
        ended_by=(DECIDED, *PLAN_OVER),
        how_soon="before a decision to exclude",
        law=EXCLUSION_GUIDANCE,
        code="9.44",
        confidence=Confidence.UNREAD,
        follows="What the plan provides may need to change before anything else does.",
    ),
)
