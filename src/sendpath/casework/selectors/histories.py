"""Whole histories for working dates out again: every case, whoever holds it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

from django.db.models import TextField
from django.db.models.functions import Cast

from sendpath.casework.models import Case, CaseEvent
from sendpath.core.casefile.events import Event, Fact, Kind, standing

CHUNK = 2000
UNTIMED = datetime(1, 1, 1, tzinfo=UTC)
"""No deadline depends on when a fact was recorded, so it is not read."""

KINDS = {kind.value: kind for kind in Kind}


def every_case() -> Iterator[list[int]]:
    """Yield the ids of all cases, some thousand at a time."""
    every = list(Case.objects.order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(every), CHUNK):
        yield every[start : start + CHUNK]


def histories(case_ids: Sequence[int]) -> Iterator[tuple[int, tuple[Event, ...]]]:
    """Yield each of these cases that has any, with the facts in it that stand."""
    rows = (
        CaseEvent.objects.filter(case__in=case_ids)
        .annotate(written=Cast("facts", TextField()))
        .order_by("case", "number")
        .values_list("case", "number", "kind", "occurred_on", "written", "replaces", "voids")
    )
    for case_id, of_case in groupby(rows.iterator(chunk_size=5000), key=itemgetter(0)):
        yield (
            case_id,
            standing(
                Event(
                    number=number,
                    kind=KINDS[kind],
                    occurred_on=day,
                    recorded_at=UNTIMED,
                    facts=_facts(facts),
                    replaces=replaces,
                    voids=voids,
                )
                for _, number, kind, day, facts, replaces, voids in of_case
            ),
        )


@lru_cache(maxsize=4096)
def _facts(written: str) -> Mapping[str, Fact]:
    """Read the facts of an event. Many events have the same few, and nothing changes them."""
    facts: Mapping[str, Fact] = json.loads(written)
    return facts
