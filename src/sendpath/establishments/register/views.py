"""Pages of the register: finding an establishment and reading what is known of it."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from sendpath.accounts.http import SignedInRequest
from sendpath.accounts.roles import May
from sendpath.establishments.register import selectors
from sendpath.establishments.register.forms import FindForm

PAGE = 50


@require_GET
def find(request: SignedInRequest) -> HttpResponse:
    """Find an establishment by its name, town, postcode or URN."""
    form = FindForm(request.GET or None)
    words = form.cleaned_data["words"] if form.is_valid() else ""
    context = {
        "form": form,
        "words": words,
        "page": Paginator(selectors.found(words), PAGE).get_page(request.GET.get("page")),
        "newest": selectors.newest_load(),
        "may_load": request.user.may(May.IMPORT_RETURNS),
    }
    return render(request, "establishments/register/find.html", context)


@require_GET
def show(request: SignedInRequest, urn: str) -> HttpResponse:
    """Show what the register says of an establishment, since when, and what came before it."""
    found = selectors.establishment(urn)
    if found is None:
        raise Http404
    context = {
        "establishment": found,
        "details": found.details,
        "groups": selectors.groups(found.details) if found.details else [],
        "history": selectors.history(urn),
        "links": selectors.links(urn),
        "has_term_dates": selectors.has_term_dates(urn),
    }
    return render(request, "establishments/register/show.html", context)
