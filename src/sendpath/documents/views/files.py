"""The files themselves: to take away, to listen to, and their pages drawn again."""

from __future__ import annotations

import structlog
from django.http import FileResponse, Http404, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_GET

from sendpath.accounts.http import SignedInRequest
from sendpath.documents.filetypes import Shown
from sendpath.documents.models import Version
from sendpath.documents.names import as_download
from sendpath.documents.sealing import Tampered
from sendpath.documents.selectors.documents import openable_version
from sendpath.documents.services import looking
from sendpath.documents.services.parsing.ask import Unreadable

PIECE = 64 * 1024

log = structlog.get_logger("sendpath.documents")

ALONE = "default-src 'none'; sandbox"
"""A file opened in a window of its own may load nothing, run nothing, and is of no origin."""


@require_GET
def download(request: SignedInRequest, pk: int, number: int) -> HttpResponseBase:
    """Give a file to be kept, never to be shown where it could act as a page of ours."""
    version = _openable(request, pk, number)
    try:
        answer = _file(version)
    except Tampered:
        log.exception("document.tampered", version_id=version.pk)
        return render(request, "documents/cannot_open.html", {"version": version}, status=410)
    looking.note(version=version, act="document_downloaded", by=request.user)
    return answer


def _openable(request: SignedInRequest, pk: int, number: int) -> Version:
    version = openable_version(request.user, pk, number)
    if version is None:
        raise Http404
    return version


def _file(version: Version) -> FileResponse:
    """Answer with a version's file, to be taken away and not shown."""
    file = looking.opened(version=version)
    answer = FileResponse(
        file,
        as_attachment=True,
        filename=as_download(version.document.title, version.type.ending),
        content_type=version.type.served_as,
    )
    answer.block_size = PIECE
    answer.headers["Content-Security-Policy"] = ALONE
    return answer


@require_GET
def play(request: SignedInRequest, pk: int, number: int) -> HttpResponseBase:
    """Give sound or film to be played in its page."""
    version = _openable(request, pk, number)
    if version.type.shown not in {Shown.SOUND, Shown.FILM}:
        raise Http404
    try:
        answer = _file(version)
    except Tampered:
        raise Http404 from None
    answer.headers["Content-Disposition"] = "inline"
    return answer


@require_GET
def page(request: SignedInRequest, pk: int, number: int, page: int) -> HttpResponse:
    """Give one page, or a picture, drawn again."""
    version = _openable(request, pk, number)
    if version.type.shown not in {Shown.PAGES, Shown.PICTURE} or not 1 <= page <= (
        version.pages or 0
    ):
        raise Http404
    try:
        drawn = looking.page_drawn(version=version, page=page)
    except (Unreadable, Tampered):
        raise Http404 from None
    return HttpResponse(drawn, content_type="image/png", headers={"Content-Security-Policy": ALONE})
