"""Documents, their versions, the words in them, and the key that seals a child's files."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q

from sendpath.documents.filetypes import TYPES, FileType
from sendpath.documents.words import (
    SEEN,
    DocumentKind,
    Scan,
    Sensitivity,
    Visibility,
    WhyVoid,
)


class ChildKey(models.Model):
    """The key to all files about one child, itself sealed by the installation's master key.

    Once it is destroyed nothing opens those files again, in whatever backup they lie.
    """

    person = models.OneToOneField(
        "people.Person", on_delete=models.PROTECT, primary_key=True, related_name="+"
    )
    sealed = models.TextField(blank=True)
    made_at = models.DateTimeField()
    destroyed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(destroyed_at__isnull=True) | Q(sealed=""),
                name="documents_key_destroyed_is_gone",
            )
        ]

    def __str__(self) -> str:
        return f"key of {self.person_id}"


class Document(models.Model):
    """One document about a child. What it says may change: each change is a new version.

    `case_number` is the id of one of the child's cases; cases lie above this part. `sealed_for`
    is whose key its files lie under: when two records of one child are merged the document moves
    and its files stay sealed as they are.
    """

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="documents")
    sealed_for = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    case_number = models.PositiveBigIntegerField(null=True)
    title = models.CharField(max_length=150)
    kind = models.CharField(max_length=20, choices=DocumentKind.choices)
    sensitivity = models.CharField(max_length=20, choices=Sensitivity.choices)
    visibility = models.CharField(max_length=20, choices=Visibility.choices)
    redacted_from = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="copies"
    )
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    added_at = models.DateTimeField()
    voided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    voided_at = models.DateTimeField(null=True)
    void_reason = models.CharField(max_length=20, choices=WhyVoid.choices, blank=True)

    class Meta:
        ordering = ["-added_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(voided_at__isnull=True, voided_by__isnull=True, void_reason="")
                | (Q(voided_at__isnull=False, voided_by__isnull=False) & ~Q(void_reason="")),
                name="documents_voided_by_someone_for_a_reason",
            )
        ]
        indexes = [
            models.Index(fields=["person", "-added_at"], name="documents_of_person"),
            models.Index(fields=["case_number"], name="documents_of_case"),
        ]

    def __str__(self) -> str:
        return f"document {self.pk}"


class Version(models.Model):
    """One file of a document. It lies sealed under `stored_as`; `salt` is part of its key.

    A version whose salt is gone was destroyed: nothing opens its file again.
    """

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    stored_as = models.UUIDField(default=uuid.uuid4, unique=True)
    salt = models.BinaryField(max_length=32)
    file_type = models.CharField(max_length=10)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    pages = models.PositiveIntegerField(null=True)
    """How many can be drawn, once it has been read; none where the file could not be."""
    read_at = models.DateTimeField(null=True)
    scan = models.CharField(max_length=10, choices=Scan.choices, default=Scan.WAITING)
    scan_tries = models.PositiveIntegerField(default=0)
    scanned_at = models.DateTimeField(null=True)
    harm = models.CharField(max_length=120, blank=True)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    added_at = models.DateTimeField()
    destroyed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["document", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["document", "number"], name="documents_version_number_once"
            )
        ]
        indexes = [
            models.Index(
                fields=["added_at"],
                name="documents_not_clean",
                condition=Q(scan__in=[Scan.WAITING, Scan.INFECTED]),
            )
        ]

    def __str__(self) -> str:
        return f"document {self.document_id} version {self.number}"

    @property
    def type(self) -> FileType:
        return TYPES[self.file_type]

    @property
    def may_be_opened(self) -> bool:
        return self.scan in SEEN and self.destroyed_at is None

    @property
    def scanner_is_down(self) -> bool:
        return self.scan == Scan.WAITING and self.scan_tries > 0


class Words(models.Model):
    """What the newest version of a document says, to be searched. Pages end with a form feed."""

    document = models.OneToOneField(
        Document, on_delete=models.CASCADE, primary_key=True, related_name="words"
    )
    text = models.TextField(blank=True)

    def __str__(self) -> str:
        return f"words of {self.document_id}"
