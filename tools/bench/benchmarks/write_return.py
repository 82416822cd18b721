"""Writing the fictional county's return."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tools.bench.benchmark import Benchmark, Figure
from tools.bench.ground import Ground


def measure(ground: Ground) -> Iterator[Figure]:
    """Write the county's return, and one of 60,000 people."""
    for size, people, promise in (("county", "25,000", 30), ("national", "60,000", None)):
        done = ground.repeat(partial(ground.write_area, size, ground.folder / f"{size}-again"))
        others = tuple(one.others for one in done)
        yield Figure(
            what=f"{people} people",
            values=tuple(one.seconds for one in done),
            unit="s",
            promise=promise,
            others=others,
        )
        yield Figure(
            what=f"Memory at most, {people} people",
            values=tuple(one.peak_mb for one in done),
            unit="MB",
            others=others,
        )


BENCHMARK = Benchmark(
    title="Write the fictional county",
    about="`sendpath demo-area`: the SEN2 return of Hartwell with its history since 2019.",
    measure=measure,
)
