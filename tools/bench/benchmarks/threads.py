"""How many threads a server process should have."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tools.bench.benchmark import Benchmark, Figure
from tools.bench.benchmarks.worklist import PAGES, WHO
from tools.bench.ground import DATABASES, Ground
from tools.bench.visitors import Round, serve

CHOICES = (1, 2, 4)


def measure(ground: Ground) -> Iterator[Figure]:
    """Time the worklist with each number of threads, in turns, so that all have the same luck."""
    for database in DATABASES:
        environment = ground.county(database)
        rounds: dict[int, list[Round]] = {threads: [] for threads in CHOICES}
        for _ in range(ground.runs):
            for threads, found in rounds.items():
                with serve(environment, threads=threads) as service:
                    service.round(WHO, PAGES)  # not counted: it warms the server up
                    found += ground.repeat(partial(service.round, WHO, PAGES), 1)
        for threads, found in rounds.items():
            yield Figure(
                what=f"{threads} thread{'s' if threads > 1 else ''} a process, {database}",
                values=tuple(one.p95 for one in found),
                unit="ms",
                others=tuple(one.others for one in found),
            )


BENCHMARK = Benchmark(
    title="Threads of the server",
    about="The worklist as above, its 95th percentile, with 2 processes of 1, 2 or 4 threads. "
    "The rounds differ more than the choices do, so this settles nothing by itself. `./run demo` "
    "and docs/operations.md have 2: a page that waits for the database does not hold up the next.",
    measure=measure,
)
