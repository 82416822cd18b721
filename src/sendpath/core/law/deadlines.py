"""Every run of every clock in a case, with its last day and what became of it.

Timeless: nothing here knows what day it is, so a deadline can be stored, compared with one
worked out afresh, and read on any day by `evaluation`. A due date never moves for a reason
claimed; the reason stands beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sendpath.core.casefile.events import Event
from sendpath.core.dates import Calendars, tribunal_day
from sendpath.core.law.clock import Clock, Limit, Milestone, Relaxation, Repeats, Shortfall, When
from sendpath.core.law.clocks import CLOCKS
from sendpath.core.law.counting import Ends
from sendpath.core.law.exceptions import CLAIMS, Period, Tested, relaxed, tested_claims
from sendpath.core.law.runs import Reader, Run

SILENT_ON = "silent_on"
"""A fact of an event: the kinds of event that its source has no way to tell of."""
EARLIER_REVIEWS, NOT_TOLD = "earlier_reviews", "not_told"
NEW_REQUEST = "the change of mind treated as a new request"
MEETING = "the meeting completes the review"
TRIBUNAL_CLOSED = "rule 12(2), then rule 12(3)"


# Not frozen, nor are the two below it: freezing makes each three times as slow to build, and a
# nightly rebuild builds hundreds of thousands. Nothing changes one once it is built.
@dataclass(slots=True, kw_only=True)
class Deadline:
    """One run of one clock in one case.

    `run` names the run where a clock can run several times at once: the adviser, the setting,
    the version of a draft. `base` is the last day before the Tribunal's rule 12 moved it;
    `limbs` are the ends of a limit that has more than one, by name. `readings` are other due
    dates, and `other_done` other days on which it was done, each under the reading named.
    """

    clock: Clock
    run: str
    limit: Limit
    trigger: Event
    started_by: When
    started_on: date
    due: date
    base: date
    adjusted_by: str | None = None
    limbs: tuple[tuple[str, date], ...] = ()
    readings: tuple[tuple[str, date], ...] = ()
    done: Event | None = None
    done_by: When | None = None
    done_on: date | None = None
    other_done: tuple[tuple[str, date], ...] = ()
    ended: Event | None = None
    ended_by: When | None = None
    reopened: Event | None = None
    broken: Event | None = None
    shortfall: tuple[Shortfall, Event] | None = None
    relaxation: Relaxation | None = None
    exceptions: tuple[Tested, ...] = ()
    other_exceptions: tuple[Tested, ...] = ()
    """The same claims under the clock's other reading of the period."""
    milestones: tuple[tuple[Milestone, date], ...] = ()
    untold: bool = False
    """Whoever told of the start could not have told that it was done: not told is not not done."""

    @property
    def key(self) -> str:
        """The key of the clock."""
        return self.clock.key

    @property
    def ruleset(self) -> str:
        """The version of the law this deadline was worked out under."""
        return self.relaxation.ruleset if self.relaxation else self.limit.ruleset


def deadlines(history: Sequence[Event], calendars: Calendars) -> tuple[Deadline, ...]:
    """Return every deadline in a case, by clock and then in the order they started.

    `history` is what `standing` returns. Raises `NoLawInForce` for a start before the law it
    rests on, and `BeyondCalendar` where a day off must be told that no calendar covers.
    """
    kinds = {event.kind for event in history}
    claimed = not CLAIMS.isdisjoint(kinds)
    return tuple(
        _deadline(reader.clock, run, history, calendars, claimed)
        for reader in _READERS
        if not reader.start_kinds.isdisjoint(kinds)
        for run in reader.runs(history, calendars)
    )


@dataclass(slots=True)
class _Reckoning:
    """The last day of a run, and how it was reached."""

    due: date
    base: date
    adjusted_by: str | None = None
    limbs: tuple[tuple[str, date], ...] = ()
    readings: tuple[tuple[str, date], ...] = ()


@dataclass(slots=True)
class _Reasons:
    """What stands beside a due date: a law in force for a time, and the reasons claimed."""

    relaxation: Relaxation | None = None
    tested: tuple[Tested, ...] = ()
    otherwise: tuple[Tested, ...] = ()


_NO_REASONS = _Reasons()


