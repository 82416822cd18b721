"""The new council's review of a plan that came with a child.

SEND Regulations 2014, regulation 15(5): before the later of 12 months beginning with the day the
plan was made or last reviewed, and 3 months beginning with the transfer. A review already overdue
in the old area gives the new council three months, and not none. Where neither the making of the
plan nor a review is on record, the three months stand alone, which is never too late.
"""

from collections.abc import Sequence

from sendpath.core.casefile.events import Kind
from sendpath.core.law.clock import Beginning, Clock, Limit, Milestone, Told
from sendpath.core.law.counting import MonthsBeginning
from sendpath.core.law.rule import Repeats, RuleKind
from sendpath.core.law.source import Confidence, regulation
from sendpath.core.law.wording import COUNCIL, PLAN_OVER, REVIEW_DONE, when

FROM_TRANSFER, FROM_REVIEW = MonthsBeginning(3), MonthsBeginning(12)
MADE = frozenset({Kind.PLAN_MADE, Kind.FINALISED_SENT})


def which_governs(beginning: Beginning) -> Sequence[Told]:
    """Tell which of the two limbs ends later, and whether a review was overdue on transfer."""
    moved, calendars = beginning.started_on, beginning.calendars
    three = FROM_TRANSFER.last_day(moved, calendars, "")
    made = beginning.extended is not None and beginning.extended.kind in MADE
    twelve = "made+12m" if made else "review+12m"
    governing = "transfer+3m" if beginning.due == three else twelve
    told: list[Told] = [("governing", "The limb that governs", governing)]
    if reviewed := beginning.extended:
        overdue = FROM_REVIEW.last_day(reviewed.occurred_on, calendars, "") < moved
        words = "A review was already overdue on the day of the transfer"
        told.append(("already_overdue_at_transfer", words, overdue))
    return told


CLOCK = Clock(
    key="new_la_review",
    duty="Review the plan that came from another council",
    kind=RuleKind.DUTY,
    owed_by=COUNCIL,
    owed_to="child or young person",
    starts=(when(Kind.PLAN_TRANSFERRED_IN, "The plan was transferred to the council"),),
    done_by=REVIEW_DONE,
    ended_by=PLAN_OVER,
    extends=(
        when(Kind.PLAN_MADE, "The plan was made"),
        when(Kind.FINALISED_SENT, "The plan was made"),
        when(Kind.REVIEW_DECISION_NOTIFIED, "The plan was last reviewed"),
        when(Kind.REVIEW_COMPLETED, "The plan was last reviewed"),
    ),
    extends_from_before=True,
    repeats=Repeats.SUPERSEDES,
    milestones=(
        Milestone(
            key="three",
            words="Last of the three months that begin with the transfer",
            count=FROM_TRANSFER,
        ),
    ),
    limits=(Limit(count=FROM_TRANSFER, or_later=FROM_REVIEW, law=regulation("15(5)")),),
    tells=which_governs,
    code="9.161",
    confidence=Confidence.READ,
    follows="The next review is due within 12 months of this one.",
)
