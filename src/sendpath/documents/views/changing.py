"""Saying anew what a document is, taking it away, and leaving something out of a copy."""

from __future__ import annotations

import re

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from sendpath.accounts.http import SignedInRequest
from sendpath.documents.cases import cases_of
from sendpath.documents.filetypes import Shown
from sendpath.documents.forms import ChangeForm, RedactForm, VoidForm
from sendpath.documents.models import Document, Version
from sendpath.documents.permissions import may_change
from sendpath.documents.selectors.documents import document_for
from sendpath.documents.services import changing, redacting
from sendpath.documents.words import Visibility, WhyVoid

LOOK = "look"
"""The button that shows another page of the original, and keeps what was typed."""

DRAWN = {Shown.PAGES, Shown.PICTURE}


def _to_change(request: SignedInRequest, pk: int) -> Document:
    reader = request.user
    document = document_for(reader, pk)
    if not may_change(reader, document.person_id):
        raise PermissionDenied
    return document


@require_http_methods(["GET", "POST"])
def describe(request: SignedInRequest, pk: int) -> HttpResponse:
    """Ask what a document is and who may see it, and say so."""
    document = _to_change(request, pk)
    said = request.POST if request.method == "POST" else None
    cases = cases_of(request.user, document.person_id)
    form = ChangeForm(said, document=document, cases=cases)
    if form.is_valid():
        changing.describe(
            document=document,
            title=form.cleaned_data["title"],
            described=form.described(),
            by=request.user,
        )
        messages.success(request, "Saved")
        return redirect("documents:document", pk)
    return render(request, "documents/describe.html", {"form": form, "document": document})


@require_http_methods(["GET", "POST"])
def void(request: SignedInRequest, pk: int) -> HttpResponse:
    """Ask why a document is taken away, and take it away."""
    document = _to_change(request, pk)
    form = VoidForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        reason = WhyVoid(form.cleaned_data["reason"])
        changing.void(document=document, reason=reason, by=request.user)
        messages.success(request, "The document was taken away\nNobody can open it any more.")
        return redirect("documents:of_person", document.person_id)
    return render(request, "documents/void.html", {"form": form, "document": document})


@require_http_methods(["GET", "POST"])
def redact(request: SignedInRequest, pk: int) -> HttpResponse:
    """Ask what a copy is to leave out, and make it."""
    document = _to_change(request, pk)
    version = _drawable(document)
    pages = version.pages or 1
    looking_on = request.POST.get(LOOK, "")
    posted = request.POST if request.method == "POST" else None
    form = RedactForm(posted, pages=pages, only_kept=bool(looking_on))
    if form.is_valid():
        said = form.cleaned_data
        try:
            copy = redacting.make_copy(
                version=version,
                leave_out=said.get("leave_out", []),
                boxes=said["boxes"],
                visibility=Visibility(said["visibility"]),
                by=request.user,
            )
        except ValidationError as why:
            form.add_error(None, why)
        else:
            messages.success(request, "The copy was made\nLook at every page of it.")
            return redirect("documents:document", copy.pk)
    page = min(max(1, int(looking_on)), pages) if re.fullmatch(r"[0-9]{1,5}", looking_on) else 1
    context = {"form": form, "document": document, "version": version, "page": page}
    return render(request, "documents/redact.html", context)


def _drawable(document: Document) -> Version:
    version = document.versions.select_related("document").order_by("-number").first()
    if version is None or not version.may_be_opened or version.type.shown not in DRAWN:
        raise Http404
    return version
