"""Timing a whole process from outside: wall seconds and peak memory."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).parents[2]
SENDPATH = [sys.executable, "-m", "sendpath.config.cli"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One line of the benchmarks page: what, how much, against what we promise."""

    name: str
    measured: str
    promised: str
    kept: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Finished:
    """A process that ended: how long it took, its largest size, and what it printed."""

    seconds: float
    peak_mb: float
    output: str


def run(arguments: list[str], environment: Mapping[str, str], *, ends_with: int = 0) -> Finished:
    """Run a command to its end and measure it; stop the benchmark if it ends otherwise."""
    started = time.monotonic()
    process = subprocess.Popen(
        arguments, env={**os.environ, **environment}, stdout=subprocess.PIPE, text=True, cwd=PROJECT
    )
    assert process.stdout is not None
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.monotonic() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != ends_with:
        sys.exit(f"{' '.join(arguments)} ended with {process.returncode}:\n{output}")
    return Finished(seconds=seconds, peak_mb=usage.ru_maxrss / 1024, output=output)


def sendpath(*arguments: str, environment: Mapping[str, str]) -> Finished:
    """Run one `sendpath` command and measure it."""
    return run([*SENDPATH, *arguments], environment)
