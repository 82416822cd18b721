"""What happened in a case, newest first, with what no longer stands marked as such."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sendpath.casework.models import Case, CaseEvent
from sendpath.core.casefile.catalogue import entry_of, happened
from sendpath.core.casefile.catalogue.corrections import why
from sendpath.core.casefile.events import Event, standing

RETURN, HERE = "sen2-", "casework"


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One entry of the record as a person reads it.

    `fate` says what became of an entry that no longer stands, and is empty for one that
    does.
    """

    number: int
    happened: str
    occurred_on: date
    at_latest: bool
    facts: tuple[tuple[str, str], ...]
    recorded_at: datetime
    recorded_by: str
    source: str
    fate: str
    may_correct: bool
    may_void: bool


def timeline(rows: Sequence[CaseEvent]) -> list[Happening]:
    """Return a case's record, the latest happening first."""
    events = {row.number: row.as_event() for row in rows}
    holds = {event.number for event in standing(events.values())}
    fates = _fates(events.values())
    lines = [_line(row, events, holds, fates) for row in rows]
    return sorted(lines, key=lambda line: (line.occurred_on, line.number), reverse=True)


def standing_events(case: Case) -> dict[int, Event]:
    """Return the entries of a case that still hold, by number, in the order they happened."""
    events = standing(row.as_event() for row in case.events.all())
    return {event.number: event for event in events}


def copied(rows: Iterable[CaseEvent]) -> frozenset[int]:
    """Return the numbers of the entries that came from a return or another system."""
    return frozenset(row.number for row in rows if row.source != HERE)


def _line(
    row: CaseEvent, events: dict[int, Event], holds: set[int], fates: dict[int, Event]
) -> Happening:
    event = events[row.number]
    entry = entry_of(event)
    stands = row.number in holds
    return Happening(
        number=row.number,
        happened=_voiding(event, events) if event.voids else happened(event),
        occurred_on=row.occurred_on,
        at_latest=event.facts.get("on_or_before") is True,
        facts=_facts(event),
        recorded_at=row.recorded_at,
        recorded_by=row.recorded_by.display_name,
        source=_source(row.source),
        fate="" if stands or event.voids else _fate(fates[row.number]),
        may_correct=stands and entry is not None,
        may_void=stands,
    )


def _facts(event: Event) -> tuple[tuple[str, str], ...]:
    entry = entry_of(event)
    said = entry.facts_in_words(event) if entry else ()
    if event.replaces:
        reason = why(event.facts.get("reason"))
        said += ((f"Corrects entry {event.replaces}", reason or "No reason on record"),)
    return said


def _voiding(event: Event, events: dict[int, Event]) -> str:
    reason = why(event.facts.get("reason")).lower()
    what = happened(events[event.voids]).lower() if event.voids in events else "an entry"
    because = f": {reason}" if reason else ""
    return f"Entry {event.voids} ({what}) marked as a mistake{because}"


def _fates(events: Iterable[Event]) -> dict[int, Event]:
    """Return the last word on each entry that another has replaced or voided, by its number."""
    fates: dict[int, Event] = {}
    for event in sorted(events, key=lambda event: event.number):
        if target := event.replaces or event.voids:
            fates[target] = event
    return fates


def _fate(last: Event) -> str:
    """Return what took an entry out of the record."""
    reason = why(last.facts.get("reason")).lower()
    what = f"Replaced by entry {last.number}" if last.replaces else "Marked as a mistake"
    return f"{what}: {reason}" if reason else what


def _source(source: str) -> str:
    if source.startswith(RETURN):
        return f"SEN2 return {source.removeprefix(RETURN)}"
    return "" if source == HERE else source
