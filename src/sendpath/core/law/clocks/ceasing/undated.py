"""Rules of ceasing that set no day of their own."""

from sendpath.core.casefile.events import Kind
from sendpath.core.law.rule import Repeats, RuleKind, Undated
from sendpath.core.law.source import Confidence, regulation, section
from sendpath.core.law.wording import COUNCIL, PLAN_OVER, notices_of, one_of, when

KEPT = when(
    Kind.REVIEW_DECISION_NOTIFIED,
    "The family was told that the plan goes on",
    outcome=one_of("maintain", "amend"),
)
CONSULTED = when(Kind.CEASE_CONSULTED, "The family and the setting were consulted")
TOLD = (
    when(
        Kind.REVIEW_DECISION_NOTIFIED,
        "The family was told after the review that the plan would end",
        outcome=one_of("cease"),
    ),
    *notices_of("cease"),
)

UNDATED = (
    Undated(
        # A decision without consulting does not end it: what was left out stays to be seen.
        key="cease_consult",
        duty="Tell the family that ceasing the plan is being considered, and consult it",
        kind=RuleKind.DUTY,
        owed_by=COUNCIL,
        owed_to="parent or young person, head or principal",
        starts=(when(Kind.CEASE_CONSIDERED, "The council began to consider ceasing the plan"),),
        done_by=(CONSULTED,),
        ended_by=(KEPT, *PLAN_OVER),
        closes_case=(CONSULTED, KEPT, *PLAN_OVER),
        repeats=Repeats.FIRST_COUNTS,
        how_soon="before the council decides",
        law=regulation("31(1)"),
        also=(section("45"),),
        code="9.205 to 9.210",
        confidence=Confidence.READ,
        follows="Only then may the council decide. A decision at a review is due in 4 weeks.",
    ),
    Undated(
        key="cease_notify",
        duty="Send notice of the decision to cease the plan",
        kind=RuleKind.DUTY,
        owed_by=COUNCIL,
        owed_to="parent or young person, the setting named, health commissioner",
        starts=(when(Kind.CEASE_DECIDED, "The council decided to cease the plan"),),
        done_by=TOLD,
        ended_by=(KEPT, *PLAN_OVER),
        closes_case=(*TOLD, KEPT, *PLAN_OVER),
        repeats=Repeats.FIRST_COUNTS,
        how_soon="when the decision is made, and within 4 weeks of a review meeting that led to it",
        law=regulation("31(2)"),
        also=(regulation("31(3)"), regulation("20(10)"), section("51(2)(f)")),
        code="9.210",
        confidence=Confidence.READ,
        follows=(
            "The notice says how to appeal, by when, and where to get advice and mediation. Until "
            "it is sent the time to appeal does not begin, and the plan may not end."
        ),
    ),
)
