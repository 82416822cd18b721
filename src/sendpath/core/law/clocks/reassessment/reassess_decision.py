"""The decision whether to re-assess, within 15 days of the request.

Children and Families Act 2014, section 44(2); SEND Regulations 2014, regulation 25(1). Calendar
days, not working days. “Within 15 days of receiving” leaves the day of receipt out; counted as day
1 it gives a day less, and alerts go by that. A request in the six months after an assessment need
not be answered (regulation 24), and does not stand in the way of a later one that must be.
"""

from sendpath.core.casefile.events import Kind
from sendpath.core.law.clock import Appeal, Clock, Limit, Reading
from sendpath.core.law.counting import Days, DaysBeginning
from sendpath.core.law.not_owed import assessed_lately
from sendpath.core.law.rule import Repeats, RuleKind
from sendpath.core.law.source import Confidence, regulation, section
from sendpath.core.law.wording import COUNCIL, PLAN_OVER, WITHDRAWN, notices_of, one_of, when

DECIDED = (
    when(Kind.REASSESSMENT_DECIDED, "The family was told the decision"),
    *notices_of("refusal_to_reassess"),
)

CLOCK = Clock(
    key="reassess_decision",
    duty="Tell the family whether the council will re-assess",
    kind=RuleKind.DUTY,
    owed_by=COUNCIL,
    owed_to="parent or young person, and whoever made the request",
    starts=(when(Kind.REASSESSMENT_REQUESTED, "The council received the request"),),
    done_by=DECIDED,
    ended_by=(WITHDRAWN, *PLAN_OVER),
    closes_case=(*DECIDED, WITHDRAWN, *PLAN_OVER),
    repeats=Repeats.FIRST_COUNTS,
    unless=assessed_lately,
    limits=(
        Limit(
            count=Days(15),
            law=regulation("25(1)"),
            readings=(
                Reading(
                    words="the day of receipt is the first of the 15",
                    count=DaysBeginning(15),
                    strict=True,
                    ambiguity="A14",
                ),
            ),
        ),
    ),
    also=(section("44(2)"), regulation("24")),
    appeals=(
        Appeal(
            when=when(Kind.REASSESSMENT_DECIDED, "Not to re-assess", outcome=one_of("refuse")),
            law=section("51(2)(d)"),
        ),
        *(Appeal(when=notice, law=section("51(2)(d)")) for notice in DECIDED[1:]),
    ),
    code="9.186 to 9.192",
    confidence=Confidence.SECONDARY,
    follows="If so, the new plan is due within 14 weeks. If not, the family may appeal.",
)
