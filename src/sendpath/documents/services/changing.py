"""Saying anew what a document is and who may see it, and taking a wrong one away."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction

from sendpath.accounts.models import User
from sendpath.audit import services as audit
from sendpath.documents.models import Document, Words
from sendpath.documents.services.uploads import Described
from sendpath.documents.words import WhyVoid
from sendpath.web import clock


@transaction.atomic
def describe(*, document: Document, title: str, described: Described, by: User) -> Document:
    """Say anew what a document is called and is, and how far it may go."""
    document = _standing(document)
    audit.record(
        by=by.username,
        act="document_described",
        subject=f"document:{document.pk}",
        details={
            "person": document.person_id,
            "kind": described.kind.value,
            "sensitivity": described.sensitivity.value,
            "visibility": described.visibility.value,
            "case": described.case_number,
            "sensitivity_before": document.sensitivity,
            "visibility_before": document.visibility,
        },
    )
    words = Words.objects.filter(document=document).first()
    if words:
        _, mark, text = words.text.partition("\f")
        words.text = f"{title}{mark}{text}"
        words.save()
    document.title = title
    document.kind, document.sensitivity = described.kind, described.sensitivity
    document.visibility, document.case_number = described.visibility, described.case_number
    document.save()
    return document


@transaction.atomic
def void(*, document: Document, reason: WhyVoid, by: User) -> Document:
    """Take a wrong document away: from this moment nobody finds or opens it, nor its copies.

    It stays sealed for the days set for evidence, and is then destroyed.
    """
    document = _standing(document)
    for one in [document, *document.copies.filter(voided_at=None)]:
        one.voided_at, one.voided_by, one.void_reason = clock.now(), by, reason
        one.save()
        Words.objects.filter(document=one).delete()
        audit.record(
            by=by.username,
            act="document_voided",
            subject=f"document:{one.pk}",
            details={"person": one.person_id, "reason": reason.value},
        )
    return document


def _standing(document: Document) -> Document:
    document = Document.objects.select_for_update().get(pk=document.pk)
    if document.voided_at:
        raise ValidationError("This document has been taken away already.")
    return document
