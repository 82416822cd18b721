"""What the law asks beside dates: duties without a number, contents, and what holds for a time.

A duty to act “as soon as practicable” is never overdue, but how long it has waited is shown.
A notice that lacks what it must contain is a defect. A bar or a right holds until a day that
its own rule works out. What is not in force is named and never applied.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sendpath.core.casefile.events import Event, UnrealDay
from sendpath.core.dates import BeyondCalendar, Calendars
from sendpath.core.law.clock import NoLawInForce
from sendpath.core.law.clocks import RULES
from sendpath.core.law.evaluation import State
from sendpath.core.law.rule import Contents, Held, Proposed, Span, UncountedDay, Undated
from sendpath.core.law.runs import Reader
from sendpath.core.law.tape import Run


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """One start of a duty that has no number of days, as it stands at the end of a day.

    `state` is running, met or no_duty. `days_used` counts from its start to its doing, or to
    the day asked about.
    """

    rule: Undated
    run: str
    trigger: Event
    started_on: date
    state: State
    done_on: date | None
    days_used: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """An act on record without something the law says it must contain."""

    rule: Contents
    event: Event
    missing: tuple[str, ...]


def waiting(history: Sequence[Event], day: date, calendars: Calendars) -> tuple[Waiting, ...]:
    """Return every duty without a number that had started by the end of a day, by rule."""
    by_then = [event for event in history if event.occurred_on <= day]
    kinds = {event.kind for event in by_then}
    return tuple(
        _waiting(rule, run, day)
        for rule, reader in _UNDATED
        if not reader.start_kinds.isdisjoint(kinds)
        for run in _runs(reader, by_then, calendars)
        if rule.since <= run.started_on <= day
    )


def _runs(reader: Reader, history: Sequence[Event], calendars: Calendars) -> list[Run]:
    try:
        return reader.runs(history, calendars)
    except (UnrealDay, UncountedDay):
        return []  # `reckon` tells of it, and the list of what in a record to check


def _waiting(rule: Undated, run: Run, day: date) -> Waiting:
    state = State.MET if run.done else State.NO_DUTY if run.ended else State.RUNNING
    until = run.done_on or (run.ended.occurred_on if run.ended else day)
    return Waiting(
        rule=rule,
        run=run.name,
        trigger=run.trigger,
        started_on=run.started_on,
        state=state,
        done_on=run.done_on,
        days_used=max(0, (until - run.started_on).days),
    )


def left_out(history: Sequence[Event]) -> tuple[LeftOut, ...]:
    """Return every act of a history that is on record as lacking what it must contain."""
    return tuple(
        LeftOut(rule=rule, event=event, missing=missing)
        for event in history
        for rule in _CONTENTS
        if any(act.kind is event.kind and act.meets(event) for act in rule.acts)
        and (missing := rule.missing(event))
    )


def holding(history: Sequence[Event], calendars: Calendars) -> tuple[tuple[Span, Held], ...]:
    """Return what holds, or held, for a time in a case, by rule.

    What cannot be dated, for want of a calendar or for a mistyped day, is left out: no day is
    ever guessed.
    """
    return tuple((span, held) for span in _SPANS for held in _held(span, history, calendars))


def _held(span: Span, history: Sequence[Event], calendars: Calendars) -> tuple[Held, ...]:
    try:
        return span.reads(history, calendars)
    except (NoLawInForce, BeyondCalendar, ValueError, OverflowError):
        return ()


def not_in_force(history: Sequence[Event]) -> Iterator[tuple[Proposed, Event]]:
    """Yield what in a case would come under a rule that is not law, with that rule."""
    for event in history:
        for rule in _PROPOSED:
            if any(when.kind is event.kind and when.meets(event) for when in rule.asked_by):
                yield rule, event


_UNDATED = tuple((rule, Reader(rule)) for rule in RULES.values() if isinstance(rule, Undated))
_CONTENTS = tuple(rule for rule in RULES.values() if isinstance(rule, Contents))
_SPANS = tuple(rule for rule in RULES.values() if isinstance(rule, Span))
_PROPOSED = tuple(rule for rule in RULES.values() if isinstance(rule, Proposed))
