"""`sendpath sen2`: check a return, load it, write it."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sendpath.config.cli import start_django

if TYPE_CHECKING:
    from sendpath.core.sen2.validate import Report

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
FAULTY, REFUSED = 1, 3


@click.group(short_help="Check, load and write SEN2 returns.")
def sen2() -> None:
    """Check, load and write SEN2 returns."""


@sen2.command(short_help="Check a return without loading it.")
@click.argument("file", type=FILE)
@click.option("--json", "as_json", is_flag=True, help="One JSON value, for programs.")
def validate(file: Path, as_json: bool) -> None:
    """Check a return without loading it.

    Each fault names the person by their place in the file, never by name. Exit code 1 if there
    are errors, 3 if the file was refused.
    """
    from sendpath.core.sen2.validate import validate as check

    with file.open("rb") as source:
        # a file's own moment has no time zone, so neither has the one it is compared with
        now = datetime.now()  # noqa: DTZ005
        report = check(source, size=file.stat().st_size, now=now)
    click.echo(json.dumps(_values(report)) if as_json else _words(report))
    if not report.accepted:
        sys.exit(REFUSED)
    sys.exit(FAULTY if report.counts["error"] else 0)


def _values(report: Report) -> dict[str, object]:
    return {
        "accepted": report.accepted,
        "refused_by": report.refused_by,
        "refusal": report.refusal,
        "counts": dict(report.counts),
        "issues": [asdict(issue) for issue in report.issues],
        "notes": [note.message for note in report.notes],
    }


def _words(report: Report) -> str:
    if not report.accepted:
        return f"Refused ({report.refused_by}). {report.refusal}"
    lines = [
        f"{issue.severity} {issue.rule}, "
        f"{f'person {issue.person}' if issue.person else 'the file'}, line {issue.line}: "
        f"{issue.message} {issue.fix}"
        for issue in report.issues
    ]
    lines += [f"note: {note.message}" for note in report.notes]
    counts = report.counts
    lines.append(
        f"{counts['person']:,} people, {counts['requests']:,} requests, "
        f"{counts['named_plan']:,} plans: {counts['error']:,} errors, {counts['query']:,} queries."
    )
    return "\n".join(lines)
