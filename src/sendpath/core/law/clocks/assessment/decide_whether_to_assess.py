"""The 6-week limit: tell the family whether the council will assess.

SEND Regulations 2014, regulation 5(1) and (4). The notification must be given, not just the
decision made. Time runs from receipt of the request, by any route, not from when the case was
opened or a form completed.
"""

from sendpath.core.casefile.events import Kind
from sendpath.core.law.clock import Appeal, Clock, Limit
from sendpath.core.law.counting import Weeks
from sendpath.core.law.not_owed import barred
from sendpath.core.law.orders import OVERTURNED
from sendpath.core.law.rule import Repeats, RuleKind, When
from sendpath.core.law.source import Confidence, regulation, section
from sendpath.core.law.wording import (
    CASE_CLOSED,
    COUNCIL,
    COVID,
    MOVED_AWAY,
    REFUSED,
    REQUEST_OR_RESPONSIBILITY,
    WITHDRAWN,
    assessment_grounds,
    one_of,
    when,
)

NOTICES = one_of(None, "assessment", "refusal_to_assess")

CLOCK = Clock(
    key="decide_whether_to_assess",
    duty="Tell the family whether the council will assess",
    kind=RuleKind.DUTY,
    owed_by=COUNCIL,
    owed_to="parent or young person, and those told of the request",
    starts=REQUEST_OR_RESPONSIBILITY,
    done_by=(
        When(
            kind=Kind.ASSESSMENT_DECIDED,
            words="The family was told the decision",
            day_from="notified_on",
        ),
        when(Kind.NOTICE_SENT, "The notice of the decision was sent", notice_type=NOTICES),
        *(
            When(kind=kind, words="By then the council must have decided to assess", implied=True)
            for kind in (Kind.PLAN_DECIDED, Kind.DRAFT_SENT, Kind.DRAFT_SERVED, Kind.FINALISED_SENT)
        ),
    ),
    notices=(when(Kind.NOTICE_SENT, "The notice of the decision was sent", notice_type=NOTICES),),
    not_notice_after=frozenset(
        {Kind.PLAN_DECIDED, Kind.DRAFT_SENT, Kind.DRAFT_SERVED, Kind.FINALISED_SENT}
    ),
    ended_by=(WITHDRAWN, *MOVED_AWAY, *OVERTURNED),
    closes_case=CASE_CLOSED,
    repeats=Repeats.FIRST_COUNTS,
    unless=barred,
    limits=(Limit(count=Weeks(6), law=regulation("5(1)")),),
    also=(section("36(4)"), regulation("4(1)")),
    grounds=assessment_grounds("5(4)"),
    relaxations=(COVID,),
    appeals=(Appeal(when=REFUSED, law=section("51(2)(a)")),),
    code="9.14 to 9.19, 9.40 to 9.43",
    confidence=Confidence.READ,
    follows="If the council will assess, it asks for advice. If not, the family may appeal.",
)
