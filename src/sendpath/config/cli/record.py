"""`sendpath rebuild` and `sendpath check`: deadlines worked out again, and compared."""

from __future__ import annotations

import json
import sys
import time

import click

from sendpath.config.cli import open_record


@click.command(short_help="Work every deadline out again from the events.")
@click.option("--json", "as_json", is_flag=True, help="One JSON value, for programs.")
def rebuild(as_json: bool) -> None:
    """Work every deadline out again from the events, and mend those that stand otherwise."""
    open_record()
    from sendpath.casework.services import deadlines

    started = time.monotonic()
    cases, made = deadlines.rebuild_all(by="sendpath rebuild")
    seconds = round(time.monotonic() - started, 3)
    if as_json:
        click.echo(json.dumps({"cases": cases, "deadlines": made, "seconds": seconds}))
    else:
        click.echo(f"{made:,} deadlines worked out for {cases:,} cases in {seconds:.1f} s.")


@click.command(short_help="Check that the record is whole.")
@click.option("--json", "as_json", is_flag=True, help="One JSON value, for programs.")
def check(as_json: bool) -> None:
    """Check that the record is whole.

    Works every deadline out again and compares it with what stands, looks for the triggers
    that keep events and the log from being changed, and follows the log's chain. Exit code 1
    if anything is wrong.
    """
    open_record()
    from sendpath.casework.services import check as whole

    found = whole.faults()
    if as_json:
        click.echo(json.dumps({"whole": not found, "faults": found}))
    else:
        click.echo("\n".join(found) or "The record is whole.")
    sys.exit(1 if found else 0)
