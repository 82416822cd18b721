"""Pages on which a return is loaded, looked at, and accepted or cancelled."""

from __future__ import annotations

from typing import BinaryIO, cast

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.datastructures import MultiValueDict
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from sendpath.accounts.http import SignedInRequest, needs
from sendpath.accounts.roles import May
from sendpath.core.sen2.refusal import Refused
from sendpath.returns.forms import AcceptForm, LoadForm
from sendpath.returns.models import Upload
from sendpath.returns.selectors import uploads as selectors
from sendpath.returns.services import uploads as services

AROUND_A_FILE = 1_000_000
"""Bytes of a form that are not the file: more than any browser adds."""


@needs(May.IMPORT_RETURNS, May.EXPORT_RETURNS)
@require_GET
def start(request: SignedInRequest) -> HttpResponse:
    """Show what was loaded and written before, and lead to loading and writing."""
    context = {
        "uploads": selectors.earlier_uploads(),
        "written": selectors.written_returns(),
        "may_load": request.user.may(May.IMPORT_RETURNS),
        "may_write": request.user.may(May.EXPORT_RETURNS),
    }
    return render(request, "returns/start.html", context)


@csrf_exempt
def load(request: SignedInRequest) -> HttpResponseBase:
    """Ask for a file, and refuse at once what is too large to be read at all.

    Looking for the token would read the whole request, so that comes after the size.
    """
    length = int(request.META.get("CONTENT_LENGTH") or 0)
    if length > settings.LARGEST_RETURN + AROUND_A_FILE:
        return _too_large(request)
    return csrf_protect(_load)(request)


@needs(May.IMPORT_RETURNS)
def _too_large(request: SignedInRequest) -> HttpResponse:
    form = LoadForm(MultiValueDict(), MultiValueDict())
    form.errors.clear()
    largest = settings.LARGEST_RETURN // 1_000_000
    form.add_error(
        "file", f"The file must be smaller than {largest} MB. Check that it is the right file."
    )
    return render(request, "returns/load.html", {"form": form}, status=413)


@needs(May.IMPORT_RETURNS)
@require_http_methods(["GET", "POST"])
def _load(request: SignedInRequest) -> HttpResponse:
    posted = request.method == "POST"
    form = LoadForm(request.POST, request.FILES) if posted else LoadForm()
    if form.is_valid():
        file: UploadedFile[bytes] = form.cleaned_data["file"]
        try:
            upload = services.receive_and_read_later(
                source=cast(BinaryIO, file),
                name=file.name or "",
                size=file.size or 0,
                by=request.user,
            )
        except Refused as refused:
            form.add_error("file", str(refused))
        else:
            return redirect("returns:upload", upload.pk)
    return render(request, "returns/load.html", {"form": form})


@needs(May.IMPORT_RETURNS)
@require_GET
def upload(request: SignedInRequest, pk: int) -> HttpResponse:
    """Show how far an upload is, what it would change, or what became of it."""
    found = get_object_or_404(Upload.objects.select_related("job"), pk=pk)
    if found.state == Upload.State.READY:
        doubts = selectors.doubts(found)
        return _preview(request, found, AcceptForm(doubts=doubts))
    page = {
        Upload.State.READING: "progress",
        Upload.State.ACCEPTING: "progress",
        Upload.State.ACCEPTED: "done",
    }.get(Upload.State(found.state), "closed")
    return render(request, f"returns/{page}.html", {"upload": found, "job": found.job})


def _preview(request: SignedInRequest, upload: Upload, form: AcceptForm) -> HttpResponse:
    context = {
        "upload": upload,
        "form": form,
        "summary": selectors.summary(upload),
        "file_faults": list(selectors.fault_lines(upload, [0])),
    }
    return render(request, "returns/preview.html", context)


@needs(May.IMPORT_RETURNS)
@require_POST
def accept(request: SignedInRequest, pk: int) -> HttpResponse:
    """Accept an upload and have it recorded."""
    found = get_object_or_404(Upload, pk=pk)
    form = AcceptForm(request.POST, doubts=selectors.doubts(found))
    if form.is_valid():
        confirmed = form.cleaned_data["confirmed"]
        try:
            services.accept_later(upload=found, by=request.user, confirmed=confirmed)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            return redirect("returns:upload", pk)
    if found.state != Upload.State.READY:
        return redirect("returns:upload", pk)
    return _preview(request, found, form)


@needs(May.IMPORT_RETURNS)
@require_http_methods(["GET", "POST"])
def cancel(request: SignedInRequest, pk: int) -> HttpResponse:
    """Ask whether to leave an upload, and leave it."""
    found = get_object_or_404(Upload, pk=pk)
    if found.state not in {Upload.State.READING, Upload.State.READY}:
        return redirect("returns:upload", pk)
    if request.method == "POST":
        services.cancel(upload=found, by=request.user)
        return redirect("returns:upload", pk)
    return render(request, "returns/cancel.html", {"upload": found})


@needs(May.IMPORT_RETURNS)
@require_POST
def again(request: SignedInRequest, pk: int) -> HttpResponse:
    """Have a worker go on with an upload whose job failed."""
    services.go_on(upload=get_object_or_404(Upload, pk=pk), by=request.user)
    return redirect("returns:upload", pk)
