"""The decision to leave the plan as it is after a re-assessment.

SEND Regulations 2014, regulation 27. That the 14 weeks hold for this too was not read in the
regulation: the Code of Practice gives them to the whole of a re-assessment. It is the other way to
end one: either the plan is sent, or the family is told that it will not change.
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
    key="reassess_no_change",
    duty="Tell the family if the plan will not change after the re-assessment",
    kind=RuleKind.DUTY,
    otherwise="reassess_final_plan",
    owed_by=COUNCIL,
    owed_to="parent or young person",
    starts=(
        when(
            Kind.REASSESSMENT_DECIDED,
            "The family was told that there would be a re-assessment",
            outcome=one_of("assess", None),
        ),
        when(Kind.REASSESSMENT_OWN_INITIATIVE, "The council decided of itself to re-assess"),
    ),
    done_by=NO_CHANGE,
    ended_by=(FINALISED, WITHDRAWN, *PLAN_OVER),
    closes_case=(FINALISED, *NO_CHANGE, WITHDRAWN, *PLAN_OVER),
    repeats=Repeats.FIRST_COUNTS,
    limits=(Limit(count=Weeks(14), law=regulation("27")),),
    grounds=assessment_grounds("27(3)"),
    appeals=tuple(Appeal(when=told, law=section("51(2)(e)")) for told in NO_CHANGE),
    code="9.190",
    confidence=Confidence.UNREAD,
    follows="The family may appeal.",
)
