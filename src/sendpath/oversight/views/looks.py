"""Who has looked at one child's record."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from sendpath.accounts.http import SignedInRequest, needs
from sendpath.accounts.roles import May
from sendpath.audit.acting import saw
from sendpath.oversight.forms.looks import FindForm, LooksForm
from sendpath.oversight.selectors.looks import Reader, who_looked
from sendpath.people import selectors as people
from sendpath.web import clock, csv

PAGE = 50
COLUMNS = ("Day", "First at", "Who", "Role", "Organisation", "What for", "What they did", "Pages")


@require_GET
@needs(May.OVERSEE_ACCESS)
def find(request: SignedInRequest) -> HttpResponse:
    """Ask whose record it is, and list the people meant."""
    form = FindForm(request.GET or None)
    found = None
    if form.is_valid():
        among = people.anybody_for_oversight()
        found = people.find(words=form.cleaned_data["words"], born_on=None, among=among)
        saw(children=[person.pk for person in found])
    return render(request, "oversight/find.html", {"form": form, "found": found})


@require_GET
@needs(May.OVERSEE_ACCESS)
def looks(request: SignedInRequest, pk: int) -> HttpResponse:
    """Show who has looked at a child's record, by day and person."""
    child = people.person_for_oversight(pk)
    form = LooksForm(request.GET.dict(), today=clock.today())
    lines = who_looked(child=child.pk, wanted=form.wanted(), reader=Reader.STAFF)
    page = Paginator(lines, PAGE).get_page(request.GET.get("page"))
    context = {
        "child": child,
        "form": form,
        "wanted": form.wanted(),
        "page": page,
        "people": len({(line.who, line.role) for line in lines}),
        "opened": sum(line.opened for line in lines),
        "narrowed": bool(request.GET),
    }
    return render(request, "oversight/looks.html", context)


@require_GET
@needs(May.OVERSEE_ACCESS)
def spreadsheet(request: SignedInRequest, pk: int) -> HttpResponse:
    """Give who has looked at a child's record as a CSV file."""
    child = people.person_for_oversight(pk)
    form = LooksForm(request.GET.dict(), today=clock.today())
    rows = [
        (line.day, f"{line.first:%H:%M}", line.who, line.role, line.organisation, line.why,
         "; ".join(line.did), line.times)
        for line in who_looked(child=child.pk, wanted=form.wanted(), reader=Reader.STAFF)
    ]  # fmt: skip
    return csv.download(f"who-looked-{child.pk}-{clock.today()}.csv", COLUMNS, rows)
