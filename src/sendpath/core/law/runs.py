"""Reads a clock against a case's history: which events start it, do it, or end it.

A run is one start of a clock with whatever became of it. Dates are not counted here; only
events are paired. Nothing is inferred from when an event was written down.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from sendpath.core.casefile.events import Event, Fact, Kind
from sendpath.core.dates import Calendars, months_after
from sendpath.core.law.clock import Clock, Repeats, Shortfall, When
from sendpath.core.law.reviews import completed_reviews

MONTHS_BEFORE_A_TRANSFER = 12


@dataclass(slots=True)
class Run:
    """One start of a clock and what became of it, as far as the events tell."""

    name: str
    trigger: Event
    started_by: When
    started_on: date
    done: Event | None = None
    done_by: When | None = None
    done_on: date | None = None
    ended: Event | None = None
    ended_by: When | None = None
    reopened: Event | None = None
    extended: Event | None = None
    contacted: Event | None = None
    broken: Event | None = None
    short: tuple[Shortfall, Event] | None = None
    began_with: Event | None = None
    """The meeting of the review whose completion started this run."""
    meeting: Event | None = None
    """The review meeting, where a second reading says that it is what counts."""
    takes_notice: bool = True

    @property
    def open(self) -> bool:
        """Whether it has been neither done nor ended."""
        return self.done is None and self.ended is None


class _Tape:
    """The runs of one clock so far, while its history is read in order."""

    def __init__(self, clock: Clock, calendars: Calendars) -> None:
        self.clock = clock
        self.calendars = calendars
        self.runs: list[Run] = []
        self.case_closed = False
        self.settled = False

    def start(self, event: Event, when: When) -> None:
        day = when.day_of(event, self.calendars)
        name = self._name(event)
        last = self.runs[-1] if self.runs else None
        if last and last.open and self._same_start(last, name, day, when):
            if last.started_by.provisional and not when.provisional:
                last.trigger, last.started_by, last.started_on = event, when, day
            return
        if self._repeats(name):
            return
        if last and last.open and self.clock.repeats is Repeats.SUPERSEDES:
            last.ended, last.ended_by = event, when
        self.runs.append(Run(name, event, when, day))
        self.case_closed = self.settled = False

    def _same_start(self, last: Run, name: str, day: date, when: When) -> bool:
        firmer = last.started_by.provisional and not when.provisional
        weaker = when.provisional and not last.started_by.provisional
        return name == last.name and (firmer or (weaker and day == last.started_on))

    def _repeats(self, name: str) -> bool:
        repeats = self.clock.repeats
        if repeats is Repeats.FIRST_COUNTS:
            return bool(self.runs) and not self.case_closed
        if repeats is Repeats.BY_KEY and name:
            return any(run.open and run.name == name for run in self.runs)
        return False

    def do(self, event: Event, when: When) -> None:
        run = self._run_for(event)
        if run is None:
            last = self.runs[-1] if self.runs else None
            if not (last and last.done_by and last.done_by.implied and not when.implied):
                return
            run = last
        run.done, run.done_by = event, when
        run.done_on = when.day_of(event, self.calendars)
        run.takes_notice = when.kind is not Kind.NOTICE_SENT and not event.facts.get(when.day_from)

    def notice(self, event: Event, when: When) -> None:
        last = self.runs[-1] if self.runs else None
        if last and last.done and last.done is not event and last.takes_notice:
            last.done, last.done_by, last.done_on = event, when, event.occurred_on
            last.takes_notice = False

    def no_more_notices(self, event: Event, when: When) -> None:
        if self.runs and self.runs[-1].done is not event:
            self.runs[-1].takes_notice = False

    def end(self, event: Event, when: When) -> None:
        named = any(event.facts.get(fact) for fact in self.clock.run_named_by)
        run = self._run_for(event)
        for ended in [run] if named and run else [] if named else self.runs:
            if ended.open:
                ended.ended, ended.ended_by = event, when

    def reopen(self, event: Event, when: When) -> None:
        if self.runs and self.runs[-1].ended and not self.settled:
            self.runs[-1].ended = self.runs[-1].ended_by = None
            self.runs[-1].reopened = event
            self.case_closed = False

    def settle(self, event: Event, when: When) -> None:
        self.settled = True

    def close(self, event: Event, when: When) -> None:
        self.case_closed = True

    def extend(self, event: Event, when: When) -> None:
        if (run := self._run_for(event)) and run.extended is None:
            run.extended = event

    def contact(self, event: Event, when: When) -> None:
        if (run := self._run_for(event)) and run.contacted is None:
            run.contacted = event

    def break_window(self, event: Event, when: When) -> None:
        if run := self._run_for(event):
            run.broken = event

    def _run_for(self, event: Event) -> Run | None:
        """Return the open run an event belongs to: by name, else the oldest or the newest."""
        candidates = [run for run in self.runs if run.done is None and run.ended is None]
        if self.clock.run_named_by and candidates:
            facts = self.clock.run_named_by
            named = _names(event, facts)
            if named and any(run.name for run in candidates):
                candidates = [run for run in candidates if named & _names(run.trigger, facts)]
        if not candidates:
            return None
        return candidates[0 if self.clock.repeats is Repeats.BY_KEY else -1]

    def _name(self, event: Event) -> str:
        for fact in self.clock.run_named_by:
            if (value := event.facts.get(fact)) is not None:
                return str(value)
        return ""


def _names(event: Event, facts: Sequence[str]) -> set[Fact]:
    return {value for fact in facts if (value := event.facts.get(fact)) is not None}


_Act = Callable[[_Tape, Event, When], None]


class Reader:
    """A clock made ready to be read against many histories."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.start_kinds = frozenset(when.kind for when in clock.starts)
        self._acts: dict[Kind, list[tuple[_Act, When]]] = {}
        # The order matters where one event plays two parts: a refusal first does the duty
        # to decide, then closes the case to a repeat of the same request.
        for act, whens in (
            (_Tape.contact, clock.extends_after),
            (_Tape.extend, clock.extends),
            (_Tape.break_window, clock.broken_by),
            (_Tape.do, clock.done_by),
            (_Tape.notice, clock.notices),
            (_Tape.end, clock.ended_by),
            (_Tape.settle, clock.settled_by),
            (_Tape.reopen, clock.reopened_by),
            (_Tape.close, clock.closes_case),
            (_Tape.start, clock.starts),
        ):
            for when in whens:
                self._acts.setdefault(when.kind, []).append((act, when))
        for kind in clock.not_notice_after:
            silent = When(kind=kind, words="")
            self._acts.setdefault(kind, []).append((_Tape.no_more_notices, silent))

    def runs(self, history: Sequence[Event], calendars: Calendars) -> list[Run]:
        """Return every run of the clock over standing events in the order they happened."""
        if self.clock.repeats is Repeats.REVIEWS:
            return self._between_reviews(history)
        if self.clock.repeats is Repeats.PLANNED:
            return self._towards_a_date(history, calendars)
        tape = _Tape(self.clock, calendars)
        acts = self._acts
        for event in history:
            for act, when in acts.get(event.kind, ()):
                if not when.facts or when.meets(event):
                    act(tape, event, when)
        for shortfall in self.clock.shortfalls:
            _note_shortfalls(shortfall, history, tape.runs)
        return tape.runs

    def _between_reviews(self, history: Sequence[Event]) -> list[Run]:
        clock = self.clock
        reviews = completed_reviews(history)
        doing = {when.kind: when for when in clock.done_by}
        runs: list[Run] = []
        if clock.starts == clock.done_by:
            for review in reviews:
                day = review.event.occurred_on
                runs.append(Run("", review.event, doing[review.event.kind], day))
                runs[-1].began_with = review.meeting
        else:
            runs = [
                Run("", event, when, event.occurred_on)
                for event in history
                for when in clock.starts
                if event.kind is when.kind and when.meets(event)
            ][:1]
        for run in runs:
            after = [r for r in reviews if _follows(r.event, run.trigger)]
            if after:
                run.done, run.done_on = after[0].event, after[0].event.occurred_on
                run.done_by, run.meeting = doing[run.done.kind], after[0].meeting
            else:
                run.meeting = _last(history, Kind.REVIEW_MEETING_HELD, run.trigger)
                self._end(run, [e for e in history if _follows(e, run.trigger)])
        return runs

    def _towards_a_date(self, history: Sequence[Event], calendars: Calendars) -> list[Run]:
        runs: dict[str, Run] = {}
        for event in history:
            for when in self.clock.starts:
                if event.kind is when.kind and when.meets(event):
                    name = str(event.facts.get(self.clock.run_named_by[0], ""))
                    runs[name] = Run(name, event, when, when.day_of(event, calendars))
        for run in runs.values():
            self._do_within_a_year(run, history, calendars)
        return list(runs.values())

    def _do_within_a_year(self, run: Run, history: Sequence[Event], calendars: Calendars) -> None:
        opens = months_after(run.started_on, -MONTHS_BEFORE_A_TRANSFER)
        for event in history:
            for when in self.clock.done_by:
                if event.kind is when.kind and when.meets(event) and event.occurred_on >= opens:
                    run.done, run.done_by = event, when
                    run.done_on = when.day_of(event, calendars)
                    return
        self._end(run, [event for event in history if event.occurred_on >= opens])

    def _end(self, run: Run, history: Sequence[Event]) -> None:
        for event in history:
            for when in self.clock.ended_by:
                if event.kind is when.kind and when.meets(event):
                    run.ended, run.ended_by = event, when


def _follows(event: Event, trigger: Event) -> bool:
    here = (event.occurred_on, event.number)
    return here > (trigger.occurred_on, trigger.number)


def _last(history: Sequence[Event], kind: Kind, trigger: Event) -> Event | None:
    found = [e for e in history if e.kind is kind and _follows(e, trigger)]
    return found[-1] if found else None


def _note_shortfalls(shortfall: Shortfall, history: Sequence[Event], runs: list[Run]) -> None:
    for event in history:
        if event.kind is shortfall.when.kind and shortfall.when.meets(event):
            for run in reversed(runs):
                if run.started_on <= event.occurred_on:
                    run.short = (shortfall, event)
                    break
