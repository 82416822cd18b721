"""A plan that names the post-16 institution, before 31 March of the year of the move.

SEND Regulations 2014, regulation 18(1)(a). From secondary school to a post-16 institution. A
school's own sixth form is not one (section 83), so no statutory date applies to it, though
many councils keep 31 March. For moves in 2015 the date was 31 May (regulation 18(3)).
"""

from datetime import date

from sendpath.core.casefile.events import Kind
from sendpath.core.law.clock import Clock, Limit, Reading
from sendpath.core.law.counting import Before, By
from sendpath.core.law.rule import Repeats, RuleKind, When
from sendpath.core.law.source import Confidence, regulation, section
from sendpath.core.law.wording import COUNCIL, LATEST_MEETING, PLAN_OVER, one_of, when

OWN_SIXTH_FORM = one_of("secondary_to_own_sixth_form", "secondary_to_school_sixth_form")
TRANSFERS = one_of("secondary_to_post16", "secondary_to_post_16") | OWN_SIXTH_FORM

CLOCK = Clock(
    key="phase_transfer_31_mar",
    duty="Review and amend the plan to name the post-16 institution",
    kind=RuleKind.DUTY,
    owed_by=COUNCIL,
    owed_to="young person",
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
            ruleset="local",
            count=By(31, 3),
            law=section("83"),
            facts={"kind": OWN_SIXTH_FORM},
            statutory=False,
        ),
        Limit(
            ruleset="ENG-2014-reg18(3)",
            count=Before(31, 5),
            law=regulation("18(3)"),
            since=date(2015, 1, 1),
            until=date(2015, 12, 31),
            readings=(Reading(words="“by” 31 May", count=By(31, 5), ambiguity="A1"),),
        ),
        Limit(
            count=Before(31, 3),
            law=regulation("18(1)(a)"),
            since=date(2016, 1, 1),
            readings=(
                Reading(
                    words="“by” 31 March, as the Code of Practice says",
                    count=By(31, 3),
                    ambiguity="A1",
                ),
            ),
        ),
    ),
    also=(regulation("2(1)"), section("83")),
    code="9.179 to 9.181",
    confidence=Confidence.READ,
    follows="It stands whatever the annual cycle: the earlier of this day and the 8 weeks governs.",
)
