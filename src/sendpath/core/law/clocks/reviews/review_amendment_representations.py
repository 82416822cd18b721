"""The 15 days a family has to answer proposed amendments.

SEND Regulations 2014, regulation 22(2)(c): at least 15 days beginning with the day the notice
was served, so that day is day 1.
"""

from sendpath.core.casefile.events import Kind
from sendpath.core.law.clock import Clock, Limit, Milestone
from sendpath.core.law.counting import DaysBeginning
from sendpath.core.law.rule import Repeats, RuleKind, When
from sendpath.core.law.source import Confidence, regulation
from sendpath.core.law.wording import COUNCIL, PLAN_OVER, one_of, when

CLOCK = Clock(
    key="review_amendment_representations",
    duty="Leave the family 15 days to answer the proposed amendments",
    kind=RuleKind.DUTY,
    window=True,
    owed_by=COUNCIL,
    owed_to="parent or young person",
    starts=(
        when(Kind.AMENDMENT_NOTICE_SERVED, "The notice of amendments was served"),
        When(
            kind=Kind.AMENDMENT_NOTICE_SENT,
            words="The notice of amendments was sent",
            provisional=True,
            by_post=True,
        ),
        When(
            kind=Kind.AMEND_NOTICE_SENT,
            words="The notice of amendments outside a review was sent",
            provisional=True,
            by_post=True,
        ),
    ),
    done_by=(
        when(
            Kind.REPRESENTATIONS_RECEIVED,
            "The family said it had finished its comments",
            final=one_of(True),
        ),
    ),
    broken_by=(when(Kind.AMENDED_PLAN_SENT, "The amended plan was sent"),),
    ended_by=PLAN_OVER,
    repeats=Repeats.SUPERSEDES,
    limits=(Limit(count=DaysBeginning(15), law=regulation("22(2)(c)")),),
    milestones=(
        Milestone(
            key="earliest_finalise_without_reply",
            words="First day on which the plan may be finalised if the family has not answered",
            days=1,
        ),
    ),
    code="9.194",
    confidence=Confidence.READ,
    follows="The council looks at what the family says, then amends the plan or says why not.",
)
