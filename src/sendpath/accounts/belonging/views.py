"""Pages on who belongs where, and on what each role sees and may do."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from sendpath.accounts.belonging import services
from sendpath.accounts.belonging.forms import EndForm, FindAccountForm, GiveRoleForm, WhichRoleForm
from sendpath.accounts.belonging.permissions import grantable, may_grant
from sendpath.accounts.belonging.selectors import (
    accounts,
    in_plain_words,
    membership_for,
    organisations_for,
)
from sendpath.accounts.http import SignedInRequest, needs
from sendpath.accounts.roles import ROLES_BY_PART, May
from sendpath.web import clock


@login_not_required
@require_safe
def roles(request: HttpRequest) -> HttpResponse:
    """Say to anybody what each role sees and may do, and who may hold it."""
    parts = {part: [in_plain_words(role) for role in held] for part, held in ROLES_BY_PART.items()}
    return render(request, "accounts/roles.html", {"parts": parts})


@require_safe
@needs(May.GRANT_ROLES)
def people(request: SignedInRequest) -> HttpResponse:
    """List accounts, and what each is where."""
    form = FindAccountForm(request.GET)
    words = form.cleaned_data["words"] if form.is_valid() else ""
    page = request.GET.get("page", "1")
    found, page_of = accounts(
        by=request.user, words=words, page=int(page) if page.isdecimal() else 1
    )
    context = {"form": form, "words": words, "accounts": found, "page": page_of}
    return render(request, "accounts/people.html", context)


@require_safe
@needs(May.GRANT_ROLES)
def which_role(request: SignedInRequest) -> HttpResponse:
    """Ask which role somebody is to have."""
    said = request.GET if "role" in request.GET or "next" in request.GET else None
    form = WhichRoleForm(said, roles=grantable(request.user))
    if form.is_valid():
        return redirect("accounts:give_role", form.cleaned_data["role"])
    return render(request, "accounts/which_role.html", {"form": form})


@require_http_methods(["GET", "POST"])
@needs(May.GRANT_ROLES)
def give_role(request: SignedInRequest, key: str) -> HttpResponse:
    """Ask who is to have a role, where and for how long, and give it."""
    role = next((role for role in grantable(request.user) if role.key == key), None)
    if role is None:
        raise Http404
    said = request.POST if request.method == "POST" else None
    places = organisations_for(by=request.user, role=role)
    initial = {"starts_on": clock.today(), "username": request.GET.get("username", "")}
    form = GiveRoleForm(said, role=role, places=places, initial=initial)
    if request.method == "POST" and form.is_valid():
        user = form.cleaned_data["username"]
        try:
            services.give_role(user=user, place=form.place(), by=request.user)
        except ValidationError as error:
            form.add_error(None, error)
        except PermissionDenied:
            form.add_error("username", "Ask somebody else to: nobody gives a role to themselves")
        else:
            messages.success(request, f"{user.display_name} is now {role.title}.")
            return redirect("accounts:people")
    context = {"form": form, "role": in_plain_words(role), "nowhere": role.held_in and not places}
    return render(request, "accounts/give_role.html", context)


@require_http_methods(["GET", "POST"])
@needs(May.GRANT_ROLES)
def end_membership(request: SignedInRequest, pk: int) -> HttpResponse:
    """Ask when somebody stops being something somewhere, and end it."""
    held = get_object_or_404(membership_for(by=request.user, pk=pk))
    if held.user == request.user or not may_grant(request.user, held.role, held.organisation):
        raise PermissionDenied
    form = EndForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        last_day = form.cleaned_data["last_day"]
        try:
            services.end_membership(membership=held, last_day=last_day, by=request.user)
        except ValidationError as error:
            form.add_error("last_day", error)
        else:
            when = "at once" if last_day is None else "after that day"
            messages.success(request, f"{held.user.display_name}: {held.words}, ends {when}.")
            return redirect("accounts:people")
    return render(request, "accounts/end_membership.html", {"form": form, "held": held})
