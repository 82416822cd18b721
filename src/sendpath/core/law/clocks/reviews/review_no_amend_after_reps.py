"""The decision not to amend after all, within 8 weeks of the notice of amendments.

SEND Regulations 2014, regulation 22(4). It is the other way to keep the 8 weeks: either the
amended plan is sent or the family is told, with reasons, that it will not be.
"""

from sendpath.core.casefile.events import Kind
from sendpath.core.law.clock import Appeal, Clock, Limit
from sendpath.core.law.counting import Weeks
from sendpath.core.law.rule import Repeats, RuleKind, When
from sendpath.core.law.source import Confidence, regulation, section
from sendpath.core.law.wording import COUNCIL, PLAN_OVER, one_of, when

CLOCK = Clock(
    key="review_no_amend_after_reps",
    duty="Tell the family, with reasons, if the plan will not change after all",
    kind=RuleKind.DUTY,
    otherwise="review_final_amended_plan",
    owed_by=COUNCIL,
    owed_to="parent or young person",
    starts=(
        when(Kind.AMENDMENT_NOTICE_SENT, "The notice of amendments was sent"),
        when(Kind.AMEND_NOTICE_SENT, "The notice of amendments outside a review was sent"),
        When(
            kind=Kind.REVIEW_DECISION_NOTIFIED,
            words="The notice of amendments was sent with the decision",
            provisional=True,
            facts={"outcome": one_of("amend"), "notice_attached": one_of(True)},
        ),
    ),
    done_by=(
        when(Kind.NO_AMENDMENT_NOTIFIED, "The family was told that the plan would not change"),
    ),
    ended_by=(when(Kind.AMENDED_PLAN_SENT, "The amended plan was sent"), *PLAN_OVER),
    repeats=Repeats.SUPERSEDES,
    limits=(Limit(count=Weeks(8), law=regulation("22(4)")),),
    also=(regulation("22(5)"),),
    appeals=(
        Appeal(
            when=when(Kind.NO_AMENDMENT_NOTIFIED, "Not to amend the plan"), law=section("51(2)(e)")
        ),
    ),
    code="9.198",
    confidence=Confidence.READ,
    follows="The family may appeal.",
)
