"""Pages on which an extract of the register is loaded, looked at, and accepted or cancelled."""

from __future__ import annotations

from contextlib import suppress
from typing import BinaryIO, cast

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from sendpath.accounts.http import SignedInRequest, needs
from sendpath.accounts.roles import May
from sendpath.core.gias.read import Refused
from sendpath.establishments.models import RegisterChange, RegisterLoad
from sendpath.establishments.register import selectors, services
from sendpath.establishments.register.forms import AcceptForm, LoadForm

PAGE = 50


@needs(May.IMPORT_RETURNS)
@require_GET
def loads(request: SignedInRequest) -> HttpResponse:
    """Show what was loaded before, and lead to loading."""
    context = {"loads": selectors.earlier_loads(), "newest": selectors.newest_load()}
    return render(request, "establishments/register/loads.html", context)


@needs(May.IMPORT_RETURNS)
@require_http_methods(["GET", "POST"])
def load(request: SignedInRequest) -> HttpResponse:
    """Ask for an extract, and have it read."""
    posted = request.method == "POST"
    form = LoadForm(request.POST, request.FILES) if posted else LoadForm()
    if form.is_valid():
        try:
            return _receive(request, form)
        except Refused as refused:
            form.add_error("file", str(refused))
    return render(request, "establishments/register/load.html", {"form": form})


def _receive(request: SignedInRequest, form: LoadForm) -> HttpResponse:
    said = form.cleaned_data
    file: UploadedFile[bytes] = said["file"]
    if (file.size or 0) > settings.LARGEST_RETURN:
        raise Refused("It is larger than any extract. Check that it is the right file.")
    received = services.receive_and_read_later(
        source=cast(BinaryIO, file),
        links=cast(BinaryIO, said["links"]) if said["links"] else None,
        name=file.name or "",
        extract_on=said["extract_on"],
        by=request.user,
    )
    return redirect("register:upload", received.pk)


@needs(May.IMPORT_RETURNS)
@require_GET
def upload(request: SignedInRequest, pk: int) -> HttpResponse:
    """Show how far a load is, what it would change, or what became of it."""
    found = get_object_or_404(RegisterLoad.objects.select_related("job"), pk=pk)
    return _page(request, found, AcceptForm())


def _page(request: SignedInRequest, found: RegisterLoad, form: AcceptForm) -> HttpResponse:
    under_way = found.state in {RegisterLoad.State.READING, RegisterLoad.State.ACCEPTING}
    context = {
        "load": found,
        "job": found.job,
        "form": form,
        "doubts": services.doubts(found),
        "summary": selectors.summary(found),
        "shown": RegisterChange.Verdict.values,
    }
    page = "progress" if under_way else "preview"
    return render(request, f"establishments/register/{page}.html", context)


@needs(May.IMPORT_RETURNS)
@require_POST
def accept(request: SignedInRequest, pk: int) -> HttpResponse:
    """Accept a load and have it recorded."""
    found = get_object_or_404(RegisterLoad, pk=pk)
    form = AcceptForm(request.POST)
    confirmed = form.is_valid() and form.cleaned_data["confirmed"]
    try:
        services.accept_later(load=found, by=request.user, confirmed=confirmed)
    except ValidationError as error:
        form.add_error("confirmed", error)
        return _page(request, found, form)
    return redirect("register:upload", pk)


@needs(May.IMPORT_RETURNS)
@require_http_methods(["GET", "POST"])
def cancel(request: SignedInRequest, pk: int) -> HttpResponse:
    """Ask whether to leave a load, and leave it."""
    found = get_object_or_404(RegisterLoad, pk=pk)
    if found.state not in {RegisterLoad.State.READING, RegisterLoad.State.READY}:
        return redirect("register:upload", pk)
    if request.method == "POST":
        with suppress(ValidationError):  # it was accepted meanwhile: its page says so
            services.cancel(load=found, by=request.user)
        return redirect("register:upload", pk)
    return render(request, "establishments/register/cancel.html", {"load": found})


@needs(May.IMPORT_RETURNS)
@require_POST
def again(request: SignedInRequest, pk: int) -> HttpResponse:
    """Have a worker go on with a load whose job failed."""
    services.go_on(load=get_object_or_404(RegisterLoad, pk=pk), by=request.user)
    return redirect("register:upload", pk)


@needs(May.IMPORT_RETURNS)
@require_GET
def changes(request: SignedInRequest, pk: int, verdict: str) -> HttpResponse:
    """List the establishments of which an extract says one sort of thing."""
    found = get_object_or_404(RegisterLoad, pk=pk)
    words = dict(selectors.VERDICTS).get(verdict, "")
    if verdict not in RegisterChange.Verdict.values:
        raise Http404
    rows = selectors.changes_with(found, verdict)
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    lines = [(change, selectors.labels(change)) for change in page]
    context = {"load": found, "title": words, "page": page, "lines": lines}
    return render(request, "establishments/register/changes.html", context)


@needs(May.IMPORT_RETURNS)
@require_GET
def faults(request: SignedInRequest, pk: int) -> HttpResponse:
    """List what is wrong in the rows of an extract, and what to do about it."""
    found = get_object_or_404(RegisterLoad, pk=pk)
    page = Paginator(found.faults.all(), PAGE).get_page(request.GET.get("page"))
    context = {"load": found, "page": page}
    return render(request, "establishments/register/faults.html", context)
