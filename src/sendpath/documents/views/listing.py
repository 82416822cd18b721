"""A child's documents, and documents found by the words in them."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from sendpath.accounts.http import SignedInRequest, needs
from sendpath.accounts.roles import May
from sendpath.documents.cases import cases_of
from sendpath.documents.forms import FilterForm, SearchForm
from sendpath.documents.permissions import may_change
from sendpath.documents.selectors import documents
from sendpath.documents.selectors.search import search as found_by

ON_A_PAGE = 25


@require_GET
def of_person(request: SignedInRequest, person: int) -> HttpResponse:
    """List the documents of a child, and what was taken away."""
    child = documents.person_for(request.user, person)
    reader = request.user
    form = FilterForm(request.GET)
    wanted = form.wanted()
    rows = documents.of_person(reader=reader, person=child, wanted=wanted)
    context = {
        "person": child,
        "form": form,
        "filtered": any(wanted.values()),
        "page": Paginator(rows, ON_A_PAGE).get_page(request.GET.get("page")),
        "cases": cases_of(request.user, child.pk),
        "voided": documents.voided_of(reader=reader, person=child),
        "destroyed": documents.were_destroyed(child),
        "may_change": may_change(reader, child.pk),
        "may_search": reader.may(May.SEE_CASES),
    }
    return render(request, "documents/list.html", context)


@require_GET
@needs(May.SEE_CASES)
def search(request: SignedInRequest) -> HttpResponse:
    """Find documents by the words in them, of all children or of one."""
    form = SearchForm(request.GET or None)
    of = request.GET.get("of", "")
    child = documents.person_for(request.user, int(of)) if of.isdecimal() else None
    found = None
    if form.is_valid() and form.cleaned_data["words"].strip():
        found = found_by(
            reader=request.user,
            words=form.cleaned_data["words"],
            person_id=child.pk if child else None,
        )
    context = {"form": form, "found": found, "person": child}
    return render(request, "documents/search.html", context)
