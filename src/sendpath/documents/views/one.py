"""One document: what it says, its versions, who may see it, and what was done with it."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from sendpath.accounts.http import SignedInRequest
from sendpath.accounts.models import User
from sendpath.documents.cases import CaseOf, cases_of
from sendpath.documents.filetypes import Shown
from sendpath.documents.models import Document, Version
from sendpath.documents.permissions import may_change
from sendpath.documents.sealing import Tampered
from sendpath.documents.selectors import documents
from sendpath.documents.selectors.search import text_of_page
from sendpath.documents.services import looking
from sendpath.documents.services.parsing.ask import Unreadable

NOTHING = "There is nothing in it that can be shown here. Download it to look at it."
NOT_SHOWN = "There is no preview: the file could not be read. Download it to look at it."
NO_PREVIEW = "There is no preview of this kind of file. Download it to look at it."


@require_GET
def show(request: SignedInRequest, pk: int, number: int | None = None) -> HttpResponse:
    """Show a document, or one of its versions."""
    reader = request.user
    document = documents.document_for(reader, pk)
    versions = list(document.versions.select_related("added_by").order_by("-number"))
    version = documents.version_for(reader, pk, versions[0].number if number is None else number)
    page = _page_asked(request, version)
    changes = may_change(reader, document.person_id)
    context = {
        "document": document,
        "version": version,
        "versions": versions,
        "newest": version.number == versions[0].number,
        "page": page,
        "preview": _preview(request, version, page),
        "words": text_of_page(document, page) if version.number == versions[0].number else "",
        "case": _case(request, document),
        "copies": documents.documents_visible_to(reader).filter(redacted_from=document),
        "original": _original(reader, document),
        "history": documents.history_of(document) if changes else [],
        "may_change": changes,
    }
    return render(request, "documents/document.html", context)


def _page_asked(request: SignedInRequest, version: Version) -> int:
    asked = request.GET.get("page", "1")
    wanted = int(asked) if asked.isdecimal() and len(asked) < 6 else 1
    return min(max(1, wanted), version.pages or 1)


@dataclass(frozen=True, slots=True)
class Preview:
    """What is shown of a version in its page; at most one of these, or why there is nothing."""

    drawn: bool = False
    html: str = ""
    text: str = ""
    played: str = ""
    why_not: str = ""


def _preview(request: SignedInRequest, version: Version, page: int) -> Preview:
    """Open a version for whoever looks, and note that they did. Never fails the page."""
    if not version.may_be_opened:
        return Preview()
    looking.note(version=version, act="document_viewed", by=request.user, page=page)
    shown = version.type.shown
    if shown in {Shown.SOUND, Shown.FILM}:
        return Preview(played=shown.value)
    if shown in {Shown.PAGES, Shown.PICTURE}:
        return _drawn(version)
    try:
        if shown == Shown.WORD:
            html = looking.word_as_html(version=version)
            return Preview(html=html) if html.strip() else Preview(why_not=NOTHING)
        if shown == Shown.TEXT:
            return Preview(text=looking.text_shown(version=version))
    except (Unreadable, Tampered):
        return Preview(why_not=NOT_SHOWN)
    return Preview(why_not=NO_PREVIEW)


def _drawn(version: Version) -> Preview:
    if version.read_at is None:
        return Preview(why_not="The preview is being made. Look again in a moment.")
    return Preview(drawn=True) if version.pages else Preview(why_not=NOT_SHOWN)


def _case(request: SignedInRequest, document: Document) -> CaseOf | None:
    if not document.case_number:
        return None
    cases = cases_of(request.user, document.person_id)
    return next((case for case in cases if case.number == document.case_number), None)


def _original(reader: User, document: Document) -> Document | None:
    if document.redacted_from_id is None:
        return None
    seen = documents.documents_visible_to(reader)
    return seen.filter(pk=document.redacted_from_id).first()
