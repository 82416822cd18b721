"""The decision after a review, within 4 weeks of the meeting.

SEND Regulations 2014, regulation 20(10): to keep the plan as it is, to amend it or to end it.
A decision to amend counts only with the notice of the amendments: R (L, M and P) v Devon.
"""

from sendpath.core.casefile.events import Kind
from sendpath.core.law.clock import Appeal, Clock, Limit
from sendpath.core.law.counting import Weeks
from sendpath.core.law.rule import RuleKind, Shortfall
from sendpath.core.law.source import DEVON, Confidence, regulation, section
from sendpath.core.law.wording import COUNCIL, PLAN_OVER, REVIEW_HELD, one_of, when

CLOCK = Clock(
    key="review_decision_notify",
    duty="Tell the family the decision after the review",
    kind=RuleKind.DUTY,
    owed_by=COUNCIL,
    owed_to="parent or young person, and the setting",
    starts=(REVIEW_HELD,),
    done_by=(
        when(
            Kind.REVIEW_DECISION_NOTIFIED,
            "The family was told the decision",
            outcome=one_of("maintain", "cease", None),
        ),
        when(
            Kind.REVIEW_DECISION_NOTIFIED,
            "The family was told the decision, with the notice of amendments",
            outcome=one_of("amend"),
            notice_attached=one_of(True),
        ),
        when(Kind.AMENDMENT_NOTICE_SENT, "The notice of amendments was sent"),
    ),
    shortfalls=(
        Shortfall(
            when=when(
                Kind.REVIEW_DECISION_NOTIFIED,
                "The family was told the plan would be amended",
                outcome=one_of("amend"),
                notice_attached=one_of(False, None),
            ),
            reason="decision without amendment notice",
            law=DEVON,
        ),
    ),
    ended_by=PLAN_OVER,
    limits=(Limit(count=Weeks(4), law=regulation("20(10)")),),
    also=(DEVON,),
    appeals=(
        Appeal(
            when=when(
                Kind.REVIEW_DECISION_NOTIFIED, "Not to amend the plan", outcome=one_of("maintain")
            ),
            law=section("51(2)(e)"),
        ),
        Appeal(
            when=when(Kind.REVIEW_DECISION_NOTIFIED, "To end the plan", outcome=one_of("cease")),
            law=section("51(2)(f)"),
        ),
    ),
    code="9.176",
    confidence=Confidence.READ,
    follows="If the plan is to change, the final amended plan is due within 8 weeks of the notice. "
    "If it is to stay as it is or to end, the family may appeal.",
)
