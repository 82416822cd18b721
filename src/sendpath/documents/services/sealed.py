"""A version's file, opened for whoever has been found to be allowed to see it."""

from __future__ import annotations

import io

from sendpath.documents import sealing
from sendpath.documents.models import Version
from sendpath.documents.services import keys, store


def about(person_id: int, stored_as: object) -> bytes:
    """Return what a file is sealed with, so that it opens nowhere else."""
    return f"{person_id}/{stored_as}".encode()


def open_version(version: Version) -> io.BufferedReader:
    """Return what was uploaded, open for reading. Raises Tampered, now or while it is read.

    Says nothing of who may: callers have a version that a selector gave them, or are a job.
    """
    if version.destroyed_at:
        raise sealing.Tampered
    person_id = version.document.sealed_for_id
    key = sealing.key_of_file(keys.key_of(person_id=person_id), bytes(version.salt))
    try:
        sealed = store.open_sealed(str(version.stored_as))
    except FileNotFoundError:
        raise sealing.Tampered from None
    return sealing.opened(sealed, key, about=about(person_id, version.stored_as))
