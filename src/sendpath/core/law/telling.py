"""The shape in which a rule is told: parts, each with sentences and with groups of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sendpath.core.law.rule import When
from sendpath.core.law.source import Law


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence, with the provision it rests on or the key of the rule it leads to."""

    text: str
    law: Law | None = None
    rule: str = ""
    called: str = ""
    """What the law is called here; its whole name if empty."""


@dataclass(frozen=True, slots=True)
class Group:
    """Lines that belong together, under a few words."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One question about a rule with its answer: sentences, then groups of lines."""

    key: str
    heading: str
    lines: tuple[Line, ...] = ()
    groups: tuple[Group, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.lines or self.groups)


def grouped(*groups: tuple[str, Iterable[str]]) -> tuple[Group, ...]:
    """Return groups of plain sentences, leaving out those that are empty."""
    made = (Group(title, tuple(Line(words) for words in said)) for title, said in groups)
    return tuple(group for group in made if group.lines)


def sentence(words: str) -> str:
    """Return words as a sentence: with a capital, and a full stop if they have no end."""
    ended = words if words[-1:] in (".", "?", "!") else f"{words}."
    return f"{ended[:1].upper()}{ended[1:]}"


def sentences(whens: Iterable[When]) -> list[str]:
    """Return what happened in each of these events, as sentences, each once."""
    return list(dict.fromkeys(sentence(when.words) for when in whens))


def hour(written: str) -> str:
    """Return an hour written HH:MM as it is said: 5 pm, 9:30 am."""
    hours, _, minutes = written.partition(":")
    half = "am" if int(hours) < 12 else "pm"
    past = "" if minutes == "00" else f":{minutes}"
    return f"{int(hours) % 12 or 12}{past} {half}"
