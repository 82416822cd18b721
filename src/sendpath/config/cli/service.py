"""Running the service: its worker, and Django's own commands."""

from __future__ import annotations

import signal
import threading
from types import FrameType

import click

from sendpath.config.cli import start_django


@click.command(short_help="Do queued jobs until stopped.")
def worker() -> None:
    """Do queued jobs, and each day's checks, until stopped by Ctrl+C or SIGTERM.

    Any number may run. One that is killed loses nothing: its job is taken up again.
    """
    start_django()
    from sendpath.jobs.worker import run_until

    stopped = threading.Event()

    def stop(signum: int, frame: FrameType | None) -> None:
        stopped.set()

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    run_until(stopped.is_set)


@click.command(
    short_help="Run one of Django's commands, such as migrate.",
    context_settings={"ignore_unknown_options": True},
    add_help_option=False,
)
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def manage(arguments: tuple[str, ...]) -> None:
    """Run one of Django's management commands."""
    start_django()
    from django.core.management import execute_from_command_line

    execute_from_command_line(["sendpath manage", *arguments])
