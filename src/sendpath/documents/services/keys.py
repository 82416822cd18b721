"""Children's keys: made when first needed, sealed by the master key, destroyed for good."""

from __future__ import annotations

import secrets

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.db import transaction

from sendpath.accounts.models import User
from sendpath.audit import services as audit
from sendpath.documents import sealing
from sendpath.documents.models import ChildKey, Document, Version, Words
from sendpath.documents.services import store
from sendpath.web import clock

GONE = "The documents of this child were destroyed, and no more can be added."


def key_for_new(*, person_id: int) -> bytes:
    """Return the key for a new file about a child. Raises ValidationError once it is destroyed."""
    made = _masters().encrypt(_with_owner(person_id, secrets.token_bytes(sealing.KEY_SIZE)))
    row, _ = ChildKey.objects.get_or_create(
        person_id=person_id, defaults={"sealed": made.decode(), "made_at": clock.now()}
    )
    if row.destroyed_at:
        raise ValidationError(GONE)
    return _opened(row)


def key_of(*, person_id: int) -> bytes:
    """Return the key to the files about a child. Raises Tampered when there is none."""
    row = ChildKey.objects.filter(person_id=person_id, destroyed_at=None).first()
    if row is None:
        raise sealing.Tampered
    return _opened(row)


@transaction.atomic
def rotate_keys(*, by: str) -> int:
    """Seal every child's key anew by the first master key, and return how many there were.

    The files stay as they are: a child's own key does not change.
    """
    masters = _masters()
    rows = list(ChildKey.objects.select_for_update().filter(destroyed_at=None))
    for row in rows:
        row.sealed = masters.rotate(row.sealed.encode()).decode()
    ChildKey.objects.bulk_update(rows, ["sealed"], batch_size=500)
    audit.record(by=by, act="document_keys_rotated", subject="documents", details={"n": len(rows)})
    return len(rows)


@transaction.atomic
def destroy_key(*, person_id: int, by: User) -> int:
    """Destroy the key to every file about a child; return how many files nobody can read again.

    The words found in them are deleted too, and so are the files, once this is certain. A key
    under which somebody else's files lie as well, from a merge that was undone, is kept for
    those: without its salt it opens none of this child's.
    """
    own = Document.objects.filter(person=person_id)
    owners = {person_id, *own.values_list("sealed_for", flat=True)}
    others = Document.objects.filter(sealed_for__in=owners).exclude(person=person_id)
    alone = owners - set(others.values_list("sealed_for", flat=True))
    rows = ChildKey.objects.select_for_update().filter(person__in=owners, destroyed_at=None)
    if not rows:
        return 0
    rows.filter(person__in=alone).update(sealed="", destroyed_at=clock.now())
    Words.objects.filter(document__person=person_id).delete()
    versions = Version.objects.filter(document__person=person_id, destroyed_at=None)
    names = [str(name) for name in versions.values_list("stored_as", flat=True)]
    versions.update(salt=b"", destroyed_at=clock.now())
    Document.objects.filter(person=person_id).update(title="Destroyed")
    audit.record(
        by=by.username,
        act="documents_destroyed",
        subject=f"person:{person_id}",
        details={"files": len(names)},
    )
    transaction.on_commit(lambda: _forget(names))
    return len(names)


@transaction.atomic
def destroy_version(*, version: Version) -> None:
    """Destroy one file for good: without its salt the child's key does not open it."""
    version.salt, version.destroyed_at = b"", clock.now()
    version.save()
    transaction.on_commit(lambda: store.forget(str(version.stored_as)))


def _forget(names: list[str]) -> None:
    for name in names:
        store.forget(name)


def _masters() -> MultiFernet:
    if not settings.DOCUMENT_KEYS:
        raise ImproperlyConfigured(
            "Documents cannot be kept: SENDPATH_DOCUMENT_KEYS is not set. "
            "docs/operations.md says how to make one."
        )
    return MultiFernet([Fernet(key) for key in settings.DOCUMENT_KEYS])


def _with_owner(person_id: int, key: bytes) -> bytes:
    # so that a row copied to another child does not open there
    return f"{person_id}:".encode() + key


def _opened(row: ChildKey) -> bytes:
    try:
        held = _masters().decrypt(row.sealed.encode())
    except InvalidToken:
        raise sealing.Tampered from None
    owner, _, key = held.partition(b":")
    if owner != str(row.person_id).encode():
        raise sealing.Tampered
    return key
