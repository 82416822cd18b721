"""Pages on which the return is written from the record, checked and downloaded."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import FileResponse, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from sendpath.accounts.http import SignedInRequest, needs
from sendpath.accounts.roles import May
from sendpath.jobs.models import Job
from sendpath.returns.forms import WriteForm
from sendpath.returns.models import WrittenReturn
from sendpath.returns.selectors import written as selectors
from sendpath.returns.services import export

PAGE = 50


@needs(May.EXPORT_RETURNS)
@require_http_methods(["GET", "POST"])
def write(request: SignedInRequest) -> HttpResponse:
    """Ask for which survey year the return is, and have it written."""
    form = WriteForm(request.POST or None, initial={"year": selectors.likely_year()})
    if form.is_valid():
        job = export.write_later(year=form.cleaned_data["year"], by=request.user)
        return redirect("returns:writing", job.pk)
    return render(request, "returns/write.html", {"form": form})


@needs(May.EXPORT_RETURNS)
@require_GET
def writing(request: SignedInRequest, pk: int) -> HttpResponse:
    """Show how far the writing is, and go to the return once it is written."""
    job = get_object_or_404(Job, pk=pk, kind=export.WRITE_JOB)
    done = WrittenReturn.objects.filter(job=job).first()
    if done:
        return redirect("returns:written", done.pk)
    return render(request, "returns/progress.html", {"job": job})


@needs(May.EXPORT_RETURNS)
@require_GET
def written(request: SignedInRequest, pk: int) -> HttpResponse:
    """Show a written return: what it holds, and what is to be mended, by person."""
    found = get_object_or_404(WrittenReturn, pk=pk)
    page = Paginator(selectors.people_at_fault(found), PAGE).get_page(request.GET.get("page"))
    context = {
        "written": found,
        "page": page,
        "groups": selectors.faults_of(found, list(page)),
        "file_faults": found.faults.filter(person_id=None),
    }
    return render(request, "returns/written.html", context)


@needs(May.EXPORT_RETURNS)
@require_GET
def download(request: SignedInRequest, pk: int) -> FileResponse:
    """Give the file to be uploaded to the Department, and note who took it."""
    found = get_object_or_404(WrittenReturn, pk=pk)
    file = export.open_written(written=found, by=request.user)
    return FileResponse(
        file, as_attachment=True, filename=found.name, content_type="application/xml"
    )
