"""What may be recorded in a child's case: by its name in an address, by a duty, by words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from sendpath.core.casefile.catalogue import BY_KEY, OF_A_CHILD, done
from sendpath.core.casefile.catalogue.entry import Entry, Group
from sendpath.core.casefile.catalogue.stages import STAGES
from sendpath.core.casefile.events import Kind
from sendpath.core.casefile.states import Stage
from sendpath.core.law.clock import Clock
from sendpath.core.law.clocks import RULES
from sendpath.core.law.evaluation import Evaluation
from sendpath.core.law.rule import Started

WORD = re.compile(r"\w+")
ENDING = "s"
"""Left off a word that is looked for, so that “complaints” finds a complaint."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recording:
    """What is recorded for a deadline, and the query that tells its form which one it is."""

    entry: Entry
    told: str

    @property
    def only_that(self) -> bool:
        """Whether nothing is recorded but that the duty was done."""
        return self.entry.kind is Kind.DUTY_DONE


@dataclass(frozen=True, slots=True)
class Part:
    """The entries under one heading, and its name in the address of the page."""

    group: Group
    entries: list[Entry]

    @property
    def anchor(self) -> str:
        """Return where a contents list leads."""
        return self.group.name.lower().replace("_", "-")


@dataclass(frozen=True, slots=True)
class Choice:
    """What somebody may say has happened: what is likely now, and everything, by part."""

    likely: list[Entry]
    parts: list[Part]

    @property
    def found(self) -> int:
        """Return how many there are to choose from, under all the headings."""
        return sum(len(part.entries) for part in self.parts)


def choice(stage: Stage, words: str) -> Choice:
    """Return what may be recorded in a case at a stage: of it all, what the words ask for.

    Nothing is likely once words are given: they say what is looked for.
    """
    likely = [] if words else [OF_A_CHILD[kind.value] for kind in STAGES[stage].likely]
    parts: dict[Group, list[Entry]] = {}
    for key, entry in OF_A_CHILD.items():
        if _means(key, words):
            parts.setdefault(entry.group, []).append(entry)
    return Choice(likely, [Part(group, entries) for group, entries in parts.items()])


def entry_named(key: str) -> Entry | None:
    """Return what may be recorded under a name in an address; None if that is nothing."""
    rule = RULES.get(key.removeprefix(f"{Kind.DUTY_DONE.value}."))
    made = entry_that_does(rule) if isinstance(rule, Started) else None
    return made if made and made.key == key else OF_A_CHILD.get(key)


def entry_that_does(rule: Started) -> Entry | None:
    """Return what is recorded to say that a duty was done: an event of its own, or that it was.

    None where there is nothing to do but to leave somebody time, and where it is no child's.
    """
    own = [when.kind.value for when in rule.done_by if not when.implied]
    if own:
        return next((OF_A_CHILD[kind] for kind in own if kind in OF_A_CHILD), None)
    if isinstance(rule, Clock) and rule.window:
        return None
    said = done.done(rule.key, rule.duty)
    return OF_A_CHILD.get(said.key) if said.key in BY_KEY else said


def recording_of(evaluation: Evaluation) -> Recording | None:
    """Return what is recorded to say that a deadline was met; None where there is nothing."""
    clock, trigger = evaluation.deadline.clock, evaluation.deadline.trigger
    entry = entry_that_does(clock)
    if entry is None:
        return None
    told = {
        question.fact: str(trigger.facts[question.fact])
        for question in entry.questions
        if question.fact in clock.run_named_by and trigger.facts.get(question.fact)
    }
    return Recording(entry=entry, told=f"?{urlencode(told)}" if told else "")


def _means(key: str, words: str) -> bool:
    return all(
        any(said.startswith(word.removesuffix(ENDING)) for said in _SAID[key])
        for word in _words((words,))
    )


def _words(texts: Iterable[str]) -> list[str]:
    """Return the words of some texts; one with a hyphen both as two words and as one."""
    both = " ".join(f"{text} {text.replace('-', '')}" for text in texts)
    return WORD.findall(both.casefold())


_SAID = {
    key: frozenset(_words((entry.happened, entry.group.value, entry.asks, entry.known_as)))
    for key, entry in OF_A_CHILD.items()
}
"""The words by which each entry is found."""
