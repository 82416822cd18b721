"""What a return says of a case against what the record holds: what to add, change or keep.

A fact that somebody at the council recorded or corrected is never overwritten by a file.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from sendpath.casework.selectors.for_return import RecordedFact
from sendpath.casework.services.record import NewEvent, Reason
from sendpath.core.casefile.events import Fact, Kind, standing
from sendpath.returns.mapping.facts import NOT_STATED, ON_OR_BEFORE, CaseFact, Place
from sendpath.returns.mapping.request import YOUNG_PERSON

FROM_RETURNS = "sen2-"
REASON = "reason"
ALIKE: Mapping[Fact, tuple[Fact, ...]] = {"parent": ("parent", YOUNG_PERSON)}
"""What a return says in one code and the record in several."""

_CODES = ("outcome", "by", "from_la", "due_on")


class Act(StrEnum):
    """What becomes of a fact."""

    ADD = "add"
    REPLACE = "replace"
    VOID = "void"
    KEEP = "keep"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One difference between a return and the record, in words, and what to record for it."""

    act: Act
    words: str
    new: NewEvent | None = None


@dataclass(frozen=True, slots=True)
class _Known:
    """A fact that stands in the record, where it came from, and where it first came from."""

    number: int
    fact: CaseFact
    source: str
    first_source: str

    @property
    def from_a_return(self) -> bool:
        """Whether a return may replace it: it came from a return, this one or another."""
        return self.source.startswith(FROM_RETURNS)


@dataclass(slots=True)
class _History:
    standing: list[_Known] = field(default_factory=list)
    mistakes: list[_Known] = field(default_factory=list)
    """Facts of returns that the council has marked as mistakes."""


def compared(
    wanted: Sequence[CaseFact], recorded: Sequence[RecordedFact], *, source: str, today: date
) -> list[Change]:
    """Return how the record of one case differs from what the return `source` says of it.

    Facts that only another year's return stated are left alone. `today` dates the voiding
    of a fact that this year's file no longer states.
    """
    history = _history(recorded)
    changes: list[Change] = []
    met: set[int] = set()
    for fact in wanted:
        change, known = _compared(fact, history, source, met)
        if change:
            changes.append(change)
        if known:
            met.add(known.number)
    changes += [
        _gone(known, source, today)
        for known in history.standing
        if known.number not in met and known.first_source == source and known.fact.place
    ]
    return changes


def in_words(fact: CaseFact) -> str:
    """Return the day of a fact and what was decided, as `3 March 2025 (assess)`."""
    day = f"{fact.occurred_on.day} {fact.occurred_on:%B %Y}"
    if fact.facts.get(ON_OR_BEFORE):
        day = f"by {day}"
    codes = [str(fact.facts[code]) for code in _CODES if fact.facts.get(code)]
    return f"{day} ({', '.join(codes).replace('_', ' ')})" if codes else day


def _compared(
    fact: CaseFact, history: _History, source: str, met: set[int]
) -> tuple[Change | None, _Known | None]:
    place = fact.place
    if place is None:
        raise ValueError(f"No place in a case is filled by {fact.kind} with {dict(fact.facts)}.")
    rivals = [k for k in history.standing if k.fact.place is place and k.number not in met]
    known = next((k for k in rivals if agrees(fact, k.fact)), None) or _rival(rivals, place, source)
    if known is None:
        return _missing(fact, place, history, source), None
    if agrees(fact, known.fact):
        return None, known
    told, held = in_words(fact), in_words(known.fact)
    if not known.from_a_return:
        words = f"{place.label}: {held} kept, as recorded here; the return says {told}"
        return Change(act=Act.KEEP, words=words), known
    new = NewEvent(
        kind=fact.kind,
        occurred_on=fact.occurred_on,
        facts={**fact.facts, REASON: Reason.SOURCE_CHANGED.value},
        replaces=known.number,
    )
    words = f"{place.label}: {told} instead of {held}"
    return Change(act=Act.REPLACE, words=words, new=new), known


def _missing(fact: CaseFact, place: Place, history: _History, source: str) -> Change:
    told = in_words(fact)
    for mistake in history.mistakes:
        same = mistake.first_source == source or agrees(fact, mistake.fact)
        if mistake.fact.place is place and same:
            words = f"{place.label}: {told} left out, as it was marked as a mistake here"
            return Change(act=Act.KEEP, words=words)
    new = NewEvent(kind=fact.kind, occurred_on=fact.occurred_on, facts=dict(fact.facts))
    return Change(act=Act.ADD, words=f"{place.label}: {told}", new=new)


def _rival(rivals: Sequence[_Known], place: Place, source: str) -> _Known | None:
    """Return the fact that stands where the return's fact would go, if there is one.

    What happens every year may stand many times: only this return's own fact is its rival.
    """
    own = [known for known in rivals if known.first_source == source]
    if own or place.yearly:
        return own[-1] if own else None
    return rivals[-1] if rivals else None


def agrees(told: CaseFact, held: CaseFact) -> bool:
    """Say whether what a return tells is true of the fact that is held.

    A day that the return does not give is true of any earlier day, and a ground that it
    does not state of any ground. What is held may say more.
    """
    loose = bool(told.facts.get(ON_OR_BEFORE))
    if held.occurred_on > told.occurred_on or (not loose and held.occurred_on < told.occurred_on):
        return False
    if not loose and held.facts.get(ON_OR_BEFORE):
        return False
    return all(
        held.facts.get(name) in ALIKE.get(value, (value,))
        for name, value in told.facts.items()
        if name != ON_OR_BEFORE and value != NOT_STATED
    )


def _gone(known: _Known, source: str, today: date) -> Change:
    place, held = known.fact.place, in_words(known.fact)
    label = place.label if place else known.fact.kind.value
    if known.source != source:
        words = f"{label}: {held} kept, as recorded here; the return no longer says it"
        return Change(act=Act.KEEP, words=words)
    new = NewEvent(
        kind=Kind.RECORD_VOIDED,
        occurred_on=today,
        facts={REASON: Reason.SOURCE_CHANGED.value},
        voids=known.number,
    )
    return Change(act=Act.VOID, words=f"{label}: {held} no longer in the return", new=new)


def _history(recorded: Sequence[RecordedFact]) -> _History:
    holding = {event.number for event in standing(row.event for row in recorded)}
    first = _first_sources(recorded)
    known = {
        row.event.number: _Known(row.event.number, _fact(row), row.source, first[row.event.number])
        for row in recorded
    }
    history = _History([known[n] for n in sorted(holding)])
    for row in recorded:
        target = known.get(row.event.voids or 0)
        by_the_council = not row.source.startswith(FROM_RETURNS)
        if target and by_the_council and target.from_a_return and target.number not in holding:
            history.mistakes.append(target)
    return history


def _first_sources(recorded: Iterable[RecordedFact]) -> dict[int, str]:
    """Return for each fact the source of the one it replaced, and so on back to the first."""
    first: dict[int, str] = {}
    for row in recorded:
        first[row.event.number] = first.get(row.event.replaces or 0, row.source)
    return first


def _fact(row: RecordedFact) -> CaseFact:
    event = row.event
    return CaseFact(kind=event.kind, occurred_on=event.occurred_on, facts=event.facts)
