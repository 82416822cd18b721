"""When a review of a plan under section 44 was completed.

Children and Families Act 2014, section 44(1). Holding the meeting does not complete a review:
the council's decision does, whatever it is (Code of Practice 9.176). Where the completion is on
record as an event of its own, that event counts; otherwise it is derived from the decision,
and where no decision is on record, from the plan that was amended or left as it was.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from sendpath.core.casefile.events import Event, Kind

COMPLETING = frozenset(
    {
        Kind.REVIEW_COMPLETED,
        Kind.REVIEW_DECISION_NOTIFIED,
        Kind.AMENDED_PLAN_SENT,
        Kind.NO_AMENDMENT_NOTIFIED,
        Kind.REASSESSMENT_DECIDED,
        Kind.REASSESSMENT_OWN_INITIATIVE,
    }
)
"""Without one of these no review has been completed."""
REASSESSED = frozenset({Kind.REASSESSMENT_DECIDED, Kind.REASSESSMENT_OWN_INITIATIVE})


@dataclass(frozen=True, slots=True)
class CompletedReview:
    """The event that completed a review, and the meeting it began with, if on record."""

    event: Event
    meeting: Event | None


@dataclass(slots=True)
class _Reviews:
    completed: list[CompletedReview] = field(default_factory=list)
    meeting: Event | None = None
    under_way: bool = False
    reassessing: bool = False

    def read(self, event: Event) -> None:
        kind = event.kind
        if kind is Kind.REVIEW_MEETING_HELD:
            self.meeting, self.under_way = event, True
        elif kind is Kind.REVIEW_COMPLETED:
            self._state(event)
        elif kind is Kind.REVIEW_DECISION_NOTIFIED:
            self._derive(event)
        elif kind in {Kind.AMENDED_PLAN_SENT, Kind.NO_AMENDMENT_NOTIFIED}:
            if self.under_way:
                self._derive(event)
        elif kind in REASSESSED:
            self.reassessing = event.facts.get("outcome") != "refuse"
        elif kind is Kind.FINALISED_SENT and self.reassessing:
            self._derive(event)

    def _state(self, event: Event) -> None:
        if self._last_is_derived() and not self.under_way:
            self.meeting = self.completed.pop().meeting
        self._append(event)

    def _derive(self, event: Event) -> None:
        if self.under_way or not self.completed or self._last_is_derived():
            self._append(event)

    def _last_is_derived(self) -> bool:
        return bool(self.completed) and self.completed[-1].event.kind is not Kind.REVIEW_COMPLETED

    def _append(self, event: Event) -> None:
        self.completed.append(CompletedReview(event, self.meeting))
        self.meeting, self.under_way, self.reassessing = None, False, False


def completed_reviews(history: Sequence[Event]) -> tuple[CompletedReview, ...]:
    """Return the reviews completed in a history of standing events, in order.

    A new plan after a re-assessment counts as one: the year runs from the latest look at it.
    """
    reviews = _Reviews()
    if COMPLETING.isdisjoint([event.kind for event in history]):
        return ()
    for event in history:
        reviews.read(event)
    return tuple(reviews.completed)
