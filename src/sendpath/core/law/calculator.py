"""Which dates run from something that has happened: for anybody, with no case and no record.

What somebody does not know is left open: then every date that might run is given, each with the
answer on which it depends. Nothing is guessed, and a date that cannot be worked out is named
with the reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Generic, TypeVar

from sendpath.core.casefile.events import Event, Fact, Kind
from sendpath.core.dates import BeyondCalendar, Calendars, TermDates
from sendpath.core.law.asking import TERMS, Asked, counted_from, counts_school_days, questions
from sendpath.core.law.clock import Clock, Limit
from sendpath.core.law.deadline import Deadline, Undatable
from sendpath.core.law.deadlines import reckon
from sendpath.core.law.evaluation import evaluate
from sendpath.core.law.explanation import how_reached
from sendpath.core.law.rule import Contents, Held, Proposed, Rule, Span, Undated, When
from sendpath.core.law.rulebook import Rulebook
from sendpath.core.law.runs import Reader
from sendpath.core.law.sentence import Sentence
from sendpath.core.law.starting import BEGINNINGS, Bears, Beginnings, made_up
from sendpath.core.law.supposing import Supposed, Way, only_if, single_answers, suppositions

R = TypeVar("R", bound=Rule)
R_co = TypeVar("R_co", bound=Rule, covariant=True)

SCHOOL = "the school"
NO_TERMS = "Give the school's term dates, and this date can be worked out."
EARLIER = "It is counted from an earlier day. Say when this happened:"
SHORT_TERMS = "The term dates given do not reach far enough to work this date out. Add later terms."


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """What somebody says happened. `facts` holds only what they know.

    `then` gives the day of a later event from which a second limb of a limit runs; `terms` are
    those of the school whose days are counted.
    """

    kind: Kind
    on: date
    facts: Mapping[str, Fact] = field(default_factory=dict)
    then: Mapping[Kind, date] = field(default_factory=dict)
    terms: TermDates = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """One date that runs. `ways` are the answers, not given, on which it hangs."""

    deadline: Deadline
    why: tuple[Sentence, ...]
    ways: tuple[Way, ...] = ()

    @property
    def clock(self) -> Clock:
        """The clock it is a run of."""
        return self.deadline.clock

    @property
    def due(self) -> date:
        """The last day."""
        return self.deadline.due

    @property
    def only_if(self) -> str:
        """On which answers it hangs, as a sentence; empty if on none."""
        return only_if(self.ways)


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside(Generic[R_co]):
    """A rule that sets no day and bears on what happened, and the answers on which it hangs."""

    rule: R_co
    ways: tuple[Way, ...] = ()

    @property
    def only_if(self) -> str:
        """On which answers it hangs, as a sentence; empty if on none."""
        return only_if(self.ways)


@dataclass(frozen=True, slots=True, kw_only=True)
class NoDate:
    """A clock that runs although its last day cannot be worked out, and why."""

    clock: Clock
    why: str
    mistyped: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Everything that runs from what happened: dates the earliest first, the rest by rule."""

    dated: tuple[Dated, ...]
    undated: tuple[Beside[Undated], ...]
    contents: tuple[Beside[Contents], ...]
    held: tuple[tuple[Span, Held], ...]
    not_in_force: tuple[Beside[Proposed], ...]
    no_date: tuple[NoDate, ...]


def dates_from(
    happening: Happening, calendars: Calendars, beginnings: Beginnings = BEGINNINGS
) -> Answer:
    """Return every date and duty that runs from what happened.

    A kind of event on which no rule bears gives an empty answer. Of two ways to meet one duty by
    the same day, one is told.
    """
    bears = beginnings.bears.get(happening.kind, ())
    asked = {question.name: question for question in questions(happening.kind, bears)}
    case = _Case(happening, calendars, asked)
    clocks = [(one.rule, one.whens) for one in bears if isinstance(one.rule, Clock)]
    dated: list[Dated] = []
    no_date: list[NoDate] = []
    for clock, whens in clocks:
        found, why = case.dates(clock, whens)
        dated += found
        no_date += why
    shown = {(each.clock.key, each.due) for each in dated}
    own = [each for each in dated if (each.clock.otherwise, each.due) not in shown]
    return Answer(
        dated=tuple(sorted(own, key=lambda each: (each.due, each.clock.key))),
        undated=tuple(case.beside(bears, Undated)),
        contents=tuple(case.beside(bears, Contents)),
        held=tuple(case.held(bears)),
        not_in_force=tuple(case.beside(bears, Proposed)),
        no_date=tuple(no_date),
    )


def dates_of(
    clock: Clock, when: When, happening: Happening, calendars: Calendars
) -> tuple[Dated, ...]:
    """Return the dates of one clock as one of its starts would have it run."""
    found, _ = _Case(happening, calendars, {}).dates(clock, (when,))
    return tuple(found)


