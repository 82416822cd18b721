"""When a review of a plan under section 44 was completed.

Children and Families Act 2014, section 44(1). Holding the meeting does not complete a review:
the council's decision does, whatever it is (Code of Practice 9.176). Where the completion is on
record as an event of its own, that event counts; otherwise it is derived from the decision,
and where no decision is on record, from the plan that was amended or left as it was.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from sendpath.core.casefile.events import Event, Kind

LONGEST_REVIEW = timedelta(weeks=12)
"""4 weeks to the notice of amendments, and 8 from there: a decision later than this after a
completion on record belongs to another review."""


@dataclass(frozen=True, slots=True)
class CompletedReview:
    """The event that completed a review, and the meeting it began with, if on record.

    `instead_of` is what the year ran from before, where the event is a plan made anew: on a
    second reading it goes on running from there.
    """

    event: Event
    meeting: Event | None
    instead_of: Event | None = None


@dataclass(slots=True)
class _Reviews:
    completed: list[CompletedReview] = field(default_factory=list)
    meeting: Event | None = None
    under_way: bool = False
    reassessing: bool = False
    first_plan: Event | None = None

    def hold(self, event: Event) -> None:
        self.meeting, self.under_way = event, True

    def state(self, event: Event) -> None:
        if self._last_is_derived() and not self.under_way:
            self.meeting = self.completed.pop().meeting
        self._append(event)

    def decide(self, event: Event) -> None:
        if self.under_way or not self.completed or self._last_is_derived() or self._past(event):
            self._append(event)

    def amend(self, event: Event) -> None:
        if self.under_way:
            self._append(event)

    def reassess(self, event: Event) -> None:
        self.reassessing = event.facts.get("outcome") != "refuse"

    def finalise(self, event: Event) -> None:
        if self.reassessing or event.facts.get("first") is False:
            self._append(event, instead_of=self._year_from())
        elif self.first_plan is None:
            self.first_plan = event

    def _year_from(self) -> Event | None:
        if not self.completed:
            return self.first_plan
        last = self.completed[-1]
        return last.instead_of or last.event

    def _last_is_derived(self) -> bool:
        return bool(self.completed) and self.completed[-1].event.kind is not Kind.REVIEW_COMPLETED

    def _past(self, event: Event) -> bool:
        return event.occurred_on - self.completed[-1].event.occurred_on > LONGEST_REVIEW

    def _append(self, event: Event, *, instead_of: Event | None = None) -> None:
        self.completed.append(CompletedReview(event, self.meeting, instead_of))
        self.meeting, self.under_way, self.reassessing = None, False, False


_ACTS: dict[Kind, Callable[[_Reviews, Event], None]] = {
    Kind.REVIEW_MEETING_HELD: _Reviews.hold,
    Kind.REVIEW_COMPLETED: _Reviews.state,
    Kind.REVIEW_DECISION_NOTIFIED: _Reviews.decide,
    Kind.AMENDED_PLAN_SENT: _Reviews.amend,
    Kind.NO_AMENDMENT_NOTIFIED: _Reviews.amend,
    Kind.REASSESSMENT_DECIDED: _Reviews.reassess,
    Kind.REASSESSMENT_OWN_INITIATIVE: _Reviews.reassess,
    Kind.FINALISED_SENT: _Reviews.finalise,
}


def completed_reviews(history: Sequence[Event]) -> list[CompletedReview]:
    """Return the reviews completed in a history of standing events, in order.

    A plan made anew, after a re-assessment or for another reason, counts as one: the year runs
    from the latest look at it.
    """
    reviews = _Reviews()
    for event in history:
        if act := _ACTS.get(event.kind):
            act(reviews, event)
    return reviews.completed
