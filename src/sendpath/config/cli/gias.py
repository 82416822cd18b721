"""`sendpath gias`: load an extract of the national register of schools."""

from __future__ import annotations

import json
import sys
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sendpath.config.cli import open_record
from sendpath.config.cli.sen2 import FAULTY, FILE, person, refuse

if TYPE_CHECKING:
    from sendpath.accounts.models import User
    from sendpath.establishments.register.services import RegisterLoad

DAY = click.DateTime(formats=["%Y-%m-%d"])


@click.group(short_help="Load the national register of schools.")
def gias() -> None:
    """Load the national register of schools, Get Information About Schools (GIAS)."""


@gias.command("import", short_help="Load an extract of the register.")
@click.argument("file", type=FILE)
@click.option("--links", type=FILE, help="The file of links, of the same day.")
@click.option("--extract-on", type=DAY, help="Its day, if the file's name does not end in it.")
@click.option("--by", "username", required=True, help="Who loads it, by username.")
@click.option("--accept", is_flag=True, help="Record it. Without this, only say what would change.")
@click.option(
    "--confirmed", is_flag=True, help="It is whole although much that is held is missing."
)
@click.option("--json", "as_json", is_flag=True, help="One JSON value, for programs.")
def import_(
    file: Path,
    links: Path | None,
    extract_on: datetime | None,
    username: str,
    accept: bool,
    confirmed: bool,
    as_json: bool,
) -> None:
    """Load an extract: compare it with what is held, and with --accept record it.

    FILE is the whole register as downloaded: edubasealldata and a date, ending in .csv. Loading
    it again changes nothing, and what was held before is kept with its days. Exit code 1 if
    rows were left out for faults, 3 if the file was refused or is not accepted.
    """
    open_record()
    from django.core.exceptions import ValidationError

    from sendpath.core.gias.read import Refused
    from sendpath.establishments.register import services

    by = person(username, "import_returns")
    try:
        load = _loaded(file, links, extract_on, by)
        if accept and load.state == "ready":
            load = services.accept_now(load=load, by=by, confirmed=confirmed)
    except ValidationError as doubt:
        refuse(
            " ".join([*services.doubts(load), *doubt.messages, "If it is whole, add --confirmed."]),
            as_json=as_json,
        )
    except Refused as refused:
        refuse(str(refused), as_json=as_json)
    if load.state == "refused":
        refuse(load.refusal, as_json=as_json)
    told = {"load": load.pk, "state": load.state, "unknown_columns": load.unknown_columns}
    click.echo(json.dumps({**told, **load.counts}) if as_json else _words(load))
    sys.exit(FAULTY if load.counts["left_out"] else 0)


def _loaded(file: Path, links: Path | None, extract_on: datetime | None, by: User) -> RegisterLoad:
    from sendpath.establishments.register import services

    day = extract_on.date() if extract_on else services.day_in(file.name)
    if day is None:
        raise click.UsageError("The file's name does not end in its day. Give it by --extract-on.")
    with ExitStack() as opened:
        return services.load_now(
            source=opened.enter_context(file.open("rb")),
            links=opened.enter_context(links.open("rb")) if links else None,
            name=file.name,
            extract_on=day,
            by=by,
        )


def _words(load: RegisterLoad) -> str:
    from sendpath.establishments.register.selectors import summary

    lines = [f"The register as it was on {load.extract_on:%-d %B %Y}"]
    lines += [f"  {count.number:>7,}  {count.words}" for count in summary(load)]
    lines += [f"  {load.counts['links']:>7,}  Links between establishments"]
    if load.unknown_columns:
        lines.append(f"Columns nobody has seen before: {', '.join(load.unknown_columns)}")
    lines += [
        f"line {fault.line}, URN {fault.urn or 'none'}: {fault.words}"
        for fault in load.faults.all()[:20]
    ]
    if load.state == "ready":
        lines.append("Nothing is recorded yet: accept it on its page, or with --accept.")
    else:
        lines.append("It is recorded.")
    return "\n".join(lines)
