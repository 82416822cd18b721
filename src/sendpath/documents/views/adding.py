"""Adding documents, new versions, and copies redacted elsewhere."""

from __future__ import annotations

from typing import BinaryIO, cast

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from sendpath.accounts.http import SignedInRequest
from sendpath.documents.cases import cases_of
from sendpath.documents.forms import AddForm, CopyForm, OneFileForm
from sendpath.documents.models import Document
from sendpath.documents.selectors import documents
from sendpath.documents.services import uploads
from sendpath.documents.views.arriving import Refusal, takes_files
from sendpath.documents.words import Visibility
from sendpath.people.models import Person
from sendpath.web.templatetags.govuk import plural

JSON = "application/json"


def _child(request: SignedInRequest, pk: int) -> Person:
    return documents.person_for(request.user, pk)


def _document(request: SignedInRequest, pk: int) -> Document:
    return documents.document_for(request.user, pk)


@takes_files(_child, lambda person: person.pk)
def add(request: SignedInRequest, person: Person, refusal: Refusal | None) -> HttpResponseBase:
    """Ask for documents about a child, and keep those that can be kept."""
    posted = request.method == "POST" and refusal is None
    cases = cases_of(request.user, person.pk)
    form = AddForm(*((request.POST, request.FILES) if posted else ()), cases=cases)
    kept: list[Document] = []
    if posted and form.is_valid():
        kept = _kept(request, person, form)
        if kept and not form.errors:
            return _done(request, person, kept)
    context = {"form": form, "person": person, "largest": settings.LARGEST_DOCUMENT}
    return _answer(request, "add", context, refusal, len(kept))


def _kept(request: SignedInRequest, person: Person, form: AddForm) -> list[Document]:
    kept = []
    for file in form.cleaned_data["files_sent"]:
        try:
            document = uploads.add_document(
                person_id=person.pk,
                file=cast(BinaryIO, file.file),
                name=file.name or "",
                described=form.described(),
                by=request.user,
            )
        except ValidationError as why:
            form.add_error("files_sent", f"“{file.name}” was not added. {why.messages[0]}")
        else:
            kept.append(document)
    return kept


def _done(request: SignedInRequest, person: Person, kept: list[Document]) -> HttpResponse:
    if request.headers.get("Accept") == JSON:
        return JsonResponse({"added": len(kept)})
    messages.success(
        request,
        f"{plural(len(kept), 'document')} added\nEach can be opened once it has been scanned.",
    )
    return redirect("documents:of_person", person.pk)


def _answer(
    request: SignedInRequest,
    page: str,
    context: dict[str, object],
    refusal: Refusal | None,
    kept: int = 0,
) -> HttpResponse:
    form = cast(forms.Form, context["form"])
    if refusal:
        _refuse(form, refusal)
    if request.headers.get("Accept") == JSON:
        words = [words for messages_of in form.errors.values() for words in messages_of]
        return JsonResponse({"refused": words}, status=refusal.status if refusal else 422)
    if kept:
        messages.success(request, f"{plural(kept, 'document')} added, but not all")
    status = refusal.status if refusal else 200
    return render(request, f"documents/{page}.html", context, status=status)


def _refuse(form: forms.Form, refusal: Refusal) -> None:
    """Say on an empty form why what was sent was not taken."""
    form.is_bound = True
    form.full_clean()
    form.errors.clear()
    form.add_error(next(name for name in form.fields if name.startswith("file")), refusal.words)


@takes_files(_document, lambda document: document.person_id)
def add_version(
    request: SignedInRequest, document: Document, refusal: Refusal | None
) -> HttpResponseBase:
    """Ask for what a document says now; what it said before is kept."""
    posted = request.method == "POST" and refusal is None
    form = OneFileForm(*((request.POST, request.FILES) if posted else ()))
    if posted and form.is_valid():
        try:
            uploads.add_version(document=document, file=_file(form), by=request.user)
        except ValidationError as why:
            form.add_error("file", why.messages[0])
        else:
            return _to(request, document, "A new version was added")
    return _answer(request, "add_version", {"form": form, "document": document}, refusal)


@takes_files(_document, lambda document: document.person_id)
def add_copy(
    request: SignedInRequest, document: Document, refusal: Refusal | None
) -> HttpResponseBase:
    """Ask for a copy with something left out, made elsewhere."""
    posted = request.method == "POST" and refusal is None
    form = CopyForm(*((request.POST, request.FILES) if posted else ()))
    if posted and form.is_valid():
        try:
            copy = uploads.add_redacted(
                original=document,
                file=_file(form),
                visibility=Visibility(form.cleaned_data["visibility"]),
                by=request.user,
            )
        except ValidationError as why:
            form.add_error("file", why.messages[0])
        else:
            return _to(request, copy, "The redacted copy was added")
    return _answer(request, "add_copy", {"form": form, "document": document}, refusal)


def _file(form: forms.Form) -> BinaryIO:
    sent: UploadedFile[bytes] = form.cleaned_data["file"]
    return cast(BinaryIO, sent.file)


def _to(request: SignedInRequest, document: Document, words: str) -> HttpResponse:
    messages.success(request, f"{words}\nIt can be opened once it has been scanned.")
    return redirect(reverse("documents:document", args=[document.pk]))
