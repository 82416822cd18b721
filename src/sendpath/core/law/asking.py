"""What to ask somebody who says what happened, so that the right dates run and no others.

The questions come from the rules that the event starts: whatever a start or a limit turns on is
asked, and nothing else. Every question may be left without an answer, and then every date that
might run is shown.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from sendpath.core.casefile.catalogue import ENTRIES
from sendpath.core.casefile.catalogue.entry import Answer, Question
from sendpath.core.casefile.events import Fact, Kind
from sendpath.core.dates import BeyondCalendar, england_and_wales
from sendpath.core.law.clock import Clock, Limit
from sendpath.core.law.counting import Ends, Hours
from sendpath.core.law.fact_words import ASKS, CHOICES, DAYS
from sendpath.core.law.rule import Rule, Started, When
from sendpath.core.law.starting import AN_ORDINARY_DAY, Bears

TERMS = "calendar"
"""The fact that names a school's term dates."""
THEN = "then."
MOST = 10_000


class Shape(StrEnum):
    """What an answer looks like."""

    CHOICE = "choice"
    NUMBER = "number"
    DATE = "date"
    TIME = "time"
    TERMS = "terms"


class NotAnAnswer(ValueError):
    """An answer that its question does not allow; the message says what to give instead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One question. `name` is the fact it settles, or `then.` and the kind of a later event."""

    name: str
    asks: str
    shape: Shape
    choices: tuple[tuple[Fact, str], ...] = ()
    hint: str = ""

    def in_words(self, value: object) -> str:
        """Return an answer as a person would say it; a code nobody has named, as it stands."""
        for code, words in self.choices:
            if code == value and type(code) is type(value):
                return words
        return _plain(value)

    def read(self, text: str) -> Fact:
        """Return an answer given as text, by its code. Raises `NotAnAnswer`."""
        said = text.strip()
        if self.shape is Shape.CHOICE:
            return self._chosen(said)
        if self.shape is Shape.NUMBER:
            if said.isascii() and said.isdigit() and int(said) < MOST:
                return int(said)
            raise NotAnAnswer(f"“{said}” is not a whole number. {self.asks}")
        try:
            if self.shape is Shape.TIME:
                return time.fromisoformat(said).strftime("%H:%M")
            return date.fromisoformat(said).isoformat()
        except ValueError:
            like = "14:30" if self.shape is Shape.TIME else "2026-03-02"
            raise NotAnAnswer(f"“{said}” cannot be read. Write it like {like}.") from None

    def _chosen(self, said: str) -> Fact:
        for code, _ in self.choices:
            if said == code_of(code):
                return code
        offered = ", ".join(code_of(code) for code, _ in self.choices)
        raise NotAnAnswer(f"“{said}” is not one of the answers. Give one of: {offered}.")


def code_of(fact: Fact) -> str:
    """Return how an answer is written in an address or on the command line."""
    if isinstance(fact, bool):
        return "yes" if fact else "no"
    return str(fact)


def day_asked(kind: Kind, bears: Sequence[Bears]) -> Asked:
    """Return the question for the day itself.

    Where every rule looks at a day that the event only tells of, that day is asked for.
    """
    told = {when.day_from for one in bears for when in one.whens}
    if len(told) == 1 and (fact := told.pop()):
        return Asked(name="on", asks=DAYS.get(fact, "On what day?"), shape=Shape.DATE)
    entry = next((entry for entry in ENTRIES if entry.kind is kind), None)
    asks = entry.asks if entry else "On what day?"
    return Asked(name="on", asks=asks, shape=Shape.DATE)


def questions(kind: Kind, bears: Sequence[Bears]) -> tuple[Asked, ...]:
    """Return what to ask beside the day, for the rules that an event of this kind bears on."""
    found: dict[str, Asked] = {}
    for asked in (*_of_facts(kind, bears), *_of_the_day(kind, bears), *_of_limits(kind, bears)):
        found.setdefault(asked.name, asked)
    return tuple(found.values())


def _of_facts(kind: Kind, bears: Sequence[Bears]) -> Iterator[Asked]:
    values: dict[str, list[Container[Fact]]] = {}
    for one in bears:
        for when in one.whens:
            for name, allowed in when.facts.items():
                values.setdefault(name, []).append(allowed)
        for limit in _limits(one):
            for name, allowed in limit.facts.items():
                values.setdefault(name, []).append(allowed)
    for name, forms in values.items():
        yield _about(kind, name, forms)


