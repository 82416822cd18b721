"""The `sendpath` command.

Exit codes: 0 done; 1 done, and the answer is that something is wrong (faults in a file, a
check that fails); 2 the command was not understood; 3 the file was refused, and nothing
changed. `--json` gives one JSON value on standard output, for programs.
"""

from __future__ import annotations

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
        "demo-area": "demo",
        "demo-load": "demo",
        "demo-people": "demo",
        "rebuild": "record",
        "check": "record",
        "worker": "service",
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


def main() -> None:
    """Run the command line."""
    sendpath(prog_name="sendpath")
