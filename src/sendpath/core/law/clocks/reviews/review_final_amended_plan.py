"""The final amended plan, within 8 weeks of the notice of amendments.

SEND Regulations 2014, regulation 22(3). The 8 weeks run from sending the notice, so a notice
sent early brings the date forward: “12 weeks from the meeting” is only the latest it can be.
"""

from sendpath.core.casefile.events import Kind
from sendpath.core.law.clock import Appeal, Clock, Limit
from sendpath.core.law.counting import Weeks
from sendpath.core.law.rule import Repeats, RuleKind, When
from sendpath.core.law.source import Confidence, regulation, section
from sendpath.core.law.wording import COUNCIL, PLAN_OVER, one_of, when

CLOCK = Clock(
    key="review_final_amended_plan",
    duty="Send the final amended plan, or say why it will not change",
    kind=RuleKind.DUTY,
    owed_by=COUNCIL,
    owed_to="parent or young person, the setting named, health commissioner",
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
    done_by=(when(Kind.AMENDED_PLAN_SENT, "The amended plan was sent"),),
    ended_by=(
        when(Kind.NO_AMENDMENT_NOTIFIED, "The family was told that the plan would not change"),
        *PLAN_OVER,
    ),
    repeats=Repeats.SUPERSEDES,
    limits=(Limit(count=Weeks(8), law=regulation("22(3)")),),
    also=(regulation("22(5)"),),
    appeals=(
        Appeal(when=when(Kind.AMENDED_PLAN_SENT, "The amended plan"), law=section("51(2)(c)")),
    ),
    code="9.196 to 9.197",
    confidence=Confidence.READ,
    follows="The provision in the amended plan must be secured. The family may appeal.",
)
