"""Checking a return and loading it into an empty record."""

from __future__ import annotations

from collections.abc import Iterator

from tools.bench.benchmark import Benchmark, Figure
from tools.bench.ground import DATABASES, Ground
from tools.bench.measure import Finished, sendpath


def measure(ground: Ground) -> Iterator[Figure]:
    """Load the county several times, 60,000 people once, into each database."""
    for size, people, runs, promise in (
        ("county", "25,000", ground.runs, 60),
        ("national", "60,000", 1, 300),
    ):
        for database in DATABASES:
            yield from _loading(ground, database, size, people, runs, promise)


def _loading(
    ground: Ground, database: str, size: str, people: str, runs: int, promise: float
) -> Iterator[Figure]:
    area = ground.area(size)

    def load() -> tuple[Finished, float]:
        """Load it; return that, and how many megabytes more than an idle process it took."""
        with ground.empty(database) as environment:
            idle = sendpath("check", environment=environment)
            done = sendpath("demo-load", str(area), environment=environment)
        return done, done.peak_mb - idle.peak_mb

    found = ground.repeat(load, runs)
    others = tuple(done.others for done, _ in found)
    yield Figure(
        what=f"{people} people, {database}",
        values=tuple(done.seconds for done, _ in found),
        unit="s",
        promise=promise,
        others=others,
    )
    yield Figure(
        what=f"Processor time for it, {people} people, {database}",
        values=tuple(done.processor_seconds for done, _ in found),
        unit="s",
        others=others,
    )
    yield Figure(
        what=f"Memory for it over an idle process, {people} people, {database}",
        values=tuple(growth for _, growth in found),
        unit="MB",
        promise=300,
        others=others,
    )


BENCHMARK = Benchmark(
    title="Check and load a return",
    about="Four years of returns are read, checked, staged and accepted in one process on an "
    "empty database, and then a table of NHS numbers and of who holds each case is loaded. "
    "Processor time is the process's own and PostgreSQL's for it. One waits for the other, so "
    "it is also about how long a load takes where no other program runs.",
    measure=measure,
)
