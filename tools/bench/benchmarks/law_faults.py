"""Faults made by hand in the code that counts days and tests exceptions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tools.bench.benchmark import Benchmark, Figure
from tools.bench.ground import Ground
from tools.bench.measure import python

TOLD = re.compile(r"mutants: ([\d,]+) of ([\d,]+) killed")


def measure(ground: Ground) -> Iterator[Figure]:
    """Make every fault once; how many are caught does not depend on the machine."""
    done = python("tools.mutants", environment={})
    told = TOLD.search(done.output)
    if told is None:
        raise SystemExit(f"tools.mutants did not say how many faults were caught:\n{done.output}")
    killed, made = (int(number.replace(",", "")) for number in told.groups())
    yield Figure(
        what=f"Faults caught of {made:,} made",
        values=(100 * killed / made,),
        unit="%",
        promise=90,
        at_least=True,
        others=(done.others,),
    )


BENCHMARK = Benchmark(
    title="Faults made by hand in the law",
    about="`./run mutants` changes one thing at a time in the code that counts days and tests "
    "exceptions, such as `<=` to `<`, and runs the tests that reach it. A fault counts as caught "
    "only if one of them fails.",
    measure=measure,
)
