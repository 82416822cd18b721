"""The 16-week limit: tell the family if the council will not issue a plan.

SEND Regulations 2014, regulation 10(1) and (4). It binds only where the council decides
against a plan; deciding to issue one ends it. Time runs from the request.
"""

from sendpath.core.casefile.events import Kind
from sendpath.core.law.clock import Appeal, Clock, Limit
from sendpath.core.law.counting import Weeks
from sendpath.core.law.rule import Repeats, RuleKind, When
from sendpath.core.law.source import Confidence, regulation, section
from sendpath.core.law.wording import (
    AGREED,
    APPEALED,
    CASE_CLOSED,
    COUNCIL,
    COVID,
    FINALISED,
    ISSUE,
    MOVED_AWAY,
    NO_PLAN,
    REFUSED,
    REQUEST_OR_RESPONSIBILITY,
    WITHDRAWN,
    assessment_grounds,
    one_of,
    when,
)

CLOCK = Clock(
    key="decide_not_to_issue_notify",
    duty="Tell the family if the council will not issue a plan",
    kind=RuleKind.DUTY,
    owed_by=COUNCIL,
    owed_to="parent or young person, health commissioner, head or principal",
    starts=REQUEST_OR_RESPONSIBILITY,
    done_by=(
        When(
            kind=Kind.PLAN_DECIDED,
            words="The family was told that no plan would be issued",
            facts={"outcome": one_of("no_plan")},
            day_from="notified_on",
        ),
        when(
            Kind.NOTICE_SENT,
            "The notice that no plan would be issued was sent",
            notice_type=one_of("no_plan"),
        ),
    ),
    notices=(
        when(
            Kind.NOTICE_SENT,
            "The notice that no plan would be issued was sent",
            notice_type=one_of("no_plan", None),
        ),
    ),
    not_notice_after=frozenset({Kind.FINALISED_SENT, Kind.ASSESSMENT_DECIDED}),
    ended_by=(
        WITHDRAWN,
        *MOVED_AWAY,
        REFUSED,
        ISSUE,
        FINALISED,
        when(Kind.DRAFT_SENT, "A draft plan was sent, so a plan will be issued"),
        when(Kind.DRAFT_SERVED, "A draft plan was served, so a plan will be issued"),
    ),
    reopened_by=(AGREED,),
    settled_by=(APPEALED, WITHDRAWN, *MOVED_AWAY, ISSUE, FINALISED),
    closes_case=CASE_CLOSED,
    repeats=Repeats.FIRST_COUNTS,
    limits=(Limit(count=Weeks(16), law=regulation("10(1)")),),
    also=(section("36(10)"), section("37")),
    grounds=assessment_grounds("10(4)"),
    relaxations=(COVID,),
    appeals=(Appeal(when=NO_PLAN, law=section("51(2)(b)")),),
    code="9.56 to 9.60",
    confidence=Confidence.READ,
    follows="The family may appeal against a decision not to issue a plan.",
)