def _about(kind: Kind, name: str, allowed: Iterable[Container[Fact]]) -> Asked:
    question = _question(kind, name)
    asks = question.asks if question else ASKS.get(name, f"{_plain(name)}?")
    hint = question.hint if question else ""
    values = list(dict.fromkeys(value for values in allowed for value in known(values)))
    if values and all(isinstance(value, bool) for value in values):
        return Asked(
            name=name, asks=asks, hint=hint, shape=Shape.CHOICE,
            choices=((True, "Yes"), (False, "No")),
        )  # fmt: skip
    if values and all(isinstance(value, int) for value in values):
        return Asked(name=name, asks=asks, hint=hint, shape=Shape.NUMBER)
    if question and question.answer is Answer.CHOICE:
        choices = question.choices
    else:
        words: dict[Fact, str] = {code: said for code, said in CHOICES.get(name, {}).items()}
        named = (value for value in values if value not in words)
        words |= {value: _plain(value) for value in named}
        if name not in CHOICES and "other" not in words:
            words["other"] = "None of these"
        choices = tuple(words.items())
    return Asked(name=name, asks=asks, hint=hint, shape=Shape.CHOICE, choices=choices)


def known(values: Container[Fact]) -> list[Fact]:
    """Return the values that a rule names for a fact, in a settled order, without “not known”."""
    if isinstance(values, range):
        return list(values)
    if isinstance(values, Iterable):
        return sorted((value for value in values if value is not None), key=code_of)
    return []


def _of_the_day(kind: Kind, bears: Sequence[Bears]) -> Iterator[Asked]:
    whens = [when for one in bears for when in one.whens]
    told = dict.fromkeys(when.day_from for when in whens)
    if len(told) > 1:
        for fact in filter(None, told):
            question = _question(kind, fact)
            asks = question.asks if question else ASKS.get(fact, f"{_plain(fact)}?")
            hint = question.hint if question else ""
            yield Asked(name=fact, asks=asks, hint=hint, shape=Shape.DATE)
    if any(when.by_post for when in whens):
        yield Asked(
            name="method",
            asks=ASKS["method"],
            shape=Shape.CHOICE,
            choices=tuple(CHOICES["method"].items()),
            hint="A letter sent by post is taken to arrive later.",
        )


def _of_limits(kind: Kind, bears: Sequence[Bears]) -> Iterator[Asked]:
    for one in bears:
        for limit in _limits(one):
            for fact in filter(None, (limit.given_by, limit.no_later_than)):
                yield Asked(name=fact, asks=ASKS["due_on"], shape=Shape.DATE)
            if isinstance(limit.count, Hours):
                hint = "Use the 24-hour clock, like 14:30."
                yield Asked(name="time", asks=ASKS["time"], shape=Shape.TIME, hint=hint)
            if counts_school_days(limit):
                yield Asked(
                    name=TERMS,
                    asks="What are the school’s term dates?",
                    shape=Shape.TERMS,
                    hint="Paste them from the school’s website. Give each term or half term a "
                    "line, with its first and its last day, like 2 September 2025 to 24 October "
                    "2025. End a line before a training day and begin another after it.",
                )
        if ages_of(one.rule) is not None:
            yield Asked(name="child_age", asks=ASKS["child_age"], shape=Shape.NUMBER)
        later = (*_extends(one), *counted_from(one.rule))
        yield from (_then(when) for when in later if when.kind is not kind)


def _then(when: When) -> Asked:
    return Asked(
        name=f"{THEN}{when.kind.value}",
        asks=f"{when.words}. If that has happened, on what day?",
        shape=Shape.DATE,
    )


def ages_of(rule: Rule) -> Container[int | None] | None:
    """Return the ages of those a rule is about, None if it is about anybody."""
    return rule.ages if isinstance(rule, Started) else None


def counted_from(rule: Rule) -> tuple[When, ...]:
    """Return the earlier events from which a rule counts, where it does not from its start."""
    return rule.counted_from if isinstance(rule, Started) else ()


def _extends(one: Bears) -> tuple[When, ...]:
    return one.rule.extends if isinstance(one.rule, Started) else ()


def _limits(one: Bears) -> tuple[Limit, ...]:
    return one.rule.limits if isinstance(one.rule, Clock) else ()


def counts_school_days(limit: Limit) -> bool:
    """Say whether a limit, or a reading of it, cannot be counted without a school's term dates."""
    return by_school(limit.count) or any(reading.needs == TERMS for reading in limit.readings)


def by_school(count: Ends) -> bool:
    """Say whether a length of time is counted in one school's own days."""
    try:
        count.last_day(AN_ORDINARY_DAY, england_and_wales(), "")
    except BeyondCalendar:
        return True
    return False


def _question(kind: Kind, fact: str) -> Question | None:
    entries = (entry for entry in ENTRIES if entry.kind is kind)
    return next((q for entry in entries for q in entry.questions if q.fact == fact), None)


def _plain(value: object) -> str:
    words = re.sub(r"[_.]+", " ", str(value)).strip()
    return words[:1].upper() + words[1:]