def _deadline(
    clock: Clock, run: Run, history: Sequence[Event], calendars: Calendars, claimed: bool
) -> Deadline:
    limit = clock.limit_on(run.started_on, run.trigger)
    reckoned = _reckoned(limit, run, calendars)
    due = reckoned.due
    reasons = _reasons(clock, run, due, history, calendars, claimed)
    return Deadline(
        clock=clock,
        run=run.name,
        limit=limit,
        trigger=run.trigger,
        started_by=run.started_by,
        started_on=run.started_on,
        due=due,
        base=reckoned.base,
        adjusted_by=reckoned.adjusted_by,
        limbs=reckoned.limbs,
        readings=reckoned.readings,
        done=run.done,
        done_by=run.done_by,
        done_on=run.done_on,
        other_done=((MEETING, run.meeting.occurred_on),) if run.meeting else (),
        ended=run.ended,
        ended_by=run.ended_by,
        reopened=run.reopened,
        broken=run.broken,
        shortfall=run.short,
        relaxation=reasons.relaxation,
        exceptions=reasons.tested,
        other_exceptions=reasons.otherwise,
        milestones=_milestones(clock, due) if clock.milestones else (),
        untold=_untold(clock, run),
    )


def _reckoned(limit: Limit, run: Run, calendars: Calendars) -> _Reckoning:
    school = str(run.trigger.facts.get("calendar") or "")
    base, limbs = _base(limit, run, calendars, school)
    if limit.tribunal:
        moved = tribunal_day(base, calendars)
        other = ((TRIBUNAL_CLOSED, moved.other),) if moved.other else ()
        return _Reckoning(moved.day, base, moved.rule, limbs, other)
    if limit.readings or run.reopened or run.began_with:
        readings = _readings(limit, run, base, calendars, school)
        return _Reckoning(base, base, readings=readings)
    return _Reckoning(base, base)


def _reasons(
    clock: Clock,
    run: Run,
    due: date,
    history: Sequence[Event],
    calendars: Calendars,
    claimed: bool,
) -> _Reasons:
    relaxation = None
    for law in clock.relaxations:
        if law.touches(run.started_on, due):
            relaxation = law
    if not claimed and relaxation is None:
        return _NO_REASONS
    tested, otherwise = _claims(clock, run, due, history, calendars)
    if relaxation and not any(reason.code == relaxation.code for reason in tested):
        tested += (relaxed(relaxation),)
    return _Reasons(relaxation, tested, otherwise)


def _base(
    limit: Limit, run: Run, calendars: Calendars, school: str
) -> tuple[date, tuple[tuple[str, date], ...]]:
    last = limit.count.last_day(run.started_on, calendars, school)
    if limit.or_later is None:
        return last, ()
    first = (str(limit.count), last)
    if run.extended is None:
        return last, (first,)
    other = limit.or_later.last_day(run.extended.occurred_on, calendars, school)
    too_late = run.contacted is not None and run.contacted.occurred_on > last
    return last if too_late else max(last, other), (first, (str(limit.or_later), other))


def _readings(
    limit: Limit, run: Run, due: date, calendars: Calendars, school: str
) -> tuple[tuple[str, date], ...]:
    def count(words: str, by: Ends, start: date) -> tuple[str, date]:
        return words, by.last_day(start, calendars, school)

    found = [
        count(reading.words, reading.count, run.started_on)
        for reading in limit.readings
        if not reading.needs or run.trigger.facts.get(reading.needs)
    ]
    if run.reopened:
        found.append(count(NEW_REQUEST, limit.count, run.reopened.occurred_on))
    if run.began_with:
        found.append(count(MEETING, limit.count, run.began_with.occurred_on))
    return tuple((words, day) for words, day in found if day != due)


def _claims(
    clock: Clock, run: Run, due: date, history: Sequence[Event], calendars: Calendars
) -> tuple[tuple[Tested, ...], tuple[Tested, ...]]:
    if not clock.grounds and not clock.relaxations:
        return (), ()
    body = run.name if clock.repeats is Repeats.BY_KEY else ""
    tested = tested_claims(clock, Period(run.started_on, due, due, body), history)
    if clock.other_period is None:
        return tested, ()
    shorter = clock.other_period.count.last_day(run.started_on, calendars, "")
    return tested, tested_claims(clock, Period(run.started_on, shorter, due, body), history)


def _untold(clock: Clock, run: Run) -> bool:
    """Say whether the source had no place for it, as a yearly return has none for a report.

    A return names the latest review only: what came before a meeting it names, it cannot tell.
    """
    if run.meeting and run.meeting.facts.get(EARLIER_REVIEWS) == NOT_TOLD:
        return True
    silent_on = run.trigger.facts.get(SILENT_ON)
    if not silent_on:
        return False
    kinds = str(silent_on).split()
    return all(when.kind in kinds for when in clock.done_by)


def _milestones(clock: Clock, due: date) -> tuple[tuple[Milestone, date], ...]:
    return tuple(
        (milestone, due + timedelta(days=milestone.days)) for milestone in clock.milestones
    )


# Made once: most clocks have nothing to do with most cases, and are skipped by their kinds.
_READERS = tuple(Reader(CLOCKS[key]) for key in sorted(CLOCKS))
