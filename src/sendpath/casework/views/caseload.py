"""Sharing out: who holds how many cases, moving them, cover, and what leavers left behind."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sendpath.accounts.belonging import services as belonging
from sendpath.accounts.http import SignedInRequest, needs
from sendpath.accounts.roles import May
from sendpath.casework.forms.caseload import CoverForm, MoveForm
from sendpath.casework.selectors.caseload import caseloads, covers, covers_of, shared_out_by
from sendpath.casework.services import cases
from sendpath.web import clock


@require_safe
@needs(May.ALLOCATE)
def show(request: SignedInRequest) -> HttpResponse:
    """Show who holds how many cases, which nobody can work, and who covers for whom."""
    unheld = shared_out_by(request.user).filter(officer__isnull=True).count()
    context = {
        "loads": caseloads(request.user),
        "unheld": unheld,
        "covers": covers(request.user),
    }
    return render(request, "casework/caseload.html", context)


@require_http_methods(["GET", "POST"])
@needs(May.ALLOCATE)
def move(request: SignedInRequest, officer: int) -> HttpResponse:
    """Ask which of an officer's cases, or nobody's, are to move and to whom, and move them."""
    held = list(shared_out_by(request.user).filter(officer=officer or None))
    if not held:
        raise Http404
    who = held[0].officer
    form = MoveForm(request.POST if request.method == "POST" else None, held=held)
    if request.method == "POST" and form.is_valid():
        team, to = form.chosen()
        try:
            moved = cases.allocate(case_ids=form.case_ids(), team=team, officer=to, by=request.user)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            named = to.display_name if to else f"the {team} team, with no officer yet"
            messages.success(request, f"Cases moved to {named}: {moved}.")
            return redirect("casework:caseload")
    return render(request, "casework/move.html", {"form": form, "who": who, "held": len(held)})


@require_http_methods(["GET", "POST"])
@needs(May.ALLOCATE)
def cover(request: SignedInRequest) -> HttpResponse:
    """Ask who is away, who works their cases and between which days, and arrange it."""
    officers = [(load.officer_id, load.name) for load in caseloads(request.user)]
    said = request.POST if request.method == "POST" else None
    initial = {"officer": request.GET.get("officer", ""), "first": clock.today()}
    form = CoverForm(said, officers=officers, initial=initial)
    if request.method == "POST" and form.is_valid():
        first, last = form.cleaned_data["first"], form.cleaned_data["last"]
        away, by_whom = form.absent(), form.covering()
        try:
            belonging.cover(
                officer=away, covered_by=by_whom, first=first, last=last, by=request.user
            )
        except ValidationError as error:
            form.add_error("covered_by", error)
        else:
            named = by_whom.user.display_name
            messages.success(request, f"{named} covers for {away.display_name}.")
            return redirect("casework:caseload")
    return render(request, "casework/cover.html", {"form": form})


@require_POST
@needs(May.ALLOCATE)
def end_cover(request: SignedInRequest, pk: int) -> HttpResponse:
    """End a cover at once: whoever was away is back."""
    held = get_object_or_404(covers_of(request.user), pk=pk)
    belonging.end_membership(membership=held, last_day=None, by=request.user)
    messages.success(request, f"{held.user.display_name} covers no longer.")
    return redirect("casework:caseload")
