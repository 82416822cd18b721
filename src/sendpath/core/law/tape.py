"""One rule's runs while a case's history is read from its first event to its last.

A run is one start of a rule with whatever became of it. Dates are not counted here; only
events are paired. Nothing is inferred from when an event was written down.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sendpath.core.casefile.events import Event, Fact
from sendpath.core.dates import Calendars, school_year
from sendpath.core.law.rule import Repeats, Shortfall, Started, When


@dataclass(slots=True, eq=False)
class Run:
    """One start of a rule and what became of it, as far as the events tell."""

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
    instead_of: Event | None = None
    """What the year to a review ran from before the plan that starts this run was made anew."""
    meeting: Event | None = None
    """The review meeting, where a second reading says that it is what counts."""
    takes_notice: bool = True
    confirmed: bool = True
    """Whether what it takes for the run to count came about, where it takes something."""

    @property
    def open(self) -> bool:
        """Whether it has been neither done nor ended."""
        return self.done is None and self.ended is None


class Tape:
    """The runs of one rule so far, while its history is read in order."""

    def __init__(self, rule: Started, calendars: Calendars, history: Sequence[Event] = ()) -> None:
        self.rule = rule
        self.calendars = calendars
        self.history = history
        self.runs: list[Run] = []
        self.open: list[Run] = []
        self.case_closed = False
        self.settled = False
        self.needless = False
        self.extender: Event | None = None
        self.origins: list[tuple[Event, When]] = []
        self.matter: Event | None = None

    def start(self, event: Event, when: When) -> None:
        if self.needless:
            return
        if self.rule.counted_from:
            origin = self._origin_of(event)
            if origin is None or any(run.trigger is origin[0] for run in self.runs):
                return
            event, when = origin
        day = when.day_of(event, self.calendars)
        name = self._name(event)
        last = self.runs[-1] if self.runs else None
        if last and last.open and self._same_start(last, name, day, when):
            if last.started_by.provisional and not when.provisional:
                last.trigger, last.started_by, last.started_on = event, when, day
            return
        if self._repeats(name, day):
            return
        if last and last.open and self.rule.repeats is Repeats.SUPERSEDES:
            self._end(last, event, when)
        run = Run(name, event, when, day, confirmed=not self.rule.only_if)
        if self.rule.extends_from_before:
            run.extended, self.extender = self.extender, None
        self.runs.append(run)
        self.open.append(run)
        self.case_closed = self.settled = False
        self._owe_nothing(run)

    def _owe_nothing(self, run: Run) -> None:
        if self.rule.unless and (found := self.rule.unless(run.trigger, self.history)):
            event, words = found
            self._end(run, event, When(kind=event.kind, words=words))
            self.case_closed = True

    def _same_start(self, last: Run, name: str, day: date, when: When) -> bool:
        firmer = last.started_by.provisional and not when.provisional
        weaker = when.provisional and not last.started_by.provisional
        return name == last.name and (firmer or (weaker and day == last.started_on))

    def _repeats(self, name: str, day: date) -> bool:
        repeats = self.rule.repeats
        if repeats is Repeats.FIRST_COUNTS:
            return bool(self.runs) and not self.case_closed
        if repeats is Repeats.BY_KEY and name:
            return any(run.name == name for run in self.open)
        if repeats is Repeats.YEARLY:
            year = school_year(day)
            return any(
                run.name == name and school_year(run.started_on) == year for run in self.runs
            )
        return False

    def do(self, event: Event, when: When) -> None:
        run = self._run_for(event)
        if run is None:
            last = self.runs[-1] if self.runs else None
            if not (last and last.done_by and last.done_by.implied and not when.implied):
                return
            run = last
        else:
            self.open.remove(run)
        run.done, run.done_by = event, when
        run.done_on = when.day_of(event, self.calendars)
        run.takes_notice = bool(when.day_from) and not event.facts.get(when.day_from)

    def notice(self, event: Event, when: When) -> None:
        last = self.runs[-1] if self.runs else None
        if last and last.done and last.done is not event and last.takes_notice:
            last.done, last.done_by, last.done_on = event, when, event.occurred_on
            last.takes_notice = False

    def no_more_notices(self, event: Event, when: When) -> None:
        if self.runs and self.runs[-1].done is not event:
            self.runs[-1].takes_notice = False

    def end(self, event: Event, when: When) -> None:
        named = any(event.facts.get(fact) for fact in self.rule.run_named_by)
        run = self._run_for(event)
        for ended in [run] if named and run else [] if named else list(self.open):
            if not self.matter or ended.trigger.occurred_on >= self.matter.occurred_on:
                self._end(ended, event, when)

    def _end(self, run: Run, event: Event, when: When) -> None:
        run.ended, run.ended_by = event, when
        self.open.remove(run)

    def count_from(self, event: Event, when: When) -> None:
        self.origins.append((event, when))

    def _origin_of(self, event: Event) -> tuple[Event, When] | None:
        named = _names(event, self.rule.run_named_by)
        for origin, when in reversed(self.origins):
            if not named or named & _names(origin, self.rule.run_named_by):
                return origin, when
        return None

    def open_matter(self, event: Event, when: When) -> None:
        self.matter = event

    def reopen(self, event: Event, when: When) -> None:
        if self.runs and self.runs[-1].ended and not self.settled:
            self.runs[-1].ended = self.runs[-1].ended_by = None
            self.runs[-1].reopened = event
            if self.runs[-1].open:
                self.open.append(self.runs[-1])
            self.case_closed = False

    def settle(self, event: Event, when: When) -> None:
        self.settled = True

    def need_no_more(self, event: Event, when: When) -> None:
        self.needless = True

    def need_again(self, event: Event, when: When) -> None:
        self.needless = False

    def close(self, event: Event, when: When) -> None:
        self.case_closed = True

    def extend(self, event: Event, when: When) -> None:
        self.extender = event
        if (run := self._run_for(event)) and run.extended is None:
            run.extended = event

    def confirm(self, event: Event, when: When) -> None:
        for run in self.open:
            run.confirmed = True

    def contact(self, event: Event, when: When) -> None:
        if (run := self._run_for(event)) and run.contacted is None:
            run.contacted = event

    def break_window(self, event: Event, when: When) -> None:
        if run := self._run_for(event):
            run.broken = event

    def _run_for(self, event: Event) -> Run | None:
        """Return the open run an event belongs to: by name, else the oldest or the newest."""
        if not self.open:
            return None
        candidates, facts = self.open, self.rule.run_named_by
        if facts and (named := _names(event, facts)) and any(run.name for run in candidates):
            candidates = [run for run in candidates if named & _names(run.trigger, facts)]
            if not candidates:
                return None
        return candidates[0 if self.rule.repeats is Repeats.BY_KEY else -1]

    def _name(self, event: Event) -> str:
        for fact in self.rule.run_named_by:
            if (value := event.facts.get(fact)) is not None:
                return str(value)
        return ""


def _names(event: Event, facts: Sequence[str]) -> set[Fact]:
    return {value for fact in facts if (value := event.facts.get(fact)) is not None}
