"""Adding to the log, and proving that nothing in it was changed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

from django.db import transaction

from sendpath.audit.models import AuditEntry, ChainHead
from sendpath.web import clock

Detail = str | int | bool | None


@transaction.atomic
def record(*, by: str, act: str, subject: str, details: Mapping[str, Detail]) -> AuditEntry:
    """Add one act to the log, inside the caller's transaction.

    Details are ids, codes, counts and dates: never a name. If the caller's change is
    undone, so is its entry; if the entry cannot be written, neither is the change.
    """
    head, _ = ChainHead.objects.select_for_update().get_or_create(pk=1)
    entry = AuditEntry(
        number=head.number + 1,
        at=clock.now(),
        by=by,
        act=act,
        subject=subject,
        details=dict(details),
        previous_hash=head.hash,
    )
    entry.hash = hash_of(entry)
    entry.save(force_insert=True)
    head.number, head.hash = entry.number, entry.hash
    head.save()
    return entry


def hash_of(entry: AuditEntry) -> str:
    """Return the SHA-256 of an entry's content and of the hash before it."""
    content = [
        entry.number,
        entry.at.timestamp(),
        entry.by,
        entry.act,
        entry.subject,
        entry.details,
        entry.previous_hash,
    ]
    written = json.dumps(content, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(written.encode()).hexdigest()


def first_broken_link() -> int | None:
    """Return the number of the first entry that does not follow from the one before."""
    previous = ""
    for number, entry in enumerate(AuditEntry.objects.order_by("number").iterator(), start=1):
        if (entry.number, entry.previous_hash) != (number, previous) or entry.hash != hash_of(
            entry
        ):
            return entry.number
        previous = entry.hash
    return None
