"""What may have happened, for somebody who asks which dates run from it.

The list is made from the rules' own starting events, so a new rule brings its own. Each kind of
event stands once, in the section that has most to say of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from types import MappingProxyType

from sendpath.core.casefile.catalogue import BY_KEY, happened
from sendpath.core.casefile.events import Event, Fact, Kind
from sendpath.core.dates import BeyondCalendar, england_and_wales
from sendpath.core.law.clock import Clock
from sendpath.core.law.clocks import SECTIONS, Section
from sendpath.core.law.fact_words import HAPPENED
from sendpath.core.law.finding import holds, words_of
from sendpath.core.law.rule import Contents, Proposed, Rule, Span, Started, When

AN_ORDINARY_DAY = date(2026, 3, 2)


@dataclass(frozen=True, slots=True)
class Bears:
    """A rule that a kind of event bears on, and the forms of the event it knows."""

    section: Section
    rule: Rule
    whens: tuple[When, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StartingPoint:
    """One thing that may have happened, in words."""

    kind: Kind
    words: str
    section: Section
    starts: tuple[str, ...]
    """What must be done because of it, as each rule puts it."""
    also_called: str
    """Other words for it: looked through, not shown."""


class Beginnings:
    """Which rules each kind of event bears on. Made once from the sections of the law."""

    def __init__(self, sections: Sequence[Section]) -> None:
        found: dict[Kind, list[Bears]] = {}
        for section in sections:
            for rule in section.rules:
                for kind, whens in _beginnings(rule):
                    found.setdefault(kind, []).append(Bears(section, rule, whens))
        kinds = (kind for kind in Kind if kind in found and kind is not Kind.DUTY_DONE)
        self.bears: Mapping[Kind, tuple[Bears, ...]] = MappingProxyType(
            {kind: tuple(found[kind]) for kind in kinds}
        )
        points = (_point(kind, bears) for kind, bears in self.bears.items())
        self.points = tuple(sorted(points, key=lambda point: point.section.letter))

    def by_section(self, words: str = "") -> Iterator[tuple[Section, list[StartingPoint]]]:
        """Yield what may have happened, by section; only what holds the words, if any."""
        sought = words_of(words)
        found: dict[str, list[StartingPoint]] = {}
        for point in self.points:
            said = (point.words, *point.starts, point.also_called, point.section.title)
            if holds(" ".join(said), sought):
                found.setdefault(point.section.letter, []).append(point)
        for points in found.values():
            yield points[0].section, points

    def words_for(self, kind: Kind) -> str:
        """Return what to call a kind of event; raises KeyError if no rule knows it."""
        return _name(kind, [when for bears in self.bears[kind] for when in bears.whens])


def _beginnings(rule: Rule) -> Iterator[tuple[Kind, tuple[When, ...]]]:
    whens: tuple[When, ...] = ()
    if isinstance(rule, Started):
        whens = rule.starts
    elif isinstance(rule, Contents):
        whens = rule.acts
    elif isinstance(rule, Proposed):
        whens = rule.asked_by
    elif isinstance(rule, Span):
        yield from ((kind, ()) for kind in Kind if _begins_a_span(rule, kind))
    for kind in dict.fromkeys(when.kind for when in whens):
        yield kind, tuple(when for when in whens if when.kind is kind)


def _begins_a_span(rule: Span, kind: Kind) -> bool:
    """Whether such an event, all by itself, makes something hold: a span tells only by trying."""
    try:
        return bool(rule.reads((made_up(kind, AN_ORDINARY_DAY),), england_and_wales()))
    except (BeyondCalendar, ValueError, OverflowError):
        return False


def made_up(
    kind: Kind, day: date, facts: Mapping[str, Fact] | None = None, number: int = 1
) -> Event:
    """Return an event that stands for one somebody has told of, and nobody has recorded."""
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    return Event(number=number, kind=kind, occurred_on=day, recorded_at=noon, facts=facts or {})


def _point(kind: Kind, bears: Sequence[Bears]) -> StartingPoint:
    whens = [when for one in bears for when in one.whens]
    return StartingPoint(
        kind=kind,
        words=_name(kind, whens),
        section=_section(bears),
        starts=tuple(dict.fromkeys(one.rule.duty for one in bears)),
        also_called=_also_called(bears, whens),
    )


def _section(bears: Iterable[Bears]) -> Section:
    found = [one.section for one in bears]
    counted = Counter(section.letter for section in found)
    return min(found, key=lambda section: (-counted[section.letter], section.letter))


def _name(kind: Kind, whens: Sequence[When]) -> str:
    firm = list(dict.fromkeys(when.words for when in whens if not when.provisional))
    said = firm or list(dict.fromkeys(when.words for when in whens))
    if len(said) == 1:
        return said[0]
    if words := _entry_words(kind) or HAPPENED.get(kind, ""):
        return words
    by_want = sorted(whens, key=lambda when: (when.provisional, len(when.facts)))
    return by_want[0].words if by_want else happened(made_up(kind, AN_ORDINARY_DAY))


def _entry_words(kind: Kind) -> str:
    entry = BY_KEY.get(kind.value)
    return entry.happened if entry else ""


def _also_called(bears: Iterable[Bears], whens: Iterable[When]) -> str:
    said = [when.words for when in whens]
    for one in bears:
        said.append(one.rule.key.replace("_", " "))
        if isinstance(one.rule, Clock):
            said += [when.words for when in one.rule.extends]
    return " ".join(dict.fromkeys(said))


BEGINNINGS = Beginnings(SECTIONS)
