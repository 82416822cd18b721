"""The 15 days a setting should take to answer a consultation.

Guidance, not law: the Code of Practice, paragraph 9.83. Fifteen calendar days is the usual
reading; some councils publish working days or school days. The council may decide without a reply.
"""

from sendpath.core.casefile.events import Kind
from sendpath.core.law.clock import Clock, Limit, Reading
from sendpath.core.law.counting import Days, SchoolDays, WorkingDays
from sendpath.core.law.rule import Repeats, RuleKind
from sendpath.core.law.source import Confidence, code_of_practice
from sendpath.core.law.wording import FINALISED, MOVED_AWAY, NO_PLAN, WITHDRAWN, when

CLOCK = Clock(
    key="school_consultation_response",
    duty="Answer the consultation",
    kind=RuleKind.GUIDANCE,
    owed_by="setting",
    owed_to="council",
    starts=(when(Kind.CONSULTATION_SENT, "The consultation was sent"),),
    done_by=(when(Kind.CONSULTATION_RESPONSE, "The setting answered"),),
    ended_by=(
        WITHDRAWN,
        *MOVED_AWAY,
        NO_PLAN,
        FINALISED,
        when(Kind.AMENDED_PLAN_SENT, "The amended plan was sent"),
    ),
    repeats=Repeats.BY_KEY,
    run_named_by=("setting",),
    limits=(
        Limit(
            count=Days(15),
            law=code_of_practice("9.83"),
            readings=(
                Reading(
                    words="15 working days, as some councils ask",
                    count=WorkingDays(15),
                    ambiguity="A8",
                ),
                Reading(
                    words="15 school days, as some councils ask",
                    count=SchoolDays(15),
                    needs="calendar",
                    ambiguity="A8",
                ),
            ),
        ),
    ),
    code="9.83",
    confidence=Confidence.READ,
    follows="The council chases once, then decides without the reply.",
)
