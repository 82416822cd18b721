"""The page of a case, eight people at once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from tools.bench.benchmark import Benchmark, Figure
from tools.bench.benchmarks.worklist import WHO, figures
from tools.bench.ground import DATABASES, Ground
from tools.bench.visitors import serve

PROMISE = 150


def measure(ground: Ground) -> Iterator[Figure]:
    """Time the pages of the cases whose duties are the most urgent."""
    for database in DATABASES:
        with serve(ground.county(database)) as service:
            worklist = service.visitor(WHO).get("/worklist")
            cases = sorted(set(re.findall(r'href="(/cases/C\d+)"', worklist)))
            service.round(WHO, cases)  # not counted: it warms the server up
            rounds = ground.repeat(partial(service.round, WHO, cases))
        yield from figures(database, rounds, PROMISE)


BENCHMARK = Benchmark(
    title="The page of a case",
    about="As for the worklist, eight people at once ask for the pages of the cases at its head.",
    measure=measure,
)
