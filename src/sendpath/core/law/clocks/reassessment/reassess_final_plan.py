"""The final plan after a re-assessment, within 14 weeks.

SEND Regulations 2014, regulation 27(1) to (3). Time runs from the notification under regulation
25(1), or from the council's own decision under section 44(3), and not from the request. The family
still has its 15 days to answer the draft, inside the 14 weeks. The 12 months to the next review
run on meanwhile.
"""

from sendpath.core.casefile.events import Kind
from sendpath.core.law.clock import Appeal, Clock, Limit
from sendpath.core.law.counting import Weeks
from sendpath.core.law.rule import Repeats, RuleKind
from sendpath.core.law.source import Confidence, regulation, section
from sendpath.core.law.wording import (
    COUNCIL,
    FINALISED,
    PLAN_OVER,
    WITHDRAWN,
    assessment_grounds,
    notices_of,
    one_of,
    when,
)

NO_CHANGE = (
    when(Kind.NO_AMENDMENT_NOTIFIED, "The family was told that the plan would not change"),
    *notices_of("no_amendment"),
)

CLOCK = Clock(
    key="reassess_final_plan",
    duty="Send the final plan after the re-assessment",
    kind=RuleKind.DUTY,
    owed_by=COUNCIL,
    owed_to="parent or young person, the setting named, health commissioner",
    starts=(
        when(
            Kind.REASSESSMENT_DECIDED,
            "The family was told that there would be a re-assessment",
            outcome=one_of("assess", None),
        ),
        when(Kind.REASSESSMENT_OWN_INITIATIVE, "The council decided of itself to re-assess"),
    ),
    done_by=(FINALISED,),
    ended_by=(*NO_CHANGE, WITHDRAWN, *PLAN_OVER),
    closes_case=(FINALISED, *NO_CHANGE, WITHDRAWN, *PLAN_OVER),
    repeats=Repeats.FIRST_COUNTS,
    limits=(Limit(count=Weeks(14), law=regulation("27(2)")),),
    also=(regulation("27(1)"), section("44(3)")),
    grounds=assessment_grounds("27(3)"),
    appeals=(Appeal(when=FINALISED, law=section("51(2)(c)")),),
    code="9.190",
    confidence=Confidence.READ,
    follows="The provision in the plan must be secured. The family may appeal.",
)
