"""The first review of a looked-after child's case, within 20 working days.

Care Planning, Placement and Case Review (England) Regulations 2010, regulation 33. The second comes
within 3 months of the first, and each later one within 6 months of the one before: the next is
told beside this date. They should be held with the reviews of an EHC plan where they can. Mark K.
"""

from collections.abc import Iterator
from datetime import date

from sendpath.core.casefile.events import Kind
from sendpath.core.dates import months_after
from sendpath.core.law.clock import Beginning, Clock, Limit, Told
from sendpath.core.law.counting import WorkingDays
from sendpath.core.law.instruments import CARE_PLANNING
from sendpath.core.law.rule import RuleKind
from sendpath.core.law.source import Confidence, instrument
from sendpath.core.law.wording import when

STOPPED = when(Kind.CEASED_LOOKED_AFTER, "The child stopped being looked after")


def next_review(beginning: Beginning) -> Iterator[Told]:
    """Yield the last day for the review after the latest one of this time in care."""
    held: list[date] = []
    for event in beginning.history[beginning.history.index(beginning.trigger) :]:
        if event.kind is Kind.CEASED_LOOKED_AFTER:
            return
        if event.kind is Kind.LAC_REVIEW_HELD:
            held.append(event.occurred_on)
    if held:
        due = months_after(held[-1], 3 if len(held) == 1 else 6)
        yield "next_review", "Last day for the review after the latest one", due


CLOCK = Clock(
    key="care_lac_review_first",
    duty="Hold the first review of the looked-after child's case",
    kind=RuleKind.DUTY,
    owed_by="council's social care",
    owed_to="looked-after child",
    starts=(when(Kind.BECAME_LOOKED_AFTER, "The child became looked after"),),
    done_by=(when(Kind.LAC_REVIEW_HELD, "The review was held"),),
    ended_by=(STOPPED,),
    limits=(
        Limit(
            count=WorkingDays(20),
            law=instrument(*CARE_PLANNING, "33"),
            since=date(2011, 4, 1),
        ),
    ),
    tells=next_review,
    code="9.177",
    confidence=Confidence.UNREAD,
    follows="The second is held within 3 months of it, and later ones within 6 months.",
)
