"""Searching a county for people who are in it twice: how long, how much is found, how truly."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial

from tools.bench.benchmark import Benchmark, Figure
from tools.bench.ground import DATABASES, Ground
from tools.bench.measure import python
from tools.bench.second_records import SECOND, TWINS

PROMISES = (
    ("The search of {people:,} people, {compared:,} pairs", "seconds", "s", 60, False),
    ("Memory that the search adds", "grown_mb", "MB", 150, False),
    ("Second records proposed", "recall", "%", 80, True),
    ("Pairs proposed, twins aside, that are one person", "precision", "%", 95, True),
    ("Second records called likely or surer", "high_recall", "%", 60, True),
    ("Pairs called likely or surer that are one person", "high_precision", "%", 95, True),
    ("Twins called likely or surer", "twins_high", "pairs", 5, False),
    ("Twins shown with a warning", "twins_warned", "%", 95, True),
)


def measure(ground: Ground) -> Iterator[Figure]:
    """Plant second records and twins, and search for them."""
    for database in DATABASES:
        environment = ground.county(database)
        run = partial(python, "tools.bench.matches_inside", environment=environment)
        done = ground.repeat(run)
        told = [json.loads(one.output) for one in done]
        for what, name, unit, promise, least in PROMISES:
            yield Figure(
                what=f"{what}, {database}".format(**told[0]),
                values=tuple(one[name] for one in told),
                unit=unit,
                promise=promise,
                at_least=least,
                others=tuple(one.others for one in done),
            )


BENCHMARK = Benchmark(
    title="People who are in the record twice",
    about=f"{SECOND} people of the county are recorded again with up to three faults each (a "
    f"short form, a slip of the keyboard, another surname, names crossed, a move, day for month), "
    f"and {TWINS} are given a twin. Which is which is known. A few of the twins are drawn with the "
    f"very name of the other, and so are rightly called one. The faults are made up: a real record "
    f"is as much like this as somebody's habits are like ours.",
    measure=measure,
)
