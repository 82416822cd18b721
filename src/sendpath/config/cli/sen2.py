"""`sendpath sen2`: check a return, load it, write it."""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

import click

from sendpath.config.cli import start_django

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
REFUSED = 3


@click.group(short_help="Check, load and write SEN2 returns.")
def sen2() -> None:
    """Check, load and write SEN2 returns."""


@sen2.command(short_help="Check a return without loading it.")
@click.argument("file", type=FILE)
@click.option("--json", "as_json", is_flag=True, help="One JSON value, for programs.")
def validate(file: Path, as_json: bool) -> None:
    """Check a return without loading it.

    Prints each fault with the person's place in the file, never their name. Exit code 1 if
    there are errors, 3 if the file was refused.
    """
    from sendpath.core.sen2.validate import validate as check

    with file.open("rb") as source:
        report = check(source, size=file.stat().st_size)
    if as_json:
        click.echo(json.dumps(report.as_json()))
    else:
        _print(report.as_json())
    if report.refused_by:
        sys.exit(REFUSED)
    sys.exit(1 if any(issue.severity == "error" for issue in report.issues) else 0)


def _print(report: dict[str, object]) -> None:
    click.echo(json.dumps(report, indent=1))
