"""Reads a rule against a case's history: which events start it, do it, or end it.

Dates are not counted here; only events are paired. Nothing is inferred from when an event was
written down.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from datetime import date

from sendpath.core.casefile.events import Event, Kind
from sendpath.core.dates import Calendars, age_on, months_away
from sendpath.core.law.reviews import CompletedReview, completed_reviews
from sendpath.core.law.rule import Repeats, Shortfall, Started, When, allowed
from sendpath.core.law.tape import Run, Tape

MONTHS_BEFORE_A_TRANSFER = 12

_Act = Callable[[Tape, Event, When], None]


class Reader:
    """A rule made ready to be read against many histories."""

    def __init__(self, rule: Started) -> None:
        self.rule = rule
        self.done_by = (*rule.done_by, _said_to_be_done(rule.key))
        self.start_kinds = frozenset(when.kind for when in rule.starts)
        # for runs from review to review: what starts one that no review is, and what does each
        self._firsts = tuple(when for when in rule.starts if when not in rule.done_by)
        self._doing = {when.kind: when for when in rule.done_by}
        self._acts: dict[Kind, list[tuple[_Act, When]]] = {}
        # The order matters where one event plays two parts: a refusal first does the duty
        # to decide, then closes the case to a repeat of the same request; and what does a duty
        # does not also give longer for it.
        for act, whens in (
            (Tape.confirm, rule.only_if),
            (Tape.count_from, rule.counted_from),
            (Tape.open_matter, rule.new_matter),
            (Tape.contact, rule.extends_after),
            (Tape.break_window, rule.broken_by),
            (Tape.do, self.done_by),
            (Tape.extend, rule.extends),
            (Tape.notice, rule.notices),
            (Tape.end, rule.ended_by),
            (Tape.settle, rule.settled_by),
            (Tape.reopen, rule.reopened_by),
            (Tape.close, rule.closes_case),
            (Tape.need_again, rule.needed_again_after),
            (Tape.need_no_more, rule.needless_after),
            (Tape.start, rule.starts),
        ):
            for when in whens:
                self._acts.setdefault(when.kind, []).append((act, when))
        for kind in rule.not_notice_after:
            silent = When(kind=kind, words="")
            self._acts.setdefault(kind, []).append((Tape.no_more_notices, silent))

    def runs(self, history: Sequence[Event], calendars: Calendars) -> list[Run]:
        """Return every run of the rule over standing events in the order they happened."""
        found = self._found(history, calendars)
        ages = self.rule.ages
        if ages is None:
            return found
        return [run for run in found if _age(run, history) in ages]

    def _found(self, history: Sequence[Event], calendars: Calendars) -> list[Run]:
        if self.rule.repeats is Repeats.REVIEWS:
            return self._between_reviews(history)
        if self.rule.repeats is Repeats.PLANNED:
            return self._towards_a_date(history, calendars)
        tape = Tape(self.rule, calendars, history)
        acts = self._acts
        for event in history:
            for act, when in acts.get(event.kind, ()):
                if not when.facts or allowed(event, when.facts):
                    act(tape, event, when)
        for shortfall in self.rule.shortfalls:
            _note_shortfalls(shortfall, history, tape.runs)
        return [run for run in tape.runs if run.confirmed]

    def _between_reviews(self, history: Sequence[Event]) -> list[Run]:
        reviews = completed_reviews(history)
        order = [_place(review.event) for review in reviews]
        for run in (runs := self._starts_of_reviews(history, reviews)):
            later = bisect_right(order, _place(run.trigger))
            if later < len(reviews):
                done = reviews[later]
                run.done, run.done_on = done.event, done.event.occurred_on
                run.done_by, run.meeting = self._doing[done.event.kind], done.meeting
            else:
                after = [event for event in history if _place(event) > _place(run.trigger)]
                held = [event for event in after if event.kind is Kind.REVIEW_MEETING_HELD]
                run.meeting = held[-1] if held else None
                self._end(run, after)
        return runs

    def _starts_of_reviews(
        self, history: Sequence[Event], reviews: Sequence[CompletedReview]
    ) -> list[Run]:
        first = [
            Run("", event, when, event.occurred_on)
            for event in history
            for when in self._firsts
            if event.kind is when.kind and when.meets(event)
        ][:1]
        if len(self._firsts) == len(self.rule.starts):
            return first
        return first + [
            Run(
                "",
                review.event,
                self._doing[review.event.kind],
                review.event.occurred_on,
                began_with=review.meeting,
                instead_of=review.instead_of,
            )
            for review in reviews
        ]

    def _towards_a_date(self, history: Sequence[Event], calendars: Calendars) -> list[Run]:
        """A date given again takes the place of the one before it, until that has come about."""
        runs: list[Run] = []
        for chapter in self._chapters(history, calendars):
            standing: dict[str, Run] = {}
            for event in chapter:
                for when in self._starts_by(event):
                    name = str(event.facts.get((*self.rule.run_named_by, "")[0]) or "")
                    standing[name] = Run(name, event, when, when.day_of(event, calendars))
            for run in standing.values():
                self._do_within_a_year(run, chapter, calendars)
            runs += standing.values()
        return runs

    def _chapters(self, history: Sequence[Event], calendars: Calendars) -> list[list[Event]]:
        """Split a history after each date that came about: what follows is about the next.

        A date that was written down only after it had come about belongs to what it ended.
        """
        kinds = {when.kind for when in self.rule.opened_by}
        chapters: list[list[Event]] = [[]]
        came_about = date.min
        for event in history:
            days = [when.day_of(event, calendars) for when in self._starts_by(event)]
            past = len(chapters) > 1 and any(day <= came_about for day in days)
            chapters[-2 if past else -1].append(event)
            if event.kind in kinds:
                chapters.append([])
                came_about = event.occurred_on
        return chapters

    def _starts_by(self, event: Event) -> list[When]:
        return [w for w in self.rule.starts if w.kind is event.kind and w.meets(event)]

    def _do_within_a_year(self, run: Run, history: Sequence[Event], calendars: Calendars) -> None:
        opens = months_away(run.started_on, -MONTHS_BEFORE_A_TRANSFER)
        for event in history:
            for when in self.done_by:
                if event.kind is when.kind and when.meets(event) and event.occurred_on >= opens:
                    run.done, run.done_by = event, when
                    run.done_on = when.day_of(event, calendars)
                    return
        self._end(run, [event for event in history if event.occurred_on >= opens])

    def _end(self, run: Run, history: Sequence[Event]) -> None:
        for event in history:
            for when in self.rule.ended_by:
                if event.kind is when.kind and when.meets(event):
                    run.ended, run.ended_by = event, when


def _said_to_be_done(key: str) -> When:
    """Return the event by which anyone may say that a duty without one of its own was done."""
    return When(
        kind=Kind.DUTY_DONE, words="It was recorded as done", facts={"clock": frozenset({key})}
    )


def _age(run: Run, history: Sequence[Event]) -> int | None:
    """Return the age in years on the day a run started, None where no birth is on record."""
    said = run.trigger.facts.get("child_age")
    if isinstance(said, int):
        return said
    born = next((e.occurred_on for e in history if e.kind is Kind.PERSON_BORN), None)
    return None if born is None else age_on(run.started_on, born)


def _place(event: Event) -> tuple[date, int]:
    return event.occurred_on, event.number


def _note_shortfalls(shortfall: Shortfall, history: Sequence[Event], runs: list[Run]) -> None:
    for event in history:
        if event.kind is shortfall.when.kind and shortfall.when.meets(event):
            for run in reversed(runs):
                if run.started_on <= event.occurred_on:
                    run.short = (shortfall, event)
                    break
