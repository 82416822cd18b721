"""Working every deadline out again."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial

from tools.bench.benchmark import Benchmark, Figure
from tools.bench.ground import DATABASES, Ground
from tools.bench.measure import sendpath


def measure(ground: Ground) -> Iterator[Figure]:
    """Throw the county's deadlines away and work them out again, on one processor."""
    for database in DATABASES:
        environment = ground.county(database)
        done = ground.repeat(partial(sendpath, "rebuild", "--json", environment=environment))
        told = [json.loads(one.output) for one in done]
        counted = f"{told[0]['cases']:,} cases, {told[0]['deadlines']:,} deadlines, {database}"
        others = tuple(one.others for one in done)
        yield Figure(
            what=f"On one processor: {counted}",
            values=tuple(
                count["cases"] / one.processor_seconds
                for count, one in zip(told, done, strict=True)
            ),
            unit="cases a second",
            promise=3000,
            at_least=True,
            others=others,
        )
        yield Figure(
            what=f"As it ran beside other programs: {counted}",
            values=tuple(count["cases"] / count["seconds"] for count in told),
            unit="cases a second",
            others=others,
        )


BENCHMARK = Benchmark(
    title="Work out all deadlines again",
    about="`sendpath rebuild` on the county, in one process: every deadline is worked out from "
    "the events and written anew. What is promised is a rate on one processor, so it is reckoned "
    "from processor time: the process's own, its start included, and PostgreSQL's for it.",
    measure=measure,
)
