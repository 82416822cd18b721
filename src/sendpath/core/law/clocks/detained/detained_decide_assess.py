"""The 6-week limit for a detained person: tell them whether the council will assess.

SEND (Detained Persons) Regulations 2015 (SI 2015/62), regulation 5(1) and (4). From the request
under section 71(2), or the day on which the detained person came or was brought to the attention
of the home council. Detention does not lengthen it, and release into the same area does not start
it again.
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
from sendpath.core.law.rule import Repeats, RuleKind, When
from sendpath.core.law.source import Confidence, section
from sendpath.core.law.wording import REFUSED, one_of, when

NOTICES = one_of(None, "assessment", "refusal_to_assess")
LATER = frozenset({Kind.PLAN_DECIDED, Kind.DRAFT_SENT, Kind.DRAFT_SERVED, Kind.FINALISED_SENT})

CLOCK = Clock(
    key="detained_decide_assess",
    duty="Tell the detained person whether the council will assess",
    kind=RuleKind.DUTY,
    owed_by=HOME_COUNCIL,
    owed_to=DETAINED_FAMILY,
    starts=CAME_TO_ATTENTION,
    done_by=(
        When(
            kind=Kind.ASSESSMENT_DECIDED,
            words="They were told the decision",
            day_from="notified_on",
        ),
        when(Kind.NOTICE_SENT, "The notice of the decision was sent", notice_type=NOTICES),
        *(
            When(kind=kind, words="By then the council must have decided to assess", implied=True)
            for kind in sorted(LATER)
        ),
    ),
    notices=(when(Kind.NOTICE_SENT, "The notice of the decision was sent", notice_type=NOTICES),),
    not_notice_after=LATER,
    ended_by=GIVEN_UP,
    closes_case=DETAINED_CASE_CLOSED,
    repeats=Repeats.FIRST_COUNTS,
    limits=(weeks(6, "5(1)"),),
    also=(section("71"),),
    grounds=detained_grounds("5(4)"),
    appeals=(Appeal(when=REFUSED, law=section("73")),),
    code="10.60 to 10.150",
    confidence=Confidence.READ,
    follows="If the council will assess, it asks for advice. If not, there is a right to appeal.",
)
