"""`sendpath clocks`: the law applied to facts in a file, with no database."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from sendpath.core.dates import Calendars
    from sendpath.core.law.deadline import Undatable
    from sendpath.core.law.evaluation import Evaluation
    from sendpath.core.law.history import Json

REFUSED = 3
SCHOOL_CALENDARS = "calendars.json"


@click.command(short_help="Apply the law to facts in a JSON Lines or YAML file.")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--as-at",
    type=click.DateTime(formats=["%Y-%m-%d"]),
    help="The day to judge by. Without it, each case's own last day.",
)
@click.option("--json", "as_json", is_flag=True, help="One JSON value a line, for programs.")
def clocks(file: Path, as_at: datetime | None, as_json: bool) -> None:
    """Apply the law to facts in a file, case by case.

    In JSON Lines a line is an object with "facts": {"events": [{"type": "ehc.request_received",
    "date": "2026-03-02"}], "exceptions": []}; "id" is kept, and "rule" limits the answer to one
    clock. A .yaml file holds worked cases as docs/how-to/propose-a-case.md shows them; one named
    after a clock is answered for that clock only. Term dates of schools are read from a
    calendars.json beside the file or in the folder above. Exit code 3 if a case cannot be read,
    which ends the run, or if a date in it cannot be worked out, which does not.
    """
    day = as_at.date() if as_at else None
    try:
        calendars = _calendars(file)
        lost = sum(_answer(*case, day, calendars, as_json=as_json) for case in _cases(file))
    except _Refused as fault:
        click.echo(str(fault), err=True)
        raise SystemExit(REFUSED) from None
    if lost:
        raise SystemExit(REFUSED)


class _Refused(Exception):
    """A file, or a case in it, that cannot be read; the message names it and says why."""


def _calendars(file: Path) -> Calendars:
    from sendpath.core.dates import england_and_wales
    from sendpath.core.law.facts import read_calendars

    known = england_and_wales()
    for folder in file.resolve().parents[:2]:
        beside = folder / SCHOOL_CALENDARS
        if beside.is_file():
            try:
                table = json.loads(beside.read_text("utf-8"))
                if not isinstance(table, dict):
                    raise ValueError("it must be an object with “school_calendars”.")
                return read_calendars(table, known)
            except ValueError as fault:
                raise _Refused(f"{beside.name}: {fault}") from fault
    return known


def _cases(file: Path) -> Iterator[tuple[str, dict[str, Json]]]:
    """Yield what to call each case of a file if it cannot be answered, and the case."""
    from sendpath.config.worked_cases import SUFFIXES, BadCase, read_cases
    from sendpath.core.law.clocks import CLOCKS

    if file.suffix.lower() not in SUFFIXES:
        yield from _lines(file)
        return
    for case in read_cases(file):
        if isinstance(case, BadCase):
            raise _Refused(str(case))
        every_clock = {**case, "rule": None}
        name = f"{file.name}, case {case['id']}"
        yield name, case if case["rule"] in CLOCKS else every_clock


def _lines(file: Path) -> Iterator[tuple[str, dict[str, Json]]]:
    try:
        text = file.read_text("utf-8")
    except UnicodeDecodeError as fault:
        raise _Refused(f"{file.name}: this is not text in UTF-8.") from fault
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        try:
            case = json.loads(line)
        except json.JSONDecodeError as fault:
            raise _Refused(f"Line {number}: {fault}") from fault
        if not isinstance(case, dict):
            raise _Refused(f"Line {number}: “{line}” is not an object with “facts”.")
        yield f"Line {number}", case


def _answer(
    name: str, case: dict[str, Json], day: date | None, calendars: Calendars, *, as_json: bool
) -> int:
    """Print the answer to a case; return how many of its dates cannot be worked out."""
    from sendpath.core.law.explanation import explanation
    from sendpath.core.law.history import as_json as values_of

    try:
        results, undatable = _told(case, day, calendars)
    except ValueError as fault:
        raise _Refused(f"{name}: {fault}") from fault
    for lost in undatable:
        click.echo(f"{name}: {lost.clock.key}: {lost.why}", err=True)
    if as_json:
        beside = [result.deadline for result in results]
        told = [values_of(result, beside) for result in results]
        values = {"id": case.get("id"), "results": told}
        click.echo(json.dumps(values, ensure_ascii=False))
        return len(undatable)
    click.echo(f"{case.get('id', name)}")
    for result in results:
        click.echo(f"  {result.key}: due {result.due}, {result.state}")
        for sentence in explanation(result):
            click.echo(f"    {sentence.text}")
    return len(undatable)


def _told(
    case: dict[str, Json], day: date | None, calendars: Calendars
) -> tuple[list[Evaluation], list[Undatable]]:
    from sendpath.core.law.evaluation import evaluate
    from sendpath.core.law.facts import BadFacts, read_events
    from sendpath.core.law.history import reckoned

    facts = case.get("facts")
    if not isinstance(facts, dict):
        raise BadFacts("There is no “facts”. Each line needs one, with a list of events.")
    events = read_events(facts)
    last = day or max(event.occurred_on for event in events)
    found = reckoned(events, last, calendars)
    results = [evaluate(d, last, calendars) for d in found.deadlines if _asked(case, d.key)]
    return results, [lost for lost in found.undatable if _asked(case, lost.clock.key)]


def _asked(case: dict[str, Json], key: str) -> bool:
    return case.get("rule") in (None, key)
