"""The law over a whole county: every clock, one event recorded, and another law tried on it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

from tools.bench.benchmark import Benchmark, Figure
from tools.bench.ground import DATABASES, Ground
from tools.bench.measure import Finished, python, sendpath

EIGHTEEN_WEEKS = """\
id: BENCH-18-weeks
from: 2024-09-01
changes:
  issue_final_plan:
    limit: 18 weeks after
"""


def measure(ground: Ground) -> Iterator[Figure]:
    """Evaluate every clock of every case, record fifty events, and rehearse a law of 18 weeks."""
    for database in DATABASES:
        environment = ground.county(database)
        yield from _inside(ground, database, environment)
        yield _rehearsal(ground, database, environment)


def _inside(ground: Ground, database: str, environment: Mapping[str, str]) -> Iterator[Figure]:
    done = ground.repeat(partial(python, "tools.bench.law_inside", environment=environment))
    told = [json.loads(one.output) for one in done]
    others = tuple(one.others for one in done)

    def figure(what: str, name: str, unit: str, promise: float, *, least: bool = False) -> Figure:
        return Figure(
            what=f"{what}, {database}",
            values=tuple(one[name] for one in told),
            unit=unit,
            promise=promise,
            at_least=least,
            others=others,
        )

    rules, cases, deadlines = (told[0][name] for name in ("rules", "cases", "deadlines"))
    evaluated = f"Every clock evaluated: {rules} rules, {cases:,} cases, {deadlines:,} deadlines"
    yield figure(evaluated, "rate", "cases a second", 2000, least=True)
    yield figure("Memory that grows while doing so", "growth_mb", "MB", 50)
    yield figure("One case worked out again, median of 50", "dates_ms", "ms", 10)


def _rehearsal(ground: Ground, database: str, environment: Mapping[str, str]) -> Figure:
    file = ground.folder / "eighteen-weeks.yaml"
    file.write_text(EIGHTEEN_WEEKS, "utf-8")
    done = ground.repeat(partial(_diff, file, environment))
    return Figure(
        what=f"Another law tried on every case, {database}",
        values=tuple(one.seconds for one in done),
        unit="s",
        promise=60,
        others=tuple(one.others for one in done),
    )


def _diff(file: Path, environment: Mapping[str, str]) -> Finished:
    # the command ends with 1, because dates differ
    words = ("law", "diff", "now", str(file), "--cases", "--json")
    return sendpath(*words, environment=environment, ends_with=1)


BENCHMARK = Benchmark(
    title="The law over a county",
    about="The first three are taken inside one process, in processor time of one core; recording "
    "an event works one case out again and writes its deadlines. The last is `sendpath law diff "
    "--cases` as a whole process, with a law of 18 weeks that is tried and not applied.",
    measure=measure,
)
