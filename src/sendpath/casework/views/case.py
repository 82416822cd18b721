"""The page of one case, and who holds it."""

from __future__ import annotations

from datetime import datetime

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from sendpath.accounts.http import SignedInRequest
from sendpath.accounts.models import Team, User
from sendpath.accounts.roles import May
from sendpath.casework.forms.case import NOBODY, AllocateForm, KnownOnForm
from sendpath.casework.models import Case
from sendpath.casework.permissions import may
from sendpath.casework.selectors.case_dates import calendar_days
from sendpath.casework.selectors.case_page import case_page
from sendpath.casework.selectors.cases import case_for, cases_visible_to
from sendpath.casework.services import cases
from sendpath.documents.selectors.documents import count_for
from sendpath.people.permissions import details_seen
from sendpath.people.selectors.emergency import open_until
from sendpath.people.selectors.facts import banners
from sendpath.web import clock
from sendpath.web.ics import download


@require_GET
def show(request: SignedInRequest, pk: int) -> HttpResponse:
    """Show where a case is, what is due and why, and all that happened in it."""
    case = case_for(request.user, pk)
    form = KnownOnForm(request.GET or None)
    known_on = form.cleaned_data["known_on"] if form.is_valid() else None
    page = case_page(
        case=case,
        today=clock.today(),
        seeing=details_seen(request.user, case.person),
        known_on=known_on,
        whole_record=request.GET.get("record") == "whole",
    )
    context = {
        "page": page,
        "form": form,
        "documents": count_for(request.user, case.person_id),
        "open_until": _open_until(request.user, case),
        "sees_list": request.user.may(May.SEE_CASES),
        "banners": banners(request.user, case.person),
        "may_record": may(request.user, May.RECORD_EVENTS, case) and known_on is None,
        "may_allocate": may(request.user, May.ALLOCATE, case) and known_on is None,
    }
    return render(request, "casework/case.html", context)


@require_GET
def calendar_file(request: SignedInRequest, pk: int) -> HttpResponse:
    """Give what is still to be done in a case, and the family's rights, for a calendar."""
    case = case_for(request.user, pk)
    seeing = details_seen(request.user, case.person)
    days = calendar_days(case, clock.today(), request.build_absolute_uri(), seeing)
    return download(f"{case.reference}.ics", days, made_at=clock.now())


@require_http_methods(["GET", "POST"])
def allocate(request: SignedInRequest, pk: int) -> HttpResponse:
    """Ask who is to hold a case, and say so."""
    case = case_for(request.user, pk)
    if not may(request.user, May.ALLOCATE, case):
        raise PermissionDenied
    said = request.POST if request.method == "POST" else None
    form = AllocateForm(said, current=_holder(case), team=case.team_id)
    if request.method == "POST" and form.is_valid():
        team, officer = form.chosen()
        try:
            cases.allocate(case_ids=[case.pk], team=team, officer=officer, by=request.user)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, f"{case.reference} is now held by {_named(team, officer)}.")
            seen = cases_visible_to(request.user).filter(pk=pk).exists()
            return redirect("casework:case", pk) if seen else redirect("casework:worklist")
    return render(request, "casework/allocate.html", {"case": case, "form": form})


def _open_until(user: User, case: Case) -> datetime | None:
    """Return when a record closes that somebody sees because they opened it in an emergency."""
    if not user.may(May.BREAK_GLASS) or may(user, May.SEE_CASES, case):
        return None
    return open_until(user, case.person)


def _holder(case: Case) -> str:
    if case.officer_id:
        return f"officer-{case.officer_id}-{case.team_id}"
    return f"team-{case.team_id}" if case.team_id else NOBODY


def _named(team: Team | None, officer: User | None) -> str:
    if officer:
        return f"{officer.display_name}, {team} team"
    return f"the {team} team, with no officer yet" if team else "nobody"
