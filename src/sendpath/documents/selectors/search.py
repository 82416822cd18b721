"""Documents found by the words in them, among those their reader may see and nothing else."""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.db import connection
from django.db.models import F, QuerySet
from django.db.models.expressions import RawSQL
from django.utils.html import format_html
from django.utils.safestring import SafeString

from sendpath.accounts.models import User
from sendpath.audit.acting import saw
from sendpath.documents.models import Document
from sendpath.documents.selectors.documents import documents_visible_to

MOST = 50
AROUND = 90
SHORTEST = 3
"""Letters that must agree where a word was found in another form, as in “assess, assessing”."""

POSTGRESQL = (
    "SELECT document_id FROM documents_words WHERE found_by @@ plainto_tsquery('english', %s)"
)
SQLITE = "SELECT rowid FROM documents_words_index WHERE documents_words_index MATCH %s"


@dataclass(frozen=True, slots=True)
class FoundDocument:
    """A document found, and a few of its words around the first that was asked for."""

    document: Document
    snippet: SafeString
    page: int | None


def search(*, reader: User, words: str, person_id: int | None = None) -> list[FoundDocument]:
    """Return the documents that hold all of these words, the latest first, 50 at most.

    What the reader may not see is left out before anything is counted or cut.
    """
    asked = re.findall(r"\w+", words)[:20]
    if not asked:
        return []
    rows = documents_visible_to(reader).filter(pk__in=_with_words(asked))
    if person_id:
        rows = rows.filter(person=person_id)
    found: QuerySet[Document] = rows.select_related("person").annotate(said=F("words__text"))
    on_page = list(found[:MOST])
    saw(children=[document.person_id for document in on_page])
    return [_found(document, asked) for document in on_page]


def _with_words(asked: list[str]) -> RawSQL:
    if connection.vendor == "postgresql":
        return RawSQL(POSTGRESQL, [" ".join(asked)])  # noqa: S611  # fixed text, words as parameters
    return RawSQL(SQLITE, [" ".join(f'"{word}"' for word in asked)])  # noqa: S611  # as above


def text_of_page(document: Document, page: int) -> str:
    """Return the words on a page of the newest version; empty where none were found."""
    words = getattr(document, "words", None)
    pages = words.text.split("\f")[1:] if words else []
    return pages[page - 1].strip() if 0 < page <= len(pages) else ""


def _found(document: Document, asked: list[str]) -> FoundDocument:
    pages = str(getattr(document, "said", "")).split("\f")[1:]
    for number, text in enumerate(pages, start=1):
        place = _place(text, asked)
        if place:
            return FoundDocument(
                document, _around(text, *place), number if len(pages) > 1 else None
            )
    return FoundDocument(document, SafeString(""), None)


def _place(text: str, asked: list[str]) -> tuple[int, int] | None:
    for word in asked:
        for length in range(len(word), min(SHORTEST, len(word)) - 1, -1):
            hit = re.search(rf"\b{re.escape(word[:length])}\w*", text, re.IGNORECASE)
            if hit:
                return hit.span()
    return None


def _around(text: str, start: int, end: int) -> SafeString:
    before = " ".join(text[max(0, start - AROUND) : start].split())
    after = " ".join(text[end : end + AROUND].split())
    return format_html("…{} <mark>{}</mark> {}…", before, text[start:end], after)
