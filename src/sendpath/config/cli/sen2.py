"""`sendpath sen2`: check a return, load it, write it."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from sendpath.config.cli import open_record

if TYPE_CHECKING:
    from sendpath.accounts.models import User
    from sendpath.core.sen2.validate import Report
    from sendpath.returns.models import Upload

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
        _counted(
            people=counts["person"],
            requests=counts["requests"],
            plans=counts["named_plan"],
            severities=counts,
        )
    )
    return "\n".join(lines)


def _counted(
    *, people: int, requests: int, plans: int, severities: Mapping[str, int], **others: object
) -> str:
    from sendpath.web.templatetags.govuk import plural

    errors = plural(severities.get("error", 0), "error")
    queries = plural(severities.get("query", 0), "query,queries")
    held = (plural(people, "person,people"), plural(requests, "request"), plural(plans, "plan"))
    return f"{', '.join(held)}: {errors}, {queries}."


@sen2.command("import", short_help="Load a return into the record.")
@click.argument("file", type=FILE)
@click.option("--by", "username", required=True, help="Who loads it, by username.")
@click.option("--accept", is_flag=True, help="Record it. Without this, only say what would change.")
@click.option("--confirmed", is_flag=True, help="It is right although its header is in doubt.")
@click.option("--json", "as_json", is_flag=True, help="One JSON value, for programs.")
def import_(file: Path, username: str, accept: bool, confirmed: bool, as_json: bool) -> None:
    """Load a return: check it, compare it with the record, and with --accept record it.

    Loading the same file again changes nothing. Stopped at any moment, run it again: what it
    had accepted is recorded to the end, and a load of the same file that still waits is
    replaced. Exit code 1 if people were left out for faults, 3 if the file was refused or is
    not accepted.
    """
    open_record()
    from django.core.exceptions import ValidationError

    from sendpath.core.sen2.refusal import Refused
    from sendpath.returns.services import uploads

    by = person(username, "import_returns")
    try:
        with file.open("rb") as source:
            size = file.stat().st_size
            upload = uploads.load_now(source=source, name=file.name, size=size, by=by)
        _go_on_only_if_ready(upload, accept=accept, confirmed=confirmed)
        if accept:
            upload = uploads.accept(upload=upload, by=by, confirmed=confirmed)
    except (Refused, ValidationError) as fault:
        reason = fault.message if isinstance(fault, Refused) else " ".join(fault.messages)
        refuse(reason, as_json=as_json)
    counts = {"upload": upload.pk, "state": upload.state, **upload.counts}
    click.echo(json.dumps(counts) if as_json else _words_of_load(upload))
    sys.exit(FAULTY if _left_out(upload) else 0)


def _go_on_only_if_ready(upload: Upload, *, accept: bool, confirmed: bool) -> None:
    from django.core.exceptions import ValidationError

    from sendpath.returns.selectors.uploads import doubts

    if upload.state != "ready":
        raise ValidationError(upload.refusal or "It was cancelled while it was being read.")
    if accept and not confirmed and (why := doubts(upload)):
        raise ValidationError([*why, "If it is the right return, add --confirmed."])


def refuse(reason: str, *, as_json: bool) -> NoReturn:
    """Say why a file was refused, and stop."""
    if as_json:
        click.echo(json.dumps({"state": "refused", "refusal": reason}))
    else:
        click.echo(f"Refused. {reason}", err=True)
    sys.exit(REFUSED)


def _left_out(upload: Upload) -> int:
    verdicts: dict[str, int] = upload.counts["verdicts"]
    left_out: int = upload.counts.get("left_out", verdicts.get("faulty", 0))
    return left_out


def _words_of_load(upload: Upload) -> str:
    from sendpath.returns.selectors.uploads import summary
    from sendpath.web.templatetags.govuk import plural

    lines = [f"The return of January {upload.survey_year}: {_counted(**upload.counts)}"]
    lines += [f"  {count.number:>7,}  {count.words}" for count in summary(upload)]
    done = upload.counts.get("done")
    if upload.state == "ready":
        lines.append("Nothing is recorded yet: accept it on its page, or with --accept.")
    elif not done or not any(done.values()):
        lines.append("It is accepted. Nothing had to be changed.")
    else:
        new = (
            plural(done.get("people", 0), "person,people"),
            plural(done.get("cases", 0), "case"),
            plural(done.get("events", 0), "event"),
        )
        lines.append(f"It is recorded. New in the record: {', '.join(new)}.")
    return "\n".join(lines)


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
    from sendpath.core.sen2.years import known_years

    if year not in known_years():
        known = ", ".join(map(str, known_years()))
        raise click.UsageError(f"No survey of {year} is known. Known survey years: {known}.")
    open_record()
    from sendpath.returns.services import export as exporting

    by = person(username, "export_returns")
    out.mkdir(parents=True, exist_ok=True)
    written = exporting.write(year=year, by=by)
    path = out / written.name
    with exporting.open_written(written=written, by=by) as source:
        path.touch(mode=0o600)
        path.chmod(0o600)  # it may have stood there before, open to others
        path.write_bytes(source.read())
    counts = {"file": str(path), "serial": written.serial, **written.counts}
    click.echo(json.dumps(counts) if as_json else f"{path}: {_counted(**written.counts)}")
    sys.exit(FAULTY if written.counts["severities"].get("error") else 0)


def person(username: str, act: str) -> User:
    """Return whoever signs in by that name, if they may do that; stop in words otherwise."""
    from sendpath.accounts.models import User
    from sendpath.accounts.roles import May

    found = User.objects.filter(username=username, is_active=True).first()
    if found is None:
        raise click.UsageError(f"Nobody signs in as “{username}”. Check the spelling.")
    if not found.may(May(act)):
        raise click.UsageError(
            f"{found.display_name} may not do this: {found.title or 'no role today'}"
        )
    return found
