"""Working every deadline out again."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from tools.bench.benchmark import Benchmark, Figure
from tools.bench.ground import DATABASES, Ground
from tools.bench.measure import Finished, sendpath

PROMISE = 3000


EMPTY = "from sendpath.casework.models import CaseDeadline; CaseDeadline.objects.all().delete()"


def measure(ground: Ground) -> Iterator[Figure]:
    """Work the county's deadlines out again where they stand, and where none stand."""
    for database in DATABASES:
        environment = ground.county(database)
        yield from figures(database, ground.repeat(partial(_rebuild, environment)))
        anew = ground.repeat(partial(_write_anew, environment))
        yield from figures(f"{database}, each written anew", anew, promise=None)


def figures(
    where: str, done: Sequence[Finished], promise: float | None = PROMISE
) -> Iterator[Figure]:
    """Yield how many cases a second were worked out, of processor time and by the clock."""
    told = [json.loads(one.output) for one in done]
    counted = f"{told[0]['cases']:,} cases, {told[0]['deadlines']:,} deadlines, {where}"
    others = tuple(one.others for one in done)
    yield Figure(
        what=f"On one processor: {counted}",
        values=tuple(
            count["cases"] / one.processor_seconds for count, one in zip(told, done, strict=True)
        ),
        unit="cases a second",
        promise=promise,
        at_least=True,
        others=others,
    )
    yield Figure(
        what=f"As it ran beside other programs: {counted}",
        values=tuple(count["cases"] / count["seconds"] for count in told),
        unit="cases a second",
        others=others,
    )


def _rebuild(environment: Mapping[str, str]) -> Finished:
    return sendpath("rebuild", "--json", environment=environment)


def _write_anew(environment: Mapping[str, str]) -> Finished:
    sendpath("manage", "shell", "-c", EMPTY, environment=environment)
    return _rebuild(environment)


BENCHMARK = Benchmark(
    title="Work out all deadlines again",
    about="`sendpath rebuild` on the county, in one process: every deadline is worked out from "
    "the events and compared with the one that stands, and cases that differ are written. In "
    "this county none do, as on any night on which the law has not changed; “each written anew” "
    "is the same after every deadline was thrown away, as if all had changed. What is promised "
    "is a rate on one processor, so it is reckoned from processor time: the process's own, its "
    "start included, and PostgreSQL's for it.",
    measure=measure,
)
