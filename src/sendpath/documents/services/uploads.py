"""Bringing documents in: the file is sealed and kept first, and only then written down."""

from __future__ import annotations

import hashlib
import secrets
import tempfile
import uuid
from dataclasses import dataclass
from typing import BinaryIO, cast

from django.core.exceptions import ValidationError
from django.db import transaction

from sendpath.accounts.models import User
from sendpath.audit import services as audit
from sendpath.documents import names, sealing
from sendpath.documents.filetypes import FileType, NotTaken, recognise
from sendpath.documents.models import ChildKey, Document, Version, Words
from sendpath.documents.services import keys, store
from sendpath.documents.services.sealed import about
from sendpath.documents.words import DocumentKind, Sensitivity, Visibility
from sendpath.jobs import services as jobs
from sendpath.web import clock

SCAN_JOB = "documents.scan"
PIECE = 64 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """What somebody says of a document."""

    kind: DocumentKind
    sensitivity: Sensitivity
    visibility: Visibility
    case_number: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A file that lies sealed in the store, not yet written down."""

    stored_as: uuid.UUID
    salt: bytes
    type: FileType
    size: int
    sha256: str


def add_document(
    *, person_id: int, file: BinaryIO, name: str, described: Described, by: User
) -> Document:
    """Add a document about a child. Raises ValidationError for a file that is not taken."""
    kept = _kept(person_id, file)
    return _written_down(
        kept, person_id=person_id, title=names.cleaned(name), described=described, by=by
    )


def add_version(*, document: Document, file: BinaryIO, by: User) -> Version:
    """Add what a document says now; what it said before is kept. Raises ValidationError."""
    kept = _kept(document.sealed_for_id, file)
    return _next_version(kept, document=document, by=by)


def add_redacted(
    *, original: Document, file: BinaryIO, visibility: Visibility, by: User
) -> Document:
    """Add a copy with something left out, which may go further than its original."""
    described = Described(
        kind=DocumentKind(original.kind),
        sensitivity=Sensitivity(original.sensitivity),
        visibility=visibility,
        case_number=original.case_number,
    )
    return _written_down(
        _kept(original.person_id, file),
        person_id=original.person_id,
        title=f"{original.title[:130]} (redacted copy)",
        described=described,
        redacted_from=original,
        by=by,
    )


def _kept(person_id: int, file: BinaryIO) -> Kept:
    """Seal a file into the store. If its row is never written, the nightly sweep clears it up."""
    try:
        found = recognise(file)
    except NotTaken as why:
        raise ValidationError(str(why)) from None
    stored_as, salt = uuid.uuid4(), secrets.token_bytes(sealing.SALT_SIZE)
    key = sealing.key_of_file(keys.key_for_new(person_id=person_id), salt)
    digest, size = hashlib.sha256(), 0
    with cast(BinaryIO, tempfile.TemporaryFile()) as sealed:
        sealer = sealing.Sealer(sealed, key, about=about(person_id, stored_as))
        while piece := file.read(PIECE):
            digest.update(piece)
            size += len(piece)
            sealer.write(piece)
        sealer.finish()
        store.keep(str(stored_as), sealed)
    return Kept(stored_as=stored_as, salt=salt, type=found, size=size, sha256=digest.hexdigest())


@transaction.atomic
def _written_down(
    kept: Kept,
    *,
    person_id: int,
    title: str,
    described: Described,
    by: User,
    redacted_from: Document | None = None,
) -> Document:
    document = Document.objects.create(
        person_id=person_id,
        sealed_for_id=person_id,
        case_number=described.case_number,
        title=title,
        kind=described.kind,
        sensitivity=described.sensitivity,
        visibility=described.visibility,
        redacted_from=redacted_from,
        added_by=by,
        added_at=clock.now(),
    )
    Words.objects.create(document=document, text=title)
    act = "document_redacted" if redacted_from else "document_added"
    _add(kept, document, number=1, act=act, by=by)
    return document


@transaction.atomic
def _next_version(kept: Kept, *, document: Document, by: User) -> Version:
    document = Document.objects.select_for_update().get(pk=document.pk)
    if document.voided_at:
        raise ValidationError("This document has been taken away. Add the file as a new document.")
    newest = document.versions.order_by("-number").first()
    number = newest.number + 1 if newest else 1
    return _add(kept, document, number=number, act="document_version_added", by=by)


def _add(kept: Kept, document: Document, *, number: int, act: str, by: User) -> Version:
    # the key may have been destroyed while the file was being sealed
    if ChildKey.objects.select_for_update().get(person=document.sealed_for_id).destroyed_at:
        raise ValidationError(keys.GONE)
    version = Version.objects.create(
        document=document,
        number=number,
        stored_as=kept.stored_as,
        salt=kept.salt,
        file_type=kept.type.ending,
        size=kept.size,
        sha256=kept.sha256,
        added_by=by,
        added_at=clock.now(),
    )
    audit.record(
        by=by.username,
        act=act,
        subject=f"document:{document.pk}",
        details={
            "person": document.person_id,
            "version": number,
            "type": kept.type.ending,
            "size": kept.size,
            "sha256": kept.sha256,
            "sensitivity": document.sensitivity,
            "visibility": document.visibility,
            "redacted_from": document.redacted_from_id,
        },
    )
    jobs.enqueue(kind=SCAN_JOB, arguments={"version": version.pk}, by=by)
    return version
