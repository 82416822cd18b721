"""`sendpath clocks`: the law applied to facts in a file, with no database."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from sendpath.core.law.evaluation import Evaluation
    from sendpath.core.law.history import Json


@click.command(short_help="Apply the law to facts in a JSON Lines file.")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--as-at",
    type=click.DateTime(formats=["%Y-%m-%d"]),
    help="The day to judge by. Without it, each line's own last day.",
)
@click.option("--json", "as_json", is_flag=True, help="One JSON value a line, for programs.")
def clocks(file: Path, as_at: datetime | None, as_json: bool) -> None:
    """Apply the law to facts in a file, one case a line.

    A line is a JSON object with "facts": {"events": [{"type": "ehc.request_received", "date":
    "2026-03-02"}], "exceptions": []}; "id" is kept, and "rule" limits the answer to one clock.
    Exit code 3 if a line cannot be read.
    """
    day = as_at.date() if as_at else None
    for number, line in enumerate(file.read_bytes().splitlines(), start=1):
        if line.strip():
            _answer(line, number, day, as_json=as_json)


def _answer(line: bytes, number: int, day: date | None, *, as_json: bool) -> None:
    from sendpath.core.law.explanation import explanation
    from sendpath.core.law.facts import BadFacts
    from sendpath.core.law.history import as_json as values_of

    try:
        case = json.loads(line)
        if not isinstance(case, dict):
            raise BadFacts("Each line must be a JSON object with “facts” in it.")
        results = list(_evaluations(case, day))
    except (BadFacts, json.JSONDecodeError, UnicodeDecodeError) as fault:
        click.echo(f"Line {number}: {fault}", err=True)
        raise SystemExit(3) from None
    if as_json:
        values = {"id": case.get("id"), "results": [values_of(result) for result in results]}
        click.echo(json.dumps(values, ensure_ascii=False))
        return
    click.echo(f"{case.get('id', f'Line {number}')}")
    for result in results:
        click.echo(f"  {result.key}: due {result.due}, {result.state}")
        for sentence in explanation(result):
            click.echo(f"    {sentence.text}")


def _evaluations(case: dict[str, Json], day: date | None) -> Iterator[Evaluation]:
    from sendpath.core.dates import england_and_wales
    from sendpath.core.law.facts import BadFacts, read_events
    from sendpath.core.law.history import as_at

    facts = case.get("facts")
    if not isinstance(facts, dict):
        raise BadFacts("There is no “facts”. Each line needs one, with a list of events.")
    events = read_events(facts)
    last = day or max(event.occurred_on for event in events)
    for evaluation in as_at(events, last, england_and_wales()):
        if case.get("rule") in (None, evaluation.key):
            yield evaluation
