"""The 16-week limit for a detained person: tell them if the council will not issue a plan.

SEND (Detained Persons) Regulations 2015 (SI 2015/62), regulation 10(1) and (4). It binds only
where the council decides against a plan; deciding to issue one ends it.
"""

from sendpath.core.casefile.events import Kind
from sendpath.core.law.clock import Appeal, Clock
from sendpath.core.law.detention import (
    CAME_TO_ATTENTION,
    DETAINED_CASE_CLOSED,
    DETAINED_FAMILY,
    GIVEN_UP,
    HOME_COUNCIL,
    detained_grounds,
    weeks,
)
from sendpath.core.law.rule import Repeats, RuleKind
from sendpath.core.law.source import Confidence, section
from sendpath.core.law.wording import (
    AGREED,
    APPEALED,
    DRAFTED,
    FINALISED,
    ISSUE,
    NO_PLAN,
    NO_PLAN_NOTICES,
    REFUSED,
    TOLD_OF_NO_PLAN,
)

CLOCK = Clock(
    key="detained_no_plan_notify",
    duty="Tell the detained person if the council will not issue a plan",
    kind=RuleKind.DUTY,
    owed_by=HOME_COUNCIL,
    owed_to=DETAINED_FAMILY,
    starts=CAME_TO_ATTENTION,
    done_by=TOLD_OF_NO_PLAN,
    notices=NO_PLAN_NOTICES,
    not_notice_after=frozenset({Kind.FINALISED_SENT, Kind.ASSESSMENT_DECIDED}),
    ended_by=(*GIVEN_UP, REFUSED, ISSUE, FINALISED, *DRAFTED),
    reopened_by=(AGREED,),
    settled_by=(APPEALED, *GIVEN_UP, ISSUE, FINALISED),
    closes_case=DETAINED_CASE_CLOSED,
    repeats=Repeats.FIRST_COUNTS,
    limits=(weeks(16, "10(1)"),),
    also=(section("71"),),
    grounds=detained_grounds("10(4)"),
    appeals=(Appeal(when=NO_PLAN, law=section("73")),),
    code="10.60 to 10.150",
    confidence=Confidence.SECONDARY,
    follows="There is a right to appeal against a decision not to issue a plan.",
)
