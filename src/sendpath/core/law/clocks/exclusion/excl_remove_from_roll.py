"""When a school may take a permanently excluded pupil off its roll.

School Attendance (Pupil Registration) (England) Regulations 2024, regulation 9. Not before the
board has decided, and then not before the 15 school days to ask for a review have gone by unused,
or the review that was asked for in time, and any reconsideration after it, has ended. A parent
may say in writing sooner that there will be no request; the record has no event for that. A late
request keeps nobody on the roll. Mark K.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sendpath.core.casefile.events import Event, Kind
from sendpath.core.dates import DAY, Calendars
from sendpath.core.law.counting import SchoolDays
from sendpath.core.law.exclusions import PERMANENT
from sendpath.core.law.instruments import EXCLUSION_GUIDANCE, PUPIL_REGISTRATION
from sendpath.core.law.rule import Held, RuleKind, Span, Value
from sendpath.core.law.source import Confidence, instrument

IN_FORCE = date(2024, 8, 19)
BOARD, MAY_APPLY, REVIEW = "board", "may_apply", "review"
AGAIN, ENDED = "reconsidering", "ended"
STATUSES: Mapping[str, str] = {
    BOARD: "The governing board has not decided yet, so the pupil stays on the roll.",
    MAY_APPLY: "A review may still be asked for, so the pupil stays on the roll.",
    REVIEW: "A review has been asked for, so the pupil stays on the roll until it ends.",
    AGAIN: "The board is to think again, so the pupil stays on the roll until it has decided.",
    ENDED: "The review has ended, so the pupil may be taken off the roll.",
}


@dataclass(slots=True)
class _Hold:
    """One permanent exclusion, as far as the events tell. `free_on` is None while it is open."""

    began: Event
    because: Event
    stage: str = BOARD
    free_on: date | None = None

    def come_to(self, stage: str, event: Event, free_on: date | None = None) -> None:
        self.stage, self.because, self.free_on = stage, event, free_on


@dataclass(slots=True)
class _Roll:
    """The permanent exclusions of a history, the latest last, while it is read in order."""

    calendars: Calendars
    holds: list[_Hold]
    latest_is_permanent: bool = True

    @property
    def last(self) -> _Hold | None:
        return self.holds[-1] if self.holds else None

    def exclude(self, event: Event) -> None:
        self.latest_is_permanent = event.facts.get("exclusion_type") == PERMANENT
        if self.latest_is_permanent and (self.last is None or self.last.stage is not BOARD):
            self.holds.append(_Hold(event, event))

    def cancel(self, event: Event) -> None:
        about = event.facts.get("exclusion_type")
        if about == PERMANENT or (about is None and self.latest_is_permanent):
            del self.holds[-1:]

    def decide(self, event: Event) -> None:
        if event.facts.get("exclusion_type") not in (PERMANENT, None):
            return
        if event.facts.get("outcome") == "reinstated":
            del self.holds[-1:]
        elif self.last and self.last.stage is AGAIN:
            self.last.come_to(ENDED, event, event.occurred_on)
        elif self.last is None or self.last.stage in (BOARD, MAY_APPLY):
            self._uphold(event)

    def _uphold(self, event: Event) -> None:
        if self.last is None:
            self.holds.append(_Hold(event, event))
        school = str(event.facts.get("calendar") or "")
        last_day = SchoolDays(15).last_day(event.occurred_on, self.calendars, school)
        self.holds[-1].come_to(MAY_APPLY, event, last_day + DAY)

    def apply(self, event: Event) -> None:
        hold = self.last
        if hold and hold.stage is MAY_APPLY and hold.free_on and event.occurred_on < hold.free_on:
            hold.come_to(REVIEW, event)

    def review(self, event: Event) -> None:
        if self.last and self.last.stage is REVIEW:
            upheld = event.facts.get("outcome") == "upheld"
            self.last.come_to(
                ENDED if upheld else AGAIN, event, event.occurred_on if upheld else None
            )


_ACTS: Mapping[Kind, Callable[[_Roll, Event], None]] = {
    Kind.EXCLUSION_DECIDED: _Roll.exclude,
    Kind.EXCLUSION_FIRST_DAY: _Roll.exclude,
    Kind.EXCLUSION_CANCELLED: _Roll.cancel,
    Kind.BOARD_DECISION_GIVEN: _Roll.decide,
    Kind.IRP_APPLIED: _Roll.apply,
    Kind.IRP_DECISION_GIVEN: _Roll.review,
}


def held(history: Sequence[Event], calendars: Calendars) -> tuple[Held, ...]:
    """Return one entry for each permanent exclusion that was not cancelled or undone.

    Raises `BeyondCalendar` where the 15 school days cannot be counted.
    """
    roll = _Roll(calendars, [])
    for event in history:
        if act := _ACTS.get(event.kind):
            act(roll, event)
    return tuple(_held(h) for h in roll.holds if h.free_on is None or h.free_on > IN_FORCE)


def _held(hold: _Hold) -> Held:
    return Held(
        status=hold.stage,
        says=STATUSES[hold.stage],
        since=hold.began.occurred_on,
        until=hold.free_on - DAY if hold.free_on else None,
        because=hold.because,
        figures=tuple(_figures(hold)),
    )


def _figures(hold: _Hold) -> Iterator[tuple[str, str, Value]]:
    if hold.free_on:
        yield "not_before", "First day on which the pupil may be taken off the roll", hold.free_on


SPAN = Span(
    key="excl_remove_from_roll",
    duty="Keep the excluded pupil on the roll until the exclusion is final",
    kind=RuleKind.STATE,
    owed_by="school",
    owed_to="pupil",
    statuses=STATUSES,
    reads=held,
    law=instrument(*PUPIL_REGISTRATION, "9"),
    also=(EXCLUSION_GUIDANCE,),
    confidence=Confidence.UNREAD,
    follows="The school tells the council as soon as there is a ground to delete the name.",
)
