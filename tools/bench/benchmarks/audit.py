"""The log of changes and looks: what a look adds to a page, and how quickly it is verified."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import partial

from tools.bench.benchmark import Benchmark, Figure
from tools.bench.ground import DATABASES, Ground
from tools.bench.measure import Finished, python


def measure(ground: Ground) -> Iterator[Figure]:
    """Log a thousand looks of each sort one after the other, then verify 100,000 entries."""
    for database in DATABASES:
        done = ground.repeat(partial(_once, ground, database))
        told = [json.loads(one.output) for one in done]
        yield from _figures(database, told, tuple(one.others for one in done))


def _once(ground: Ground, database: str) -> Finished:
    with ground.empty(database) as environment:
        return python("tools.bench.audit_inside", environment=environment)


def _figures(
    database: str, told: list[Mapping[str, float]], others: tuple[float, ...]
) -> Iterator[Figure]:
    def figure(
        what: str, name: str, unit: str, promise: float | None, *, least: bool = False
    ) -> Figure:
        return Figure(
            what=f"{what}, {database}",
            values=tuple(one[name] for one in told),
            unit=unit,
            promise=promise,
            at_least=least,
            others=others,
        )

    yield figure("A look at one child, median of 1,000", "one_ms", "ms", 1)
    yield figure("A look at one child, 95th percentile", "one_p95_ms", "ms", None)
    yield figure("A look at a list of 25, median of 1,000", "list_ms", "ms", 1)
    entries = f"{told[0]['entries']:,} entries verified"
    yield figure(entries, "rate", "entries a second of one core", 50_000, least=True)
    yield figure("Memory that grows while doing so", "growth_mb", "MB", 50)


BENCHMARK = Benchmark(
    title="The log of changes and looks",
    about="What logging a look adds to a page, from the request's ids to the entry that is kept; "
    "and how quickly both chains are verified, each hash made again. A look is timed as somebody "
    "waits for it, verifying by the work of its own process.",
    measure=measure,
)
