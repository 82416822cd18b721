"""Recording an accepted extract: a row of details for whatever changed, and its links."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.db.models import OuterRef, Subquery

from sendpath.core.gias.columns import NAMES
from sendpath.core.gias.links import Link, links_of
from sendpath.core.gias.read import Row, RowFault
from sendpath.establishments.models import (
    Establishment,
    EstablishmentDetails,
    EstablishmentLink,
    RegisterLoad,
)
from sendpath.establishments.register import files
from sendpath.establishments.register.comparing import Held, fingerprint_of, held_now, verdict_on
from sendpath.establishments.register.services_read import Report, silent, sound_rows

CHUNK = 1000


def apply(*, load: RegisterLoad, report: Report = silent) -> RegisterLoad:
    """Record what an accepted extract says, where that is anything else than what is held.

    Killed at any moment it is run again: what was recorded before is then found unchanged.
    """
    held = held_now()
    total = sum(load.counts.get(kind, 0) for kind in ("new", "changed", "closed", "reopened"))
    done = 0
    faults: list[RowFault] = []
    for rows in sound_rows(load, faults):
        done += _record(load, rows, held)
        report(min(done, total), total, "Recording establishments")
    _link(load)
    return _end(load)


@transaction.atomic
def _record(load: RegisterLoad, rows: Sequence[Row], held: dict[str, Held]) -> int:
    differing = [row for row in rows if verdict_on(row, held.get(row.urn))]
    if not differing:
        return 0
    Establishment.objects.bulk_create(
        [Establishment(urn=row.urn, name=row.name) for row in differing],
        update_conflicts=True,
        unique_fields=["urn"],
        update_fields=["name"],
        batch_size=CHUNK,
    )
    EstablishmentDetails.objects.bulk_create(
        [
            EstablishmentDetails(
                establishment_id=row.urn,
                load=load,
                from_day=load.extract_on,
                fingerprint=fingerprint_of(row.values),
                **{name: row.values[name] for name in NAMES},
            )
            for row in differing
        ],
        batch_size=500,
    )
    newest = EstablishmentDetails.objects.filter(establishment=OuterRef("pk"), load=load)
    Establishment.objects.filter(urn__in=[row.urn for row in differing]).update(
        details=Subquery(newest.values("pk"))
    )
    return len(differing)


@transaction.atomic
def _link(load: RegisterLoad) -> None:
    """Add links that are new, and note those that the extract no longer has."""
    if not load.links_sha256:
        return
    with files.path_of(load.links_sha256).open("rb") as source:
        told = {
            (link.urn, link.other_urn, link.kind): link
            for link in links_of(source)
            if isinstance(link, Link)
        }
    standing = EstablishmentLink.objects.filter(gone_in=None)
    held = {(link.urn, link.other_urn, link.kind): link.pk for link in standing.iterator()}
    gone = [pk for key, pk in held.items() if key not in told]
    for place in range(0, len(gone), CHUNK):
        standing.filter(pk__in=gone[place : place + CHUNK]).update(gone_in=load)
    EstablishmentLink.objects.bulk_create(
        [
            EstablishmentLink(
                urn=link.urn,
                other_urn=link.other_urn,
                other_name=link.other_name,
                kind=link.kind,
                since=link.since,
                first_in=load,
            )
            for key, link in told.items()
            if key not in held
        ],
        batch_size=CHUNK,
    )


@transaction.atomic
def _end(load: RegisterLoad) -> RegisterLoad:
    load = RegisterLoad.objects.select_for_update().get(pk=load.pk)
    load.state = load.State.ACCEPTED
    load.save()
    load.changes.all().delete()
    transaction.on_commit(files.forget_unneeded)
    return load
