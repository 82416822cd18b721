"""Cases written down as plain facts, read into events and calendars.

The shape is one JSON object a case: {"nation": "england", "events": [{"type", "date", ...}],
"exceptions": [{"ground", ...}], "calendar": name}. Everything in an event but its type and
date is one of its facts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time

from sendpath.core.casefile.events import Event, Fact, Kind
from sendpath.core.dates import Calendars, TermDates
from sendpath.core.law.history import Json

NATION = "england"
FIRST_DAYS = ("from", "first_closed", "date")


class BadFacts(ValueError):
    """Facts that cannot be read; the message says which, and what to write instead."""


def read_events(facts: Mapping[str, Json]) -> tuple[Event, ...]:
    """Return the events of a case, numbered in the order given.

    Each is taken to have been recorded on the day it happened. Raises `BadFacts` for an event
    type or a date that cannot be read, or a nation whose law this is not.
    """
    if facts.get("nation", NATION) != NATION:
        raise BadFacts(f"Only the law of England is known, not that of “{facts['nation']}”.")
    common = {"calendar": _fact("calendar", facts["calendar"])} if facts.get("calendar") else {}
    happened = [_event(n, row, common) for n, row in enumerate(_rows(facts, "events"), start=1)]
    if not happened:
        raise BadFacts("A case needs at least one event. Add one under “events”.")
    claims = _rows(facts, "exceptions")
    first = min(event.occurred_on for event in happened)
    happened += [_claim(n, row, first) for n, row in enumerate(claims, start=len(happened) + 1)]
    return tuple(happened)


def read_calendars(table: Mapping[str, Json], known: Calendars) -> Calendars:
    """Return `known` with the school calendars of a table added, by name."""
    schools = table.get("school_calendars") or {}
    if not isinstance(schools, dict):
        raise BadFacts("“school_calendars” must be an object of names with lists of terms.")
    named = {name: _terms(name, terms) for name, terms in schools.items()}
    return replace(known, schools={**known.schools, **named})


def _terms(name: str, terms: Json) -> TermDates:
    ranges = terms if isinstance(terms, list) else []
    pairs = [term for term in ranges if isinstance(term, list) and len(term) == 2]
    if not pairs or len(pairs) != len(ranges):
        raise BadFacts(f"The terms of “{name}” must be pairs of a first and a last day.")
    return tuple(sorted((_date(first, name), _date(last, name)) for first, last in pairs))


def _event(number: int, row: Mapping[str, Json], common: Mapping[str, Fact]) -> Event:
    name = row.get("type")
    if name not in set(Kind):
        raise BadFacts(
            f"Event {number} has the type “{name}”, which is not known. Use one of those in "
            f"core/casefile/events.py, such as {Kind.REQUEST_RECEIVED.value}."
        )
    kept = {key: _fact(key, value) for key, value in row.items() if key not in {"type", "date"}}
    day = _date(row.get("date"), f"event {number}, {name}")
    return _made(number, Kind(name), day, {**common, **kept})


def _claim(number: int, row: Mapping[str, Json], case_began: date) -> Event:
    if not row.get("ground"):
        raise BadFacts(f"Exception {number} names no ground. Add one, such as X_SCHOOL.")
    facts = {key: _fact(key, value) for key, value in row.items()}
    days = [_date(row[key], str(row["ground"])) for key in FIRST_DAYS if row.get(key)]
    return _made(number, Kind.EXCEPTION_CLAIMED, days[0] if days else case_began, facts)


def _made(number: int, kind: Kind, day: date, facts: Mapping[str, Fact]) -> Event:
    recorded = datetime.combine(day, time(17), tzinfo=UTC)
    return Event(number=number, kind=kind, occurred_on=day, recorded_at=recorded, facts=facts)


def _rows(facts: Mapping[str, Json], name: str) -> Iterable[Mapping[str, Json]]:
    rows = facts.get(name) or []
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise BadFacts(f"“{name}” must be a list of objects.")
    return [row for row in rows if isinstance(row, dict)]


def _fact(name: str, value: Json) -> Fact:
    if isinstance(value, list | dict):
        raise BadFacts(f"The fact “{name}” must be a single value: a day, a code or a count.")
    return value


def _date(value: Json, where: str) -> date:
    try:
        return date.fromisoformat(str(value))
    except ValueError as wrong:
        raise BadFacts(
            f"“{value}” ({where}) must be a real date written like 2026-03-02."
        ) from wrong
