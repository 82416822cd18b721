"""The law over a whole county: every clock, one event recorded, and another law tried on it."""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from tools.bench.measure import SENDPATH, Figure, run

INSIDE = [sys.executable, "-m", "tools.bench.law_inside"]
EIGHTEEN_WEEKS = """\
id: BENCH-18-weeks
from: 2024-09-01
changes:
  issue_final_plan:
    limit: 18 weeks after
"""


def clocks(name: str, environment: Mapping[str, str]) -> Iterator[Figure]:
    """Evaluate every applicable clock of every case, and record one event; in one process."""
    told = json.loads(run(INSIDE, environment).output)
    yield Figure(
        name=f"Evaluate every clock over the county, {name}",
        measured=f"{told['rate']:,.0f} cases a second of one core ({told['rules']} rules, "
        f"{told['cases']:,} cases, {told['deadlines']:,} deadlines)",
        promised="at least 2,000 cases a second",
        kept=told["rate"] >= 2000,
    )
    yield Figure(
        name=f"Memory that grows while doing so, {name}",
        measured=f"{told['growth_mb']:.0f} MB",
        promised="at most 50 MB",
        kept=told["growth_mb"] <= 50,
    )
    yield Figure(
        name=f"Record an event and work its case out again, median of 50, {name}",
        measured=f"{told['event_ms']:.1f} ms, of which the dates {told['dates_ms']:.1f} ms",
        promised="the dates at most 10 ms",
        kept=told["dates_ms"] <= 10,
    )


def rehearsal(name: str, environment: Mapping[str, str]) -> Iterator[Figure]:
    """Try a law of 18 weeks on every case. The command ends with 1, because dates differ."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "eighteen.yaml"
        file.write_text(EIGHTEEN_WEEKS, "utf-8")
        command = [*SENDPATH, "law", "diff", "now", str(file), "--cases", "--json"]
        done = run(command, environment, ends_with=1)
    yield Figure(
        name=f"Try another law on every case, {name}",
        measured=f"{done.seconds:.1f} s ({len(done.output.splitlines()):,} dates would change)",
        promised="at most 60 s",
        kept=done.seconds <= 60,
    )
