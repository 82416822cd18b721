"""The worklist of the whole county, eight people at once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial

from tools.bench.benchmark import Benchmark, Figure
from tools.bench.ground import DATABASES, Ground
from tools.bench.visitors import Round, Service, every_second, serve

WHO = "helen"  # the head of service, who sees every team's cases
PAGES = ("/worklist", "/worklist?when=overdue", "/worklist?page=2", "/worklist?when=week")
INVOLVED = {"sonia": "a SENCO", "delphine": "a designated officer"}
"""Who sees some children of the county because somebody is involved with them: 20 and 6,000."""
HOLDERS = ({"holder": "team-1"}, {"holder": "team-2"})  # handed to and fro
PROMISE = 100


def measure(ground: Ground) -> Iterator[Figure]:
    """Time the worklist while nothing changes, and while a case is handed over every second."""
    for database in DATABASES:
        with serve(ground.county(database)) as service:
            service.round(WHO, PAGES)  # not counted: it warms the server up
            ask = partial(service.round, WHO, PAGES)
            still = ground.repeat(ask)
            clerk = service.visitor(WHO)
            case = re.search(r"/cases/C\d+", clerk.get("/worklist"))
            assert case, "the worklist is empty"
            seen = {who: _seen_by(service, who, ground) for who in INVOLVED}
            with every_second(clerk, f"{case[0]}/allocate", HOLDERS):
                changing = ground.repeat(ask)
        yield from figures(database, still)
        yield from figures(f"{database}, a case handed over every second", changing)
        for who, rounds in seen.items():
            yield from figures(f"{database}, {INVOLVED[who]}", rounds)


def _seen_by(service: Service, who: str, ground: Ground) -> list[Round]:
    service.round(who, PAGES)
    return ground.repeat(partial(service.round, who, PAGES))


def figures(
    what: str, rounds: Sequence[Round], promise: float | None = PROMISE
) -> Iterator[Figure]:
    """Yield what people waited in these rounds, and what a page took of the processors."""
    others = tuple(one.others for one in rounds)
    for name, values, limit in (
        ("95th percentile", (one.p95 for one in rounds), promise),
        ("Median", (one.median for one in rounds), None),
        ("99th percentile", (one.p99 for one in rounds), None),
        ("Processor time a page", (one.processor_ms for one in rounds), None),
    ):
        yield Figure(
            what=f"{name}, {what}", values=tuple(values), unit="ms", promise=limit, others=others
        )


BENCHMARK = Benchmark(
    title="The worklist",
    about="Eight people who see the whole county ask for its pages at once, one after the other "
    "without a pause, 320 pages a round. The server is granian as `./run demo` starts it, with 2 "
    "processes of 2 threads; it, the database and the eight people share the machine. The "
    "counts above the list are kept until something is recorded, so the worklist is timed also "
    "while somebody records something every second. A SENCO and a designated officer see only "
    "those children with whom their organisation is involved. Processor time is the server's and "
    "PostgreSQL's.",
    measure=measure,
)
