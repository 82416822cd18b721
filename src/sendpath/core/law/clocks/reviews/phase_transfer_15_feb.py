"""A plan that names the next school, before 15 February of the year of the move.

SEND Regulations 2014, regulation 18(1)(b). Into school, infant to junior, primary to middle or
secondary, middle to secondary. “Before” leaves 15 February out; the Code of Practice and many
councils say “by”. No reason in the regulations excuses a late plan.
"""

from sendpath.core.casefile.events import Kind
from sendpath.core.law.clock import Clock, Limit, Reading
from sendpath.core.law.counting import Before, By
from sendpath.core.law.rule import Repeats, RuleKind, When
from sendpath.core.law.source import Confidence, regulation
from sendpath.core.law.wording import COUNCIL, LATEST_MEETING, PLAN_OVER, one_of, when

TRANSFERS = one_of(
    "school_phase",  # a return that gives the due day and not which of these moves it is
    "early_years_to_school",
    "ey_to_school",
    "infant_to_junior",
    "primary_to_middle",
    "primary_to_secondary",
    "middle_to_secondary",
)

CLOCK = Clock(
    key="phase_transfer_15_feb",
    duty="Review and amend the plan to name the next school",
    kind=RuleKind.DUTY,
    owed_by=COUNCIL,
    owed_to="child",
    starts=(
        When(
            kind=Kind.PHASE_TRANSFER_PLANNED,
            words="A move to the next phase is to take place",
            facts={"kind": TRANSFERS},
            day_from="transfer_on",
        ),
    ),
    done_by=(when(Kind.AMENDED_PLAN_SENT, "The plan naming the next setting was sent"),),
    ended_by=PLAN_OVER,
    repeats=Repeats.PLANNED,
    run_named_by=("kind",),
    milestones=(LATEST_MEETING,),
    limits=(
        Limit(
            count=Before(15, 2),
            law=regulation("18(1)(b)"),
            readings=(
                Reading(
                    words="“by” 15 February, as the Code of Practice says",
                    count=By(15, 2),
                    ambiguity="A1",
                ),
            ),
        ),
    ),
    also=(regulation("2(1)"),),
    code="9.179 to 9.181",
    confidence=Confidence.READ,
    follows="It stands whatever the annual cycle: the earlier of this day and the 8 weeks governs.",
)
