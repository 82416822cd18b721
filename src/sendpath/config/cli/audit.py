"""`sendpath audit`: proving that the log is whole, and signing how far it has come."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path

import click

from sendpath.config.cli import open_record

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
FOLDER = click.Path(file_okay=False, path_type=Path)


@click.group()
def audit() -> None:
    """Check the log of who changed and saw what."""


@audit.command()
@click.option(
    "--checkpoint", "given", type=FILE, multiple=True, help="A checkpoint kept elsewhere; repeat."
)
@click.option("--public-key", default="", help="Whose checkpoints to trust, as you noted it down.")
@click.option("--json", "as_json", is_flag=True, help="One JSON value, for programs.")
def verify(given: tuple[Path, ...], public_key: str, as_json: bool) -> None:
    """Find any entry of the log that was altered, taken out, put in or put elsewhere.

    Makes every entry's hash again, follows both chains, and compares them with the checkpoints
    given, or with those still in SENDPATH_DATA. Only a checkpoint kept elsewhere, checked by a
    public key kept elsewhere, shows that a chain was cut short or written anew as a whole.
    Exit code 1 if anything is wrong, 3 if a checkpoint is not genuine.
    """
    open_record()
    from sendpath.audit import checkpoints, verifying

    paths = list(given) or checkpoints.kept_here()
    try:
        marks = checkpoints.marks(paths, key=public_key)
    except checkpoints.NotGenuine as refusal:
        click.echo(json.dumps({"refused": str(refusal)}) if as_json else str(refusal))
        sys.exit(3)
    done = verifying.verify(marks)
    if as_json:
        told = {"whole": not done.faults, "entries": done.entries, "checkpoints": len(paths)}
        click.echo(json.dumps({**told, "faults": [asdict(fault) for fault in done.faults]}))
    else:
        changes, looks = done.entries["changes"], done.entries["looks"]
        for fault in done.faults:
            click.echo(fault.words)
        end = "The log is whole." if not done.faults else "The log is not whole."
        click.echo(f"{end} {changes:,} changes, {looks:,} looks, {len(paths)} checkpoints.")
    sys.exit(1 if done.faults else 0)


@audit.command()
@click.option("--out", type=FOLDER, help="The folder to write into, instead of SENDPATH_DATA's.")
@click.option("--json", "as_json", is_flag=True, help="One JSON value, for programs.")
def checkpoint(out: Path | None, as_json: bool) -> None:
    """Sign how far the log has come, in a file to be kept elsewhere.

    A worker does this each night. Keep the files, and once the public key, where those who run
    this service can't change them.
    """
    open_record()
    from sendpath.audit import checkpoints

    path, key = checkpoints.write(to=out), checkpoints.public_key()
    if as_json:
        click.echo(json.dumps({"file": str(path), "public_key": key}))
    else:
        click.echo(f"Written: {path}\nPublic key, to be kept elsewhere too: {key}")
