"""Reading the words of a document once it is known to be clean, so that it can be found."""

from __future__ import annotations

import json

from django.db import transaction

from sendpath.documents.models import Document, Version, Words
from sendpath.documents.sealing import Tampered
from sendpath.documents.services.parsing.ask import Unreadable, ask
from sendpath.documents.services.sealed import open_version
from sendpath.web import clock


def read_words(*, version: Version) -> None:
    """Note a version's pages, and its words if it is the newest of its document.

    What cannot be read is found by its title alone.
    """
    if not version.may_be_opened:
        return
    try:
        with open_version(version) as file:
            found = json.loads(ask("text", file, version.file_type))
        text, pages = str(found["text"]), _pages(found["pages"])
    except (Unreadable, Tampered, ValueError, KeyError, TypeError):
        text, pages = "", None
    _note(version, text, pages)


def _pages(told: object) -> int | None:
    return min(told, 100_000) if isinstance(told, int) and told > 0 else None


@transaction.atomic
def _note(version: Version, text: str, pages: int | None) -> None:
    document = Document.objects.select_for_update().get(pk=version.document_id)
    Version.objects.filter(pk=version.pk).update(pages=pages, read_at=clock.now())
    newest = document.versions.order_by("-number").values_list("pk", flat=True).first()
    if newest == version.pk and not document.voided_at:
        Words.objects.update_or_create(
            document=document, defaults={"text": f"{document.title}\f{text}"}
        )
