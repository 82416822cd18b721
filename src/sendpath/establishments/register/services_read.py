"""Reading an extract: what it would change, and what is wrong in it. Nothing is recorded yet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from django.db import transaction

from sendpath.core.gias.links import links_of
from sendpath.core.gias.read import Refused, Row, RowFault, rows_of
from sendpath.establishments.models import RegisterChange, RegisterFault, RegisterLoad
from sendpath.establishments.register import files
from sendpath.establishments.register.comparing import (
    Held,
    Verdict,
    differing,
    held_now,
    newest_details,
    verdict_on,
)

CHUNK = 1000
MOST_FAULTS = 1000
"""As many faults are kept to be shown; the rest are counted."""

Report = Callable[[int, int, str], None]


def silent(done: int, total: int, doing: str) -> None:
    """Tell nobody how far it is."""


def sound_rows(load: RegisterLoad, faults: list[RowFault]) -> Iterator[list[Row]]:
    """Yield the rows of a load that may be recorded, a chunk at a time, and collect the faults.

    A URN that comes twice is left out the second time.
    """
    seen: set[str] = set()
    with files.path_of(load.sha256).open("rb") as source:
        rows = rows_of(source)
        while chunk := list(islice(rows, CHUNK)):
            for row in chunk:
                if not row.left_out and row.urn in seen:
                    row.say("This URN is in the file twice. The first row is taken.", blocks=True)
                seen.add(row.urn)
                faults += row.faults
            yield [row for row in chunk if not row.left_out]


@dataclass(slots=True)
class _Reading:
    load: RegisterLoad
    held: dict[str, Held]
    counts: Counter[str] = field(default_factory=Counter)
    seen: set[str] = field(default_factory=set)
    changes: list[RegisterChange] = field(default_factory=list)
    faults: list[RowFault] = field(default_factory=list)

    def look_at(self, rows: list[Row]) -> None:
        judged = [(row, verdict_on(row, self.held.get(row.urn))) for row in rows]
        self.seen |= {row.urn for row in rows}
        self.counts["unchanged"] += sum(verdict is None for _, verdict in judged)
        known = newest_details(row.urn for row, v in judged if v not in (None, Verdict.NEW))
        for row, verdict in judged:
            if verdict:
                self.counts[verdict] += 1
                before = known.get(row.urn)
                fields = differing(before, row.values) if before else []
                self.changes.append(
                    RegisterChange(
                        load=self.load,
                        urn=row.urn,
                        name=row.name,
                        verdict=verdict,
                        fields=fields,
                    )
                )


def read(*, load: RegisterLoad, report: Report = silent) -> RegisterLoad:
    """Compare an extract with what is held, and keep what would change. Safe to run again."""
    reading = _Reading(load, held_now())
    try:
        for rows in sound_rows(load, reading.faults):
            reading.look_at(rows)
            report(len(reading.seen), 0, "Reading establishments")
        links = _count_links(load, reading.faults)
    except Refused as refused:
        return _refuse(load, str(refused))
    counts = {verdict.value: reading.counts[verdict] for verdict in Verdict}
    counts |= {
        "unchanged": reading.counts["unchanged"],
        "left_out": sum(fault.blocks for fault in reading.faults),
        "faults": len(reading.faults),
        "held": len(reading.held),
        "missing": len(reading.held.keys() - reading.seen),
        "links": links,
    }
    return _keep(load, reading, counts)


def _count_links(load: RegisterLoad, faults: list[RowFault]) -> int:
    if not load.links_sha256:
        return 0
    with files.path_of(load.links_sha256).open("rb") as source:
        found = list(links_of(source))
    wrong = [link for link in found if isinstance(link, RowFault)]
    faults += wrong
    return len(found) - len(wrong)


@transaction.atomic
def _keep(load: RegisterLoad, reading: _Reading, counts: dict[str, int]) -> RegisterLoad:
    load = RegisterLoad.objects.select_for_update().get(pk=load.pk)
    if load.state != load.State.READING:
        return load
    load.changes.all().delete()
    load.faults.all().delete()
    RegisterChange.objects.bulk_create(reading.changes, batch_size=CHUNK)
    shown = sorted(reading.faults, key=lambda fault: not fault.blocks)[:MOST_FAULTS]
    RegisterFault.objects.bulk_create(
        [
            RegisterFault(load=load, line=f.line, urn=f.urn[:6], words=f.words, blocks=f.blocks)
            for f in shown
        ],
        batch_size=CHUNK,
    )
    load.counts, load.state = counts, load.State.READY
    load.save()
    return load


@transaction.atomic
def _refuse(load: RegisterLoad, why: str) -> RegisterLoad:
    load = RegisterLoad.objects.select_for_update().get(pk=load.pk)
    load.state, load.refusal = load.State.REFUSED, why
    load.save()
    transaction.on_commit(files.forget_unneeded)
    return load
