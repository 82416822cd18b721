"""The documents of a child, and one document with its versions, as their reader may see them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Prefetch, QuerySet
from django.shortcuts import get_object_or_404

from sendpath.accounts.models import User
from sendpath.audit.acting import saw
from sendpath.audit.models import AuditEntry
from sendpath.documents.models import ChildKey, Document, Version
from sendpath.documents.permissions import in_view, may_change
from sendpath.documents.words import Scan
from sendpath.people import selectors as people
from sendpath.people.models import Person

MOST_HISTORY = 100

ACTS = {
    "document_added": "Added",
    "document_version_added": "A new version added",
    "document_redacted": "Made as a redacted copy",
    "document_described": "Described anew",
    "document_voided": "Taken away",
    "document_scanned": "Scanned",
    "document_viewed": "Looked at",
    "document_downloaded": "Downloaded",
    "document_version_destroyed": "Destroyed",
}


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One thing that was done with a document, when and by whom."""

    at: datetime
    what: str
    who: str


def documents_visible_to(reader: User) -> QuerySet[Document]:
    """Return the documents somebody may see. Every page starts from here."""
    seen = people.visible_to(reader)
    return Document.objects.filter(in_view(reader), person__in=seen)


def person_for(user: User, pk: int) -> Person:
    """Return a child this person may see; one they may not see is not found."""
    person = get_object_or_404(people.visible_to(user), pk=pk)
    saw(children=[person.pk])
    return person


def document_for(reader: User, pk: int) -> Document:
    """Return a document this person may see; one they may not see is not found."""
    found = documents_visible_to(reader).select_related("person", "added_by", "redacted_from")
    document = get_object_or_404(found, pk=pk)
    saw(children=[document.person_id])
    return document


def version_for(reader: User, pk: int, number: int) -> Version:
    """Return a version of a document this person may see, whether or not it may be opened."""
    document = document_for(reader, pk)
    found = Version.objects.filter(document=document).select_related("added_by")
    version = get_object_or_404(found, number=number)
    version.document = document
    return version


def openable_version(reader: User, pk: int, number: int) -> Version | None:
    """Return such a version if it may be opened: not while it waits, nor if it did harm."""
    version = version_for(reader, pk, number)
    return version if version.may_be_opened else None


def of_person(*, reader: User, person: Person, wanted: Mapping[str, str]) -> QuerySet[Document]:
    """Return a child's documents of the kinds wanted, the latest first, with their versions."""
    narrowed = {name: value for name, value in wanted.items() if value}
    rows = documents_visible_to(reader).filter(person=person, **narrowed)
    newest_first = Prefetch("versions", Version.objects.order_by("-number"))
    return rows.select_related("added_by", "redacted_from").prefetch_related(newest_first)


def voided_of(*, reader: User, person: Person) -> QuerySet[Document]:
    """Return what was taken away from a child's documents: when, by whom and why, no more."""
    if not may_change(reader, person.pk):
        return Document.objects.none()
    rows = Document.objects.filter(person=person, voided_at__isnull=False)
    return rows.select_related("voided_by").only("person", "voided_at", "void_reason", "voided_by")


def count_for(user: User, person_id: int) -> int:
    """Return how many documents of a child somebody may see."""
    return documents_visible_to(user).filter(person=person_id).count()


def were_destroyed(person: Person) -> bool:
    """Say whether all documents of a child were destroyed."""
    return ChildKey.objects.filter(person=person, destroyed_at__isnull=False).exists()


def history_of(document: Document) -> list[HistoryLine]:
    """Return what was done with a document, the latest first."""
    entries = AuditEntry.objects.filter(subject=f"document:{document.pk}").order_by("-number")
    found = list(entries[:MOST_HISTORY])
    users = User.objects.filter(username__in={entry.by for entry in found})
    names = {user.username: user.display_name for user in users}
    return [
        HistoryLine(entry.at, _what(entry), names.get(entry.by, "The service")) for entry in found
    ]


def _what(entry: AuditEntry) -> str:
    words = ACTS.get(entry.act, entry.act)
    version = entry.details.get("version")
    if entry.act == "document_scanned":
        return f"Version {version}: {Scan(entry.details['found']).label.lower()}"
    return f"{words}, version {version}" if version else words


def refused_by_the_scan(user: User) -> QuerySet[Version]:
    """Return what this person added in which harmful software was found, while it is kept."""
    rows = Version.objects.filter(scan=Scan.INFECTED, added_by=user, destroyed_at=None)
    return rows.filter(document__in=documents_visible_to(user)).select_related(
        "document", "document__person"
    )


@dataclass(frozen=True, slots=True)
class Standing:
    """How scanning stands in the whole installation: counts only, for who keeps it running."""

    waiting: int
    waiting_in_vain: int
    infected: int


def standing_for_operations() -> Standing:
    """Return how many versions wait, how many of them were tried, and how many are locked away."""
    held = Version.objects.filter(destroyed_at=None)
    waiting = held.filter(scan=Scan.WAITING)
    return Standing(
        waiting=waiting.count(),
        waiting_in_vain=waiting.filter(scan_tries__gt=0).count(),
        infected=held.filter(scan=Scan.INFECTED).count(),
    )
