"""The 15 days a parent must be given to show that a child is suitably educated.

Education Act 1996, section 437(1) and (2): not less than 15 days beginning with the day on which
the notice was served, so that day is day 1. A notice that gives less (the fact `reply_by`) is
defective, and an order made before the days are up is made too soon.
"""

from collections.abc import Iterator
from datetime import date

from sendpath.core.casefile.events import Kind, day_in
from sendpath.core.dates import days_inclusive
from sendpath.core.law.clock import Beginning, Clock, Limit, Milestone, Told
from sendpath.core.law.counting import DaysBeginning
from sendpath.core.law.instruments import EDUCATION_ACT, HOME_EDUCATION_GUIDANCE
from sendpath.core.law.rule import Repeats, RuleKind
from sendpath.core.law.source import Confidence, act
from sendpath.core.law.wording import COUNCIL, MOVED_AWAY, when

LEAST = 15


def allowed(beginning: Beginning) -> Iterator[Told]:
    """Yield how many days the notice gives, and that they are too few where they are."""
    if until := day_in(beginning.trigger, "reply_by"):
        given = days_inclusive(beginning.started_on, until)
        yield "days_allowed", "Days that the notice gives, the first counted", given
        if given < LEAST:
            days = "day" if given == 1 else "days"
            yield "reason", "What is wrong with the notice", f"{given} {days} only"


CLOCK = Clock(
    key="sao_notice",
    duty="Leave the parent 15 days to show that the child is suitably educated",
    kind=RuleKind.DUTY,
    window=True,
    reply_by="reply_by",
    owed_by=COUNCIL,
    owed_to="parent",
    starts=(when(Kind.EHE_NOTICE_SERVED, "The notice was served"),),
    broken_by=(when(Kind.EHE_ORDER_MADE, "The school attendance order was made"),),
    ended_by=(when(Kind.EHE_ENDED, "Home education ended"), *MOVED_AWAY),
    repeats=Repeats.SUPERSEDES,
    limits=(
        Limit(
            count=DaysBeginning(LEAST),
            law=act(*EDUCATION_ACT, "437(1)"),
            since=date(1996, 11, 1),
        ),
    ),
    also=(act(*EDUCATION_ACT, "437(2)"), HOME_EDUCATION_GUIDANCE),
    milestones=(
        Milestone(
            key="earliest_lawful_reply_by",
            words="Earliest day by which the notice may ask for an answer",
        ),
    ),
    tells=allowed,
    confidence=Confidence.READ,
    follows="If the parent does not satisfy the council, it serves a school attendance order.",
)
