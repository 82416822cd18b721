"""Which dates run from here: choose what happened, say when, and read each date with its reason.

Every step is a GET, so that an answer has an address that can be sent to somebody else. Nothing
is stored.
"""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from sendpath.core.casefile.events import Kind
from sendpath.core.dates import england_and_wales
from sendpath.core.law.calculator import dates_from
from sendpath.core.law.starting import BEGINNINGS
from sendpath.lawbook.forms.dates import CHANGE, HappenedForm
from sendpath.lawbook.selectors.dates import calendar_days, dates_page
from sendpath.lawbook.selectors.settled import checks
from sendpath.lawbook.selectors.starting import choices, often_asked
from sendpath.web import clock, ics

LONGEST_SEARCH = 100
PASSING = frozenset({"why", "words", CHANGE})
"""What an address may carry that is no part of the answer."""


@login_not_required
@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """Ask what happened, then when, then show every date that runs from it."""
    kind = _kind(request)
    if kind is None:
        return _choose(request)
    form = HappenedForm(request.GET.dict(), kind=kind)
    what = BEGINNINGS.words_for(kind)
    if not form.is_valid():
        return render(request, "lawbook/ask.html", {"form": form, "what": what, "kind": kind})
    query = _query(request)
    if "" in (value.strip() for value in request.GET.dict().values()):
        return redirect(f"{reverse('lawbook:dates')}?{query}")
    answer = dates_from(form.happening(), england_and_wales())
    context = {
        "form": form,
        "kind": kind,
        "what": what,
        "dates": dates_page(answer, checks(), clock.today()),
        "opened": request.GET.get("why") == "open",
        "said": form.said(),
        "query": query,
    }
    return render(request, "lawbook/answer.html", context)


@login_not_required
@require_safe
def calendar_file(request: HttpRequest) -> HttpResponse:
    """Give the dates of an answer as a file for a calendar. Its address is that of the answer."""
    kind = _kind(request)
    if kind is None:
        raise Http404
    form = HappenedForm(request.GET.dict(), kind=kind)
    if not form.is_valid():
        raise Http404
    answer = dates_from(form.happening(), england_and_wales())
    address = request.build_absolute_uri(f"{reverse('lawbook:dates')}?{_query(request)}")
    return ics.download("dates.ics", calendar_days(answer, address), made_at=clock.now())


def _choose(request: HttpRequest) -> HttpResponse:
    words = request.GET.get("words", "").strip()[:LONGEST_SEARCH]
    context = {
        "words": words,
        "often": [] if words else often_asked(),
        "sections": choices(words),
        "unknown": "what" in request.GET,
    }
    return render(request, "lawbook/choose.html", context)


def _kind(request: HttpRequest) -> Kind | None:
    what = request.GET.get("what", "")
    return next((kind for kind in BEGINNINGS.bears if kind.value == what), None)


def _query(request: HttpRequest) -> str:
    """Return the query without what is empty: the shortest address of the same answer."""
    query = QueryDict(mutable=True)
    for name, value in request.GET.dict().items():
        if value.strip() and name not in PASSING:
            query[name] = value
    return query.urlencode()
