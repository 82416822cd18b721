"""Running the service: its worker, and Django's own commands."""

from __future__ import annotations

import json
import signal
import sys
from types import FrameType

import click

from sendpath.config.cli import open_record, start_django


@click.command(short_help="Do queued jobs until stopped.")
def worker() -> None:
    """Do queued jobs, and what is due by the clock, until stopped by Ctrl+C or SIGTERM.

    Stopped so, it ends the job it is doing; one that takes long is put back where it next says
    how far it is. Any number may run. One that is killed loses nothing: its job is taken up
    again within a minute.
    """
    start_django()
    from sendpath.jobs.stopping import asked
    from sendpath.jobs.worker import run_until

    def stop(signum: int, frame: FrameType | None) -> None:
        asked.set()

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    run_until(asked)


@click.command(short_help="Say whether the service is well, in figures.")
@click.option("--json", "as_json", is_flag=True, help="One JSON value, for programs.")
def health(as_json: bool) -> None:
    """Say whether the service is well: what must hold, and the figures worth watching.

    Exit code 1 if something that must hold does not.
    """
    open_record()
    from sendpath.jobs.selectors.health import checks, figures

    found, now = checks(), figures()
    numbers = {
        "database": now.database,
        "database_bytes": now.database_bytes,
        "disk_free_bytes": now.disk_free_bytes,
        "jobs_waiting": now.waiting,
        "oldest_waiting_seconds": now.oldest_waiting.seconds if now.oldest_waiting else None,
        "jobs_running": now.running,
        "jobs_failed": now.failed,
        "workers": now.workers,
        "backup_age_seconds": now.backup.seconds if now.backup else None,
    }
    if as_json:
        click.echo(json.dumps({"checks": {check.name: check.ok for check in found}, **numbers}))
    else:
        lines = [f"{'ok' if check.ok else 'FAILING':8} {check.words}" for check in found]
        lines += [f"{name}: {value}" for name, value in numbers.items() if value is not None]
        click.echo("\n".join(lines))
    sys.exit(0 if all(check.ok for check in found) else 1)


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
