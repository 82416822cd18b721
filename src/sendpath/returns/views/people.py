"""Pages that list the people of an upload, and their faults."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from sendpath.accounts.http import SignedInRequest, needs
from sendpath.accounts.roles import May
from sendpath.returns.models import Upload
from sendpath.returns.selectors import uploads as selectors
from sendpath.returns.services import exporting_faults
from sendpath.web.csv import download

PAGE = 50
TITLES = {
    "new": "People who are new",
    "changed": "People whose record would change",
    "unchanged": "People with nothing new",
    "faulty": "People who would be left out",
}
COLUMNS = (
    "Place in file", "Name", "UPN", "Line", "Rule", "Severity", "Item", "What is wrong", "Mend",
)  # fmt: skip


@needs(May.IMPORT_RETURNS)
@require_GET
def people(request: SignedInRequest, pk: int, verdict: str) -> HttpResponse:
    """List the people of an upload who are new, would change, or would be left out."""
    if verdict not in TITLES:
        raise Http404
    upload = get_object_or_404(Upload, pk=pk)
    pages = Paginator(selectors.people_with(upload, verdict), PAGE)
    page = pages.get_page(request.GET.get("page"))
    faulty = [person.position for person in page] if verdict == "faulty" else []
    lines = [line for line in selectors.fault_lines(upload, faulty) if line.blocks]
    selectors.staged_shown(upload, page)
    people = [
        (person, [line for line in lines if line.position == person.position]) for person in page
    ]
    context = {"upload": upload, "title": TITLES[verdict], "page": page, "people": people}
    return render(request, "returns/people.html", context)


@needs(May.IMPORT_RETURNS)
@require_GET
def faults(request: SignedInRequest, pk: int) -> HttpResponse:
    """List faults by person, those who would be left out first."""
    upload = get_object_or_404(Upload, pk=pk)
    page = Paginator(selectors.faulty_positions(upload), PAGE).get_page(request.GET.get("page"))
    lines = list(selectors.fault_lines(upload, list(page)))
    groups = [
        (position, [line for line in lines if line.position == position]) for position in page
    ]
    return render(
        request, "returns/faults.html", {"upload": upload, "page": page, "groups": groups}
    )


@needs(May.IMPORT_RETURNS)
@require_GET
def faults_csv(request: SignedInRequest, pk: int) -> HttpResponse:
    """Give every fault as a spreadsheet, to be sent to who can mend it."""
    upload = get_object_or_404(Upload, pk=pk)
    lines = exporting_faults.taken(upload=upload, by=request.user)
    return download(
        f"sen2-{upload.survey_year}-faults.csv",
        COLUMNS,
        (
            (line.position or "File", line.name, line.upn, line.line, line.rule, line.severity,
             line.field, line.words, line.mend)
            for line in lines
        ),
    )  # fmt: skip
