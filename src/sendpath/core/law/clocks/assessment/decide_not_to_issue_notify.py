"""The 16-week limit: tell the family if the council will not issue a plan.

SEND Regulations 2014, regulation 10(1) and (4). It binds only where the council decides
against a plan; deciding to issue one ends it. Time runs from the request. Once a refusal is
overturned by an order, a concession or an agreement, these weeks are spent and others run.
"""

from sendpath.core.casefile.events import Kind
from sendpath.core.law.clock import Appeal, Clock, Limit
from sendpath.core.law.counting import Weeks
from sendpath.core.law.not_owed import barred_and_not_assessed
from sendpath.core.law.orders import OVERTURNED, PERHAPS_OVERTURNED
from sendpath.core.law.rule import Repeats, RuleKind
from sendpath.core.law.source import Confidence, regulation, section
from sendpath.core.law.wording import (
    AGREED,
    APPEALED,
    CASE_CLOSED,
    COUNCIL,
    COVID,
    DRAFTED,
    FINALISED,
    ISSUE,
    MOVED_AWAY,
    NO_PLAN,
    NO_PLAN_NOTICES,
    REFUSED,
    REQUEST_OR_RESPONSIBILITY,
    TOLD_OF_NO_PLAN,
    WITHDRAWN,
    assessment_grounds,
)

CLOCK = Clock(
    key="decide_not_to_issue_notify",
    duty="Tell the family if the council will not issue a plan",
    kind=RuleKind.DUTY,
    owed_by=COUNCIL,
    owed_to="parent or young person, health commissioner, head or principal",
    starts=REQUEST_OR_RESPONSIBILITY,
    done_by=TOLD_OF_NO_PLAN,
    notices=NO_PLAN_NOTICES,
    not_notice_after=frozenset({Kind.FINALISED_SENT, Kind.ASSESSMENT_DECIDED}),
    ended_by=(WITHDRAWN, *MOVED_AWAY, REFUSED, ISSUE, FINALISED, *DRAFTED, *OVERTURNED),
    reopened_by=(AGREED,),
    settled_by=(APPEALED, *PERHAPS_OVERTURNED, WITHDRAWN, *MOVED_AWAY, ISSUE, FINALISED),
    closes_case=CASE_CLOSED,
    repeats=Repeats.FIRST_COUNTS,
    unless=barred_and_not_assessed,
    limits=(Limit(count=Weeks(16), law=regulation("10(1)")),),
    also=(section("36(10)"), section("37")),
    grounds=assessment_grounds("10(4)"),
    relaxations=(COVID,),
    appeals=(Appeal(when=NO_PLAN, law=section("51(2)(b)")),),
    code="9.56 to 9.60",
    confidence=Confidence.READ,
    follows="The family may appeal against a decision not to issue a plan.",
)
