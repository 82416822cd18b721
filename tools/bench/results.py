"""What was measured, kept beside the page: one file a benchmark in docs/benchmarks/."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from tools.bench.benchmark import Benchmark, Figure
from tools.bench.machine import machine
from tools.bench.measure import PROJECT

FOLDER = PROJECT / "docs" / "benchmarks"


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One benchmark, when it was run on what and of which commit, and its figures."""

    title: str
    about: str
    measured_on: str
    machine: str
    commit: str
    figures: Sequence[Figure]


def keep(name: str, benchmark: Benchmark, figures: Sequence[Figure]) -> None:
    """Write a benchmark's result over the one before."""
    result = Result(
        title=benchmark.title,
        about=benchmark.about,
        measured_on=f"{datetime.now(tz=UTC).date():%-d %B %Y}",
        machine=machine(),
        commit=_commit(),
        figures=figures,
    )
    FOLDER.mkdir(exist_ok=True)
    _file(name).write_text(json.dumps(asdict(result), indent=1) + "\n")


def results() -> dict[str, Result]:
    """Return the last result of every benchmark by its name."""
    found = {}
    for path in sorted(FOLDER.glob("*.json")):
        told = json.loads(path.read_text())
        figures = [
            Figure(**{**one, "values": tuple(one["values"]), "others": tuple(one["others"])})
            for one in told.pop("figures")
        ]
        found[path.stem] = Result(**told, figures=figures)
    return found


def _file(name: str) -> Path:
    return FOLDER / f"{name}.json"


def _commit() -> str:
    """Return the commit measured, with a plus sign if files have changed since."""
    told = subprocess.run(
        ["git", "describe", "--always", "--dirty=+", "--exclude=*"],
        cwd=PROJECT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    return told.stdout.strip() or "an unknown commit"
