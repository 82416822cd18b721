"""What might be so where somebody does not know: one supposition for each way a rule can start.

The engine takes a fact that is missing for any value of it. Somebody who reads the answer needs
more: which answer each date hangs on. So each way is supposed in turn, and told.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from sendpath.core.casefile.events import Fact
from sendpath.core.law.asking import Asked, Shape, ages_of, known
from sendpath.core.law.clock import Clock, Limit
from sendpath.core.law.rule import Rule, When

OLDEST = 25
FEW = 3
"""More answers than this are not listed one by one."""

Way = tuple[str, ...]
"""The answers a date hangs on, all of them needed, each as it ends the sentence “Only if …”."""
Conditions = Mapping[str, Container[Fact]]


@dataclass(frozen=True, slots=True)
class Supposed:
    """Facts that might be so, and the answers they suppose."""

    facts: Mapping[str, Fact]
    way: Way


def only_if(ways: Sequence[Way]) -> str:
    """Return on which answers something hangs, as a sentence; empty where it hangs on none."""
    if not ways or () in ways:
        return ""
    least = [way for way in ways if not any(set(other) < set(way) for other in ways)]
    said = list(dict.fromkeys(" and ".join(way) for way in least))
    return f"Only if {'; or if '.join(said)}."


def hangs_on(turn: Conditions, asked: Mapping[str, Asked]) -> str:
    """Return on which answers something hangs that turns on these facts, as a sentence."""
    supposed = _met([turn], [], {}, asked, None)
    return only_if([supposed.way]) if supposed else ""


def suppositions(
    rule: Rule,
    whens: Sequence[When],
    on: date,
    said: Mapping[str, Fact],
    asked: Mapping[str, Asked],
) -> Iterator[Supposed]:
    """Yield the ways in which one of these events may start a rule on a day, given what was said.

    A way that what was said rules out is left out.
    """
    for when in whens:
        for limit, before in _limits(rule, on):
            taken = [facts for facts in before if len(facts) == 1]
            if supposed := _met([when.facts, limit], taken, said, asked, ages_of(rule)):
                yield supposed


def single_answers(
    whens: Sequence[When], said: Mapping[str, Fact], asked: Mapping[str, Asked]
) -> Iterator[Supposed]:
    """Yield each answer not given that no form of the event names, and that may yet decide."""
    named = {name for when in whens for name in when.facts}
    for question in asked.values():
        if question.name in said or question.name in named or question.shape is not Shape.CHOICE:
            continue
        for value, words in question.choices:
            yield Supposed({**said, question.name: value}, (_answer(question, f"“{words}”"),))


def _limits(rule: Rule, on: date) -> Iterator[tuple[Conditions, list[Conditions]]]:
    """Yield what each limit of that day turns on, with what those before it take for theirs."""
    in_force: list[Limit] = []
    if isinstance(rule, Clock):
        in_force = [
            limit
            for limit in rule.limits
            if limit.since <= on and (limit.until is None or on <= limit.until)
        ]
    for place, limit in enumerate(in_force):
        yield limit.facts, [earlier.facts for earlier in in_force[:place]]
    if not in_force:
        yield {}, []


def _met(
    conditions: Sequence[Conditions],
    taken: Sequence[Conditions],
    said: Mapping[str, Fact],
    asked: Mapping[str, Asked],
    ages: Container[int | None] | None,
) -> Supposed | None:
    facts: dict[str, Fact] = dict(said)
    way: list[str] = []
    names = dict.fromkeys(name for turn in (*conditions, *taken) for name in turn)
    for name in names:
        allowed = [turn[name] for turn in conditions if name in turn]
        barred = [turn[name] for turn in taken if name in turn]
        if name in said:
            if not all(said[name] in values for values in allowed):
                return None
            continue
        values = [value for value in _values(name, allowed, asked) if _free(value, allowed, barred)]
        if barred and name in asked and not values:
            return None
        if values:
            facts[name] = values[0]
            way += _needed(asked[name], values) if name in asked else []
        elif not all(None in values for values in allowed):
            return None
    if ages is not None and "child_age" not in said:
        years = [age for age in range(OLDEST + 1) if age in ages]
        facts["child_age"] = years[0]
        way.append(f"the child or young person is {_between(years)}")
    return Supposed(facts, tuple(way))


def _values(
    name: str, allowed: Sequence[Container[Fact]], asked: Mapping[str, Asked]
) -> list[Fact]:
    if allowed:
        return known(allowed[0])
    return [value for value, _ in asked[name].choices] if name in asked else []


def _free(
    value: Fact, allowed: Sequence[Container[Fact]], barred: Sequence[Container[Fact]]
) -> bool:
    return all(value in values for values in allowed) and not any(
        value in values for values in barred
    )


def _needed(question: Asked, values: Sequence[Fact]) -> list[str]:
    """Return the answers that are needed; nothing where every answer offered will do."""
    offered = [value for value, _ in question.choices]
    if offered and all(value in values for value in offered):
        return []
    if question.shape is Shape.NUMBER:
        return [_answer(question, _numbers(values))]
    named = [f"“{words}”" for value, words in question.choices if value in values]
    if not named:
        named = [f"“{question.in_words(value)}”" for value in values]
    others = [f"“{words}”" for value, words in question.choices if value not in values]
    if len(named) > FEW and 0 < len(others) <= FEW:
        return [f"the answer to “{question.asks}” is not {_or(others)}"]
    return [_answer(question, _or(named))]


def _numbers(values: Sequence[Fact]) -> str:
    numbers = sorted(value for value in values if isinstance(value, int))
    whole = all(after == before + 1 for before, after in pairwise(numbers))
    if whole and len(numbers) > FEW:
        return f"{numbers[0]} to {numbers[-1]}" if numbers[-1] < 100 else f"{numbers[0]} or more"
    return _or([str(number) for number in numbers])


def _answer(question: Asked, answers: str) -> str:
    return f"the answer to “{question.asks}” is {answers}"


def _or(words: list[str]) -> str:
    return " or ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def _between(years: Sequence[int]) -> str:
    youngest, oldest = years[0], years[-1]
    if youngest == 0:
        return f"under {oldest + 1}"
    return f"aged {youngest} or over" if oldest == OLDEST else f"aged {youngest} to {oldest}"