class _Case:
    """What somebody said, as a history of two events at most, for each answer they left open."""

    def __init__(
        self, happening: Happening, calendars: Calendars, asked: Mapping[str, Asked]
    ) -> None:
        self.happening = happening
        schools = {**calendars.schools, SCHOOL: happening.terms} if happening.terms else {}
        self.calendars = replace(calendars, schools=schools) if schools else calendars
        self.asked = asked

    def dates(self, clock: Clock, whens: Sequence[When]) -> tuple[list[Dated], list[NoDate]]:
        """Return the dates of one clock, or why it has none; nothing if it does not run."""
        book = Rulebook(clock.key, [clock])
        on, said, asked = self.happening.on, self.happening.facts, self.asked
        found, lost = self._reckoned(book, suppositions(clock, whens, on, said, asked))
        if not found:
            found, more = self._reckoned(book, single_answers(whens, said, asked))
            lost += more
        if not found and not lost:
            lost = self._wants_an_earlier_day(clock)
        return found, [] if found else lost[:1]

    def _wants_an_earlier_day(self, clock: Clock) -> list[NoDate]:
        earlier = counted_from(clock)
        if not earlier or any(when.kind in self.happening.then for when in earlier):
            return []
        said = " or ".join(f"“{when.words}”" for when in earlier)
        return [NoDate(clock=clock, why=f"{EARLIER} {said}.", mistyped=False)]

    def _reckoned(
        self, book: Rulebook, supposing: Iterable[Supposed]
    ) -> tuple[list[Dated], list[NoDate]]:
        ways: dict[tuple[object, ...], list[Way]] = {}
        deadlines: dict[tuple[object, ...], Deadline] = {}
        lost: list[NoDate] = []
        for supposed in supposing:
            reckoning = reckon(self.history(supposed.facts), self.calendars, book)
            for deadline in reckoning.deadlines:
                if deadline.trigger.number == 1 or counted_from(deadline.clock):
                    same = (deadline.due, deadline.limit.law, str(deadline.limit.count))
                    deadlines.setdefault(same, deadline)
                    ways.setdefault(same, []).append(supposed.way)
            lost += [self._no_date(undatable) for undatable in reckoning.undatable]
        return [self._dated(deadlines[same], ways[same]) for same in deadlines], lost

    def _dated(self, deadline: Deadline, ways: Iterable[Way]) -> Dated:
        on_the_day = evaluate(deadline, deadline.trigger.occurred_on, self.calendars)
        return Dated(deadline=deadline, why=how_reached(on_the_day), ways=tuple(ways))

    def _no_date(self, lost: Undatable) -> NoDate:
        why = self._why(lost.clock, lost.trigger, lost.started_on) or lost.why
        return NoDate(clock=lost.clock, why=why, mistyped=lost.mistyped)

    def _why(self, clock: Clock, trigger: Event, start: date) -> str:
        limits = [limit for limit in clock.limits if limit.covers(start, trigger)]
        if not any(counts_school_days(limit) for limit in limits):
            return ""
        return SHORT_TERMS if self.happening.terms else NO_TERMS

    def history(self, facts: Mapping[str, Fact]) -> tuple[Event, ...]:
        """Return the events, in the order in which they happened."""
        school: dict[str, Fact] = {TERMS: SCHOOL} if self.happening.terms else {}
        events = [made_up(self.happening.kind, self.happening.on, {**facts, **school})]
        events += [
            made_up(kind, day, number=number)
            for number, (kind, day) in enumerate(self.happening.then.items(), start=2)
        ]
        return tuple(sorted(events, key=lambda event: (event.occurred_on, event.number)))

    def beside(self, bears: tuple[Bears, ...], sort: type[R]) -> Iterator[Beside[R]]:
        """Yield the rules of one sort that bear on it and set no day."""
        said, on = self.happening.facts, self.happening.on
        for one in bears:
            if isinstance(one.rule, sort):
                ways = [
                    supposed.way
                    for supposed in suppositions(one.rule, one.whens, on, said, self.asked)
                    if self._bears(one.rule, one.whens, supposed.facts)
                ]
                if ways:
                    yield Beside(rule=one.rule, ways=tuple(ways))

    def _bears(self, rule: Rule, whens: tuple[When, ...], facts: Mapping[str, Fact]) -> bool:
        event = made_up(self.happening.kind, self.happening.on, facts)
        if isinstance(rule, Undated):
            runs = Reader(rule).runs((event,), self.calendars)
            return any(run.started_on >= rule.since for run in runs)
        return any(when.meets(event) for when in whens)

    def held(self, bears: tuple[Bears, ...]) -> Iterator[tuple[Span, Held]]:
        """Yield what holds for a time; what cannot be dated for want of a calendar is left out."""
        for one in bears:
            if isinstance(one.rule, Span):
                try:
                    reads = one.rule.reads(self.history(self.happening.facts), self.calendars)
                except (BeyondCalendar, ValueError, OverflowError):
                    continue
                yield from ((one.rule, held) for held in reads if held.because.number == 1)


def earliest(kind: Kind, beginnings: Beginnings = BEGINNINGS) -> date | None:
    """Return the first day on which a rule that this event starts was law; None if none says."""
    found: list[date] = []
    for one in beginnings.bears.get(kind, ()):
        if isinstance(one.rule, Span):
            return None
        found += [limit.since for limit in _limits(one.rule)]
        if isinstance(one.rule, Undated):
            found.append(one.rule.since)
    return min(found, default=None)


def _limits(rule: Rule) -> tuple[Limit, ...]:
    return rule.limits if isinstance(rule, Clock) else ()
