"""Every run of every clock in a case, with its last day and what became of it.

Timeless: nothing here knows what day it is, so a deadline can be stored, compared with one
worked out afresh, and read on any day by `evaluation`. A due date never moves for a reason
claimed; the reason stands beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sendpath.core.casefile.events import Event, UnrealDay, day_in
from sendpath.core.dates import BeyondCalendar, Calendars, in_words
from sendpath.core.law.clock import Beginning, Clock, Milestone, NoLawInForce, Relaxation, Told
from sendpath.core.law.deadline import Deadline, Undatable
from sendpath.core.law.exceptions import Period, Said, Tested, relaxed, said_in, tested_claims
from sendpath.core.law.last_day import MEETING, closes_at, last_day, safer
from sendpath.core.law.rule import Repeats, UncountedDay
from sendpath.core.law.rulebook import CURRENT, Rulebook
from sendpath.core.law.tape import Run

SILENT_ON = "silent_on"
"""A fact of an event: the kinds of event that its source has no way to tell of."""
EARLIER_REVIEWS, NOT_TOLD = "earlier_reviews", "not_told"


@dataclass(frozen=True, slots=True)
class Reckoning:
    """Every deadline in a case, by clock and then in the order they started."""

    deadlines: tuple[Deadline, ...]
    undatable: tuple[Undatable, ...] = ()


def reckon(
    history: Sequence[Event], calendars: Calendars, rulebook: Rulebook = CURRENT
) -> Reckoning:
    """Work out every deadline in a case, and which cannot be worked out.

    `history` is what `standing` returns. A run that starts before the law it rests on, past
    the end of a calendar, or on a day too far off to count from, is `Undatable`: nothing is
    guessed, and no other clock is disturbed by it.
    """
    kinds = frozenset(event.kind for event in history)
    said = said_in(history)
    found: list[Deadline] = []
    undatable: list[Undatable] = []
    for clock, reader in rulebook.started_by(kinds):
        try:
            runs = reader.runs(history, calendars)
        except (UnrealDay, UncountedDay) as fault:
            undatable.append(_unread(clock, fault))
            continue
        for run in runs:
            try:
                if clock.reply_by:
                    day_in(run.trigger, clock.reply_by)
                found.append(_deadline(clock, run, history, calendars, said))
            except (NoLawInForce, BeyondCalendar, ValueError, OverflowError) as fault:
                undatable.append(_undatable(clock, run, fault))
    return Reckoning(tuple(found), tuple(undatable))


def deadlines(
    history: Sequence[Event], calendars: Calendars, rulebook: Rulebook = CURRENT
) -> tuple[Deadline, ...]:
    """Return every deadline in a case that can be worked out, as `reckon` does."""
    return reckon(history, calendars, rulebook).deadlines


def _unread(clock: Clock, fault: UnrealDay | UncountedDay) -> Undatable:
    return Undatable(
        clock=clock,
        run="",
        trigger=fault.event,
        started_on=fault.event.occurred_on,
        why=str(fault),
        mistyped=isinstance(fault, UnrealDay),
    )


def _undatable(clock: Clock, run: Run, fault: Exception) -> Undatable:
    why = str(fault)
    if not isinstance(fault, NoLawInForce | BeyondCalendar | UnrealDay):
        why = f"No day can be counted from {in_words(run.started_on)}. Look for a mistyped date."
    return Undatable(
        clock=clock,
        run=run.name,
        trigger=run.trigger,
        started_on=run.started_on,
        why=why,
        mistyped=not isinstance(fault, BeyondCalendar),
    )


@dataclass(slots=True)
class _Reasons:
    """What stands beside a due date: a law in force for a time, and the reasons claimed."""

    relaxation: Relaxation | None = None
    tested: tuple[Tested, ...] = ()
    otherwise: tuple[Tested, ...] = ()


_NO_REASONS = _Reasons()


def _deadline(
    clock: Clock, run: Run, history: Sequence[Event], calendars: Calendars, said: Said
) -> Deadline:
    limit = clock.limit_on(run.started_on, run.trigger)
    last = last_day(limit, run, calendars)
    due = last.due
    alert_on = min((due, *safer(limit, run, last))) if last.readings else due
    reasons = _reasons(clock, run, due, said, calendars)
    ended = _ended(run, due)
    return Deadline(
        clock=clock,
        run=run.name,
        limit=limit,
        trigger=run.trigger,
        started_by=run.started_by,
        started_on=run.started_on,
        due=due,
        base=last.base,
        alert_on=alert_on,
        closes_at=closes_at(limit, run),
        adjusted_by=last.adjusted_by,
        limbs=last.limbs,
        readings=last.readings,
        done=run.done,
        done_by=run.done_by,
        done_on=run.done_on,
        other_done=((MEETING, run.meeting.occurred_on),) if run.meeting else (),
        ended=run.ended if ended else None,
        ended_by=run.ended_by if ended else None,
        reopened=run.reopened,
        extended=run.extended,
        broken=run.broken,
        shortfall=run.short,
        relaxation=reasons.relaxation,
        exceptions=reasons.tested,
        other_exceptions=reasons.otherwise,
        milestones=_milestones(clock, run, due, calendars) if clock.milestones else (),
        told=_told(clock, run, due, history, calendars) if clock.tells else (),
        maybe_earlier=_only_the_latest(run),
        untold=_untold(clock, run),
    )


def _reasons(clock: Clock, run: Run, due: date, said: Said, calendars: Calendars) -> _Reasons:
    relaxation = None
    for law in clock.relaxations:
        if law.touches(run.started_on, due):
            relaxation = law
    if not said.claims and relaxation is None:
        return _NO_REASONS
    tested, otherwise = _claims(clock, run, due, said, calendars)
    if relaxation and not any(reason.code == relaxation.code for reason in tested):
        tested += (relaxed(relaxation),)
    return _Reasons(relaxation, tested, otherwise)


def _claims(
    clock: Clock, run: Run, due: date, said: Said, calendars: Calendars
) -> tuple[tuple[Tested, ...], tuple[Tested, ...]]:
    if not clock.grounds and not clock.relaxations:
        return (), ()
    body = run.name if clock.repeats is Repeats.BY_KEY else ""
    tested = tested_claims(clock, Period(run.started_on, due, due, body, calendars), said)
    if clock.other_period is None:
        return tested, ()
    shorter = clock.other_period.count.last_day(run.started_on, calendars, "")
    return tested, tested_claims(clock, Period(run.started_on, shorter, due, body, calendars), said)


def _ended(run: Run, due: date) -> bool:
    if run.ended is None or run.ended_by is None:
        return False
    return not run.ended_by.while_in_time or run.ended.occurred_on <= due


def _only_the_latest(run: Run) -> bool:
    """Say whether the review found may have had others before it, as after a yearly return."""
    return run.meeting is not None and run.meeting.facts.get(EARLIER_REVIEWS) == NOT_TOLD


def _untold(clock: Clock, run: Run) -> bool:
    """Say whether the source had no place for it, as a yearly return has none for a report.

    A return names the latest review only: what came before a meeting it names, it cannot tell.
    """
    if _only_the_latest(run):
        return True
    silent_on = run.trigger.facts.get(SILENT_ON)
    if not silent_on:
        return False
    kinds = str(silent_on).split()
    return all(when.kind in kinds for when in clock.done_by)


def _milestones(
    clock: Clock, run: Run, due: date, calendars: Calendars
) -> tuple[tuple[Milestone, date], ...]:
    school = str(run.trigger.facts.get("calendar") or "")
    return tuple(
        (
            milestone,
            milestone.count.last_day(run.started_on, calendars, school)
            if milestone.count
            else due + timedelta(days=milestone.days),
        )
        for milestone in clock.milestones
    )


def _told(
    clock: Clock, run: Run, due: date, history: Sequence[Event], calendars: Calendars
) -> tuple[Told, ...]:
    if clock.tells is None:
        return ()
    beginning = Beginning(
        trigger=run.trigger,
        started_on=run.started_on,
        due=due,
        done_on=run.done_on,
        extended=run.extended,
        history=history,
        calendars=calendars,
    )
    return tuple(clock.tells(beginning))
