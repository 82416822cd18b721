"""Records that may be of one person: the list, one pair, and what somebody decides."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from sendpath.accounts.http import SignedInRequest, needs
from sendpath.accounts.models import User
from sendpath.accounts.roles import May
from sendpath.accounts.selectors import case_holders
from sendpath.people.forms.matches import ME, DecideForm, MatchFilters, MergeForm
from sendpath.people.models import Merge, PossibleMatch
from sendpath.people.selectors import matches as pairs
from sendpath.people.selectors.merges import merges_in_view
from sendpath.people.services import deciding, merging
from sendpath.web import clock

PAGE = 25
SAVE, CHANGE = "save", "change"
State = PossibleMatch.State
SHOWN = (State.OPEN, State.UNSURE, State.DIFFERENT)


@require_GET
@needs(May.MERGE_PEOPLE)
def listed(request: SignedInRequest) -> HttpResponse:
    """List the pairs of records that may be of one person, the surest first."""
    filters = MatchFilters(request.GET)
    wanted = filters.wanted()
    state = next((s for s in SHOWN if s == request.GET.get("state")), State.OPEN)
    found = pairs.matches_in_view(request.user).filter(state=state)
    if wanted["band"]:
        found = found.filter(band=wanted["band"])
    if wanted["owner"] == ME:
        found = found.filter(owner=request.user)
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    counts = pairs.counts_by_state(request.user)
    context = {
        "filters": filters,
        "page": page,
        "lines": [pairs.line(match) for match in page],
        "states": [(s, counts.get(s, 0), s == state) for s in SHOWN],
        "search": pairs.search_in_words(pairs.latest_search()),
        "merges": merges_in_view(request.user).count(),
    }
    return render(request, "people/matches.html", context)


@require_GET
@needs(May.MERGE_PEOPLE)
def show(request: SignedInRequest, pk: int) -> HttpResponse:
    """Show two records side by side: what speaks for and against, and what hangs on each."""
    match = pairs.match_for(request.user, pk)
    context = {
        "match": match,
        "line": pairs.line(match),
        "compared": pairs.compared(match, request.user),
        "sides": [pairs.side(match.first), pairs.side(match.second)],
        "decisions": pairs.decisions(match),
    }
    return render(request, "people/match.html", context)


@require_http_methods(["GET", "POST"])
@needs(May.MERGE_PEOPLE)
def decide(request: SignedInRequest, pk: int) -> HttpResponse:
    """Ask whether these are different people, or who finds out."""
    match = pairs.match_for(request.user, pk)
    said = request.POST if request.method == "POST" else None
    form = DecideForm(said, owners=_owners(request.user))
    if request.method == "POST" and form.is_valid():
        deciding.decide(
            match=match,
            verdict=State(form.cleaned_data["verdict"]),
            note=form.cleaned_data["note"],
            owner=form.owner(),
            by=request.user,
        )
        messages.success(request, f"Saved: {State(form.cleaned_data['verdict']).label.lower()}.")
        return redirect("people:matches")
    return render(request, "people/decide.html", {"match": match, "form": form})


@require_http_methods(["GET", "POST"])
@needs(May.MERGE_PEOPLE)
def merge(request: SignedInRequest, pk: int) -> HttpResponse:
    """Ask which record is kept, show what would happen, and merge."""
    match = pairs.match_for(request.user, pk)
    said = request.POST if request.method == "POST" else None
    form = MergeForm(said, two=(match.first, match.second))
    context = {"match": match, "form": form, "line": pairs.line(match)}
    if said is None or said.get("step") == CHANGE or not form.is_valid():
        return render(request, "people/merge.html", context)
    kept, other = form.kept_and_other()
    if said.get("step") == SAVE:
        try:
            return _merged(request, merging.merge(
                kept_id=kept.pk,
                other_id=other.pk,
                reason=form.cleaned_data["reason"],
                by=request.user,
            ))  # fmt: skip
        except ValidationError as wrong:
            raise Http404 from wrong
    context |= {"kept": kept, "other": other, "effects": pairs.what_would_happen(kept, other)}
    return render(request, "people/merge_check.html", context)


def _merged(request: SignedInRequest, row: Merge) -> HttpResponse:
    messages.success(request, "Merged.\nIf this was wrong, undo it below.")
    return redirect("people:merge", row.pk)


def _owners(user: User) -> list[User]:
    holders = [held.user for held in case_holders(clock.today())]
    return list(dict.fromkeys([user, *holders]))
