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
    from sendpath.accounts.models import User
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


@sen2.command("import", short_help="Load a return into the record.")
@click.argument("file", type=FILE)
@click.option("--by", "username", required=True, help="Who loads it, by username.")
@click.option("--accept", is_flag=True, help="Record it. Without this, only say what would change.")
@click.option("--confirmed", is_flag=True, help="It is right although its header is in doubt.")
@click.option("--json", "as_json", is_flag=True, help="One JSON value, for programs.")
def import_(file: Path, username: str, accept: bool, confirmed: bool, as_json: bool) -> None:
    """Load a return: check it, compare it with the record, and with --accept record it.

    Loading the same file again changes nothing. Stopped at any moment, run it again. Exit code
    1 if people were left out for faults, 3 if the file was refused or is not accepted.
    """
    start_django()
    from django.core.exceptions import ValidationError

    from sendpath.core.sen2.refusal import Refused
    from sendpath.returns.services import uploads

    by = _person(username)
    try:
        with file.open("rb") as source:
            upload = uploads.receive(source=source, name=file.name, size=file.stat().st_size, by=by)
        uploads.end_stopped(like=upload, by=by)
        upload = uploads.read(upload=upload)
        if accept and not upload.refusal:
            upload = uploads.accept(upload=upload, by=by, confirmed=confirmed)
    except (Refused, ValidationError) as fault:
        reason = fault.message if isinstance(fault, Refused) else " ".join(fault.messages)
        click.echo(f"Refused. {reason}", err=True)
        sys.exit(REFUSED)
    if upload.refusal:
        click.echo(f"Refused. {upload.refusal}", err=True)
        sys.exit(REFUSED)
    counts = {"upload": upload.pk, "state": upload.state, **upload.counts}
    click.echo(json.dumps(counts, indent=None if as_json else 1))
    sys.exit(FAULTY if upload.counts["verdicts"].get("faulty") else 0)


@sen2.command(short_help="Write the return from the record.")
@click.option("--year", type=int, required=True, help="The survey year, such as 2026.")
@click.option("--by", "username", required=True, help="Who writes it, by username.")
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), default=Path())
@click.option("--json", "as_json", is_flag=True, help="One JSON value, for programs.")
def export(year: int, username: str, out: Path, as_json: bool) -> None:
    """Write the return of a survey year from the record as it stands, and check it.

    The file has the name the Department expects and the next serial number, and is readable by
    you only. Exit code 1 if what was written has errors.
    """
    start_django()
    from sendpath.returns.services import export as exporting

    by = _person(username)
    written = exporting.write(year=year, by=by)
    path = out / written.name
    with exporting.open_written(written=written, by=by) as source:
        path.touch(mode=0o600)
        path.write_bytes(source.read())
    counts = {"file": str(path), "serial": written.serial, **written.counts}
    click.echo(json.dumps(counts, indent=None if as_json else 1))
    sys.exit(FAULTY if written.counts["severities"].get("error") else 0)


def _person(username: str) -> User:
    from sendpath.accounts.models import User

    found = User.objects.filter(username=username, is_active=True).first()
    if found is None:
        raise click.UsageError(f"Nobody signs in as “{username}”. Check the spelling.")
    return found
