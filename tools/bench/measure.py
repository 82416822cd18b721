"""Running one of the product's commands to its end: how long, how large, how much work."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tools.bench.machine import Watch

PROJECT = Path(__file__).parents[2]
SENDPATH = [sys.executable, "-m", "sendpath.config.cli"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finished:
    """A process that ended.

    `processor_seconds` is its own work and PostgreSQL's for it: about how long it takes on a
    machine with nothing else to do. `others` is how many processors other programs used.
    """

    seconds: float
    processor_seconds: float
    others: float
    peak_mb: float
    output: str


def sendpath(*arguments: str, environment: Mapping[str, str], ends_with: int = 0) -> Finished:
    """Run one `sendpath` command and measure it; stop the benchmark if it ends otherwise."""
    return _run([*SENDPATH, *arguments], environment, ends_with)


def python(module: str, *, environment: Mapping[str, str]) -> Finished:
    """Run one of the project's own modules and measure it; stop the benchmark if it fails."""
    return _run([sys.executable, "-m", module], environment, 0)


def _run(command: list[str], environment: Mapping[str, str], ends_with: int) -> Finished:
    database = environment.get("SENDPATH_DATABASE_URL", "")
    named = database.rpartition("/")[2] if database.startswith("postgres") else ""
    with Watch(database=named) as watch:
        process = subprocess.Popen(
            command, env={**os.environ, **environment}, stdout=subprocess.PIPE,
            text=True, cwd=PROJECT,
        )  # fmt: skip
        assert process.stdout is not None
        output = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != ends_with:
        sys.exit(f"{' '.join(command)} ended with {process.returncode}:\n{output}")
    return Finished(
        seconds=watch.seconds,
        processor_seconds=usage.ru_utime + usage.ru_stime + watch.database_seconds,
        others=watch.others,
        peak_mb=usage.ru_maxrss / 1024,
        output=output,
    )
