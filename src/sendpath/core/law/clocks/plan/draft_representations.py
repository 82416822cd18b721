"""The 15 days a family has to answer a draft plan.

SEND Regulations 2014, regulation 13(1)(a): at least 15 days beginning with the day the draft
was served, so that day is day 1. The council may not finalise inside them unless the family
says it has finished. A new draft brings a fresh 15 days; the 20 weeks stay as they are.
"""

from sendpath.core.casefile.events import Kind
from sendpath.core.law.clock import Clock, Limit, Milestone
from sendpath.core.law.counting import DaysBeginning
from sendpath.core.law.rule import Repeats, RuleKind, When
from sendpath.core.law.source import Confidence, regulation, section
from sendpath.core.law.wording import (
    COUNCIL,
    FINALISED,
    MOVED_AWAY,
    NO_PLAN,
    WITHDRAWN,
    one_of,
    when,
)

CLOCK = Clock(
    key="draft_representations",
    duty="Leave the family 15 days to answer the draft plan",
    kind=RuleKind.DUTY,
    window=True,
    owed_by=COUNCIL,
    owed_to="parent or young person",
    starts=(
        when(Kind.DRAFT_SERVED, "The draft plan was served"),
        When(kind=Kind.DRAFT_SENT, words="The draft plan was sent", provisional=True, by_post=True),
    ),
    done_by=(
        when(
            Kind.REPRESENTATIONS_RECEIVED,
            "The family said it had finished its comments",
            final=one_of(True),
        ),
    ),
    broken_by=(FINALISED,),
    ended_by=(WITHDRAWN, *MOVED_AWAY, NO_PLAN),
    repeats=Repeats.SUPERSEDES,
    run_named_by=("version",),
    limits=(Limit(count=DaysBeginning(15), law=regulation("13(1)(a)")),),
    also=(section("38(2)(b)"),),
    milestones=(
        Milestone(
            key="earliest_finalise_without_reply",
            words="First day on which the plan may be finalised if the family has not answered",
            days=1,
        ),
    ),
    code="9.77 to 9.78",
    confidence=Confidence.READ,
    follows="The council looks at what the family says and finalises the plan.",
)
