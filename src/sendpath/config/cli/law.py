"""`sendpath clocks`: the law applied to facts in a file, with no database."""

from __future__ import annotations

import json
from pathlib import Path

import click


@click.command(short_help="Apply the law to facts in a JSON Lines file.")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--as-at", help="The day to judge by, as 2026-04-14. Without it: the last fact's day."
)
@click.option("--json", "as_json", is_flag=True, help="One JSON value a line.")
def clocks(file: Path, as_at: str | None, as_json: bool) -> None:
    """Apply the law to facts: one JSON object a line with "rule" and "facts"."""
