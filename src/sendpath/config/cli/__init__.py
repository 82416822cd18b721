"""The `sendpath` command.

Exit codes: 0 done; 1 done, and the answer is that something is wrong (faults in a file, a
check that fails); 2 the command was not understood, or is not for that person; 3 the file was
refused, and nothing changed; 4 the record cannot be reached, or is not set up. `--json` gives one
JSON value on standard output, for programs, and not for codes 2 and 4.
"""

from __future__ import annotations

import gc
import os

import click
import django

from sendpath import __version__


class Commands(click.Group):
    """Finds each command in its own module, so that the quick ones stay quick."""

    MODULES = {
        "clocks": "law",
        "law": "rules",
        "sen2": "sen2",
        "gias": "gias",
        "demo-area": "demo",
        "demo-load": "demo",
        "demo-people": "demo",
        "rebuild": "record",
        "check": "record",
        "invite": "people",
        "audit": "audit",
        "documents": "documents",
        "worker": "service",
        "health": "service",
        "manage": "service",
    }

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.MODULES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        import importlib

        if cmd_name not in self.MODULES:
            return None
        module = importlib.import_module(f"{__name__}.{self.MODULES[cmd_name]}")
        command: click.Command = getattr(module, cmd_name.replace("-", "_"))
        return command


@click.command(cls=Commands)
@click.version_option(__version__)
def sendpath() -> None:
    """SEND casework, waiting times and places for a whole local area."""


def start_django() -> None:
    """Make the record reachable for a command that needs it."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sendpath.config.settings")
    django.setup()
    # what is loaded by now stays: to look through it for waste, again and again, takes a tenth
    # of the time of a long command
    gc.freeze()


class NoRecord(click.ClickException):
    """The database is not there, or has not been set up for this version."""

    exit_code = 4


def open_record() -> None:
    """Make the record reachable, and stop in words where it can't be."""
    start_django()
    from django.db import DatabaseError

    from sendpath.accounts.models import User

    try:
        User.objects.exists()
    except DatabaseError as fault:
        why = str(fault).partition("\n")[0]
        raise NoRecord(
            f"The record cannot be used: {why}. Check SENDPATH_DATABASE_URL and SENDPATH_DATA, "
            f"then run: sendpath manage migrate"
        ) from None


def main() -> None:
    """Run the command line."""
    sendpath(prog_name="sendpath")
