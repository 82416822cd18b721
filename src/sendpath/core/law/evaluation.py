"""How a deadline stands on a day.

Three things people get wrong. An act on the last day is in time. A reason that disapplies a
limit never makes a late act timely. A family's window that closes without an answer, and a
right that nobody uses, are nobody's failure: the first is `met`, because the time was given,
and the second is `no_duty`, because the right has lapsed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sendpath.core.casefile.events import Event, day_in
from sendpath.core.dates import (
    POST_DAYS,
    BeyondCalendar,
    Calendars,
    deemed_served,
    months_after,
    tribunal_day,
)
from sendpath.core.law.deadline import Deadline
from sendpath.core.law.exceptions import Tested
from sendpath.core.law.rule import RuleKind
from sendpath.core.law.source import Confidence, Law

APPEAL_MONTHS = 2
UNCOUNTED = (BeyondCalendar, ValueError, OverflowError)
"""What counting raises past the end of a calendar, or of the years that a date can have."""


class State(StrEnum):
    """How a deadline stands. Stored and exported: never rename one.

    `not_before` means that the council acted inside a window it had to leave open.
    """

    NOT_STARTED = "not_started"
    RUNNING = "running"
    MET = "met"
    LATE_MET = "late_met"
    OVERDUE = "overdue"
    LIMIT_DISAPPLIED = "limit_disapplied"
    NO_DUTY = "no_duty"
    NOT_BEFORE = "not_before"
    UNKNOWN_FACT = "unknown_fact"


@dataclass(frozen=True, slots=True)
class AppealRight:
    """The family's right to appeal against what was done, and the last day for it.

    `deadline` is None where the bank holidays that decide it are not yet known.
    """

    law: Law
    deadline: date | None
    adjusted_by: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """One deadline as it stands at the end of `as_at`.

    `days_used` counts from the day the clock started, `days_left` to the last day (0 on the
    day itself), `days_late` from it; each is None where it does not apply or cannot be known,
    and so is `deemed_received`. `days_past_due` is there even where a limit was disapplied.
    `readings` gives the state that each other reading of the law would have led to.
    """

    deadline: Deadline
    as_at: date
    state: State
    done: Event | None
    done_on: date | None
    ended: Event | None
    days_used: int | None
    days_left: int | None
    days_late: int | None
    days_past_due: int
    exceptions: tuple[Tested, ...]
    readings: tuple[tuple[str, State], ...]
    appeal: AppealRight | None
    reason: str | None
    deemed_received: date | None

    @property
    def key(self) -> str:
        """The key of the clock."""
        return self.deadline.key

    @property
    def due(self) -> date:
        """The last day on which the duty is done in time."""
        return self.deadline.due

    @property
    def confidence(self) -> Confidence:
        """How the wording of the rule was checked."""
        return self.deadline.clock.confidence

    @property
    def received_after_due(self) -> bool:
        """Whether a letter sent in time is taken to have arrived after the last day."""
        return self.deemed_received is not None and self.deemed_received > self.due

    @property
    def awaits_proof(self) -> bool:
        """Whether a reason is made out but not yet shown to have made this impractical."""
        late = self.state in {State.LATE_MET, State.OVERDUE}
        return late and any(e.accepted is None and e.law for e in self.exceptions)


@dataclass(frozen=True, slots=True)
class _Facts:
    """What of a deadline had happened by a day."""

    deadline: Deadline
    as_at: date
    done_on: date | None
    due: date
    exceptions: tuple[Tested, ...]

    @property
    def accepted(self) -> bool:
        return any(exception.accepted for exception in self.exceptions)


def evaluate(deadline: Deadline, as_at: date, calendars: Calendars) -> Evaluation:
    """Return how a deadline stands at the end of a day.

    What happened after that day is left out. To leave out also what was written down after
    it, work the deadline out from events filtered first: see `as_at`.
    """
    done = deadline.done if _by(deadline.done_on, as_at) else None
    done_on = deadline.done_on if done else None
    ended = deadline.ended if _by_event(deadline.ended, as_at) else None
    exceptions = tuple(
        e for e in deadline.exceptions if e.claim is None or e.claim.occurred_on <= as_at
    )
    facts = _Facts(deadline, as_at, done_on, deadline.due, exceptions)
    state = _state(facts)
    past = _past_due(facts)
    bound = state in {State.LATE_MET, State.OVERDUE}
    shortfall = deadline.shortfall if done is None else None
    return Evaluation(
        deadline=deadline,
        as_at=as_at,
        state=state,
        done=done,
        done_on=done_on,
        ended=ended,
        days_used=_days_used(facts, state, ended),
        days_left=(deadline.due - as_at).days if state is State.RUNNING else None,
        days_late=None if state is State.UNKNOWN_FACT else past if bound else 0,
        days_past_due=past,
        exceptions=exceptions,
        readings=_other_states(facts, state),
        appeal=_appeal(deadline, done, done_on, calendars),
        reason=shortfall[0].reason if shortfall else None,
        deemed_received=_deemed(done, done_on, calendars),
    )


def _state(facts: _Facts) -> State:
    deadline, as_at = facts.deadline, facts.as_at
    if deadline.trigger.occurred_on > as_at:
        return State.NOT_STARTED
    if _too_short(deadline, facts.due):
        return State.NOT_BEFORE
    if not deadline.limit.statutory:
        return State.NO_DUTY
    if deadline.clock.window:
        return _window_state(facts)
    if facts.done_on is not None:
        return _done_state(facts, facts.done_on)
    if _by_event(deadline.ended, as_at):
        return State.NO_DUTY
    if as_at <= facts.due:
        return State.RUNNING
    if deadline.clock.kind is RuleKind.RIGHT:
        return State.LIMIT_DISAPPLIED if facts.accepted else State.NO_DUTY
    if facts.accepted:
        return State.LIMIT_DISAPPLIED
    return State.UNKNOWN_FACT if deadline.untold else State.OVERDUE


def _too_short(deadline: Deadline, due: date) -> bool:
    """Whether a notice itself allows less time than the law does."""
    if not deadline.clock.reply_by:
        return False
    allowed = day_in(deadline.trigger, deadline.clock.reply_by)
    return allowed is not None and allowed < due


def _window_state(facts: _Facts) -> State:
    deadline = facts.deadline
    broken, ended = deadline.broken, deadline.ended
    if broken and broken.occurred_on <= min(facts.due, facts.as_at):
        return State.NOT_BEFORE
    if facts.done_on is not None or facts.as_at > facts.due:
        given_up = ended is not None and ended.occurred_on <= facts.due
        return State.NO_DUTY if given_up else State.MET
    return State.NO_DUTY if _by_event(ended, facts.as_at) else State.RUNNING


def _done_state(facts: _Facts, done_on: date) -> State:
    deadline = facts.deadline
    in_time = done_on <= facts.due and not _after_hours(deadline, done_on, facts.due)
    if in_time:
        return State.UNKNOWN_FACT if _at_latest(deadline.trigger) else State.MET
    if deadline.maybe_earlier or _uncertain(deadline):
        return State.UNKNOWN_FACT
    return State.LIMIT_DISAPPLIED if facts.accepted else State.LATE_MET


def _uncertain(deadline: Deadline) -> bool:
    """Whether the day on record for the doing is only the latest that it can have been."""
    implied = deadline.done_by is not None and deadline.done_by.implied
    return implied or (deadline.done is not None and _at_latest(deadline.done))


def _at_latest(event: Event) -> bool:
    return event.facts.get("on_or_before") is True


def _after_hours(deadline: Deadline, done_on: date, due: date) -> bool:
    if not deadline.closes_at or deadline.done is None or done_on != due:
        return False
    return str(deadline.done.facts.get("time") or "") > deadline.closes_at


def _past_due(facts: _Facts) -> int:
    until = facts.done_on or facts.as_at
    if facts.done_on and _after_hours(facts.deadline, facts.done_on, facts.due):
        return 1
    return max(0, (until - facts.due).days)


def _days_used(facts: _Facts, state: State, ended: Event | None) -> int | None:
    unknown = state is State.UNKNOWN_FACT and facts.deadline.maybe_earlier
    if state is State.NOT_STARTED or (facts.done_on and (unknown or _uncertain(facts.deadline))):
        return None
    until = facts.done_on or (ended.occurred_on if ended else facts.as_at)
    return max(0, (until - facts.deadline.started_on).days)


def _other_states(facts: _Facts, state: State) -> tuple[tuple[str, State], ...]:
    deadline = facts.deadline
    if state is State.NOT_STARTED:
        return ()
    found = [
        (words, _state(_Facts(deadline, facts.as_at, facts.done_on, day, facts.exceptions)))
        for words, day in deadline.readings
    ]
    found += [
        (words, _state(_Facts(deadline, facts.as_at, day, facts.due, facts.exceptions)))
        for words, day in deadline.other_done
        if day <= facts.as_at
    ]
    if deadline.other_exceptions and deadline.clock.other_period:
        shorter = _Facts(deadline, facts.as_at, facts.done_on, facts.due, deadline.other_exceptions)
        found.append((deadline.clock.other_period.words, _state(shorter)))
    return tuple(found)


def _appeal(
    deadline: Deadline, done: Event | None, done_on: date | None, calendars: Calendars
) -> AppealRight | None:
    if deadline.limit.tribunal:
        return AppealRight(deadline.limit.law, deadline.due, deadline.adjusted_by)
    if done is None or done_on is None:
        return None
    for appeal in deadline.clock.appeals:
        if done.kind is appeal.when.kind and appeal.when.meets(done):
            try:
                last = tribunal_day(months_after(done_on, APPEAL_MONTHS), calendars)
            except UNCOUNTED:
                return AppealRight(appeal.law, None, None)
            return AppealRight(appeal.law, last.day, last.rule)
    return None


def _deemed(done: Event | None, done_on: date | None, calendars: Calendars) -> date | None:
    if done is None or done_on is None:
        return None
    method = str(done.facts.get("method") or "")
    if method not in POST_DAYS:
        return None
    try:
        return deemed_served(done_on, method, calendars)
    except UNCOUNTED:
        return None


def _by(day: date | None, as_at: date) -> bool:
    return day is not None and day <= as_at


def _by_event(event: Event | None, as_at: date) -> bool:
    return event is not None and event.occurred_on <= as_at


def state_under(evaluation: Evaluation, words: str) -> State | None:
    """Return the state under another reading, by a part of its name; None if there is none."""
    found: Sequence[State] = [state for name, state in evaluation.readings if words in name]
    return found[0] if found else None
