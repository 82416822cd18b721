"""Looking after others' accounts: inviting, unlocking, helping who has lost a second factor."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sendpath.accounts.belonging import selectors as belonging
from sendpath.accounts.belonging.forms import FindAccountForm
from sendpath.accounts.belonging.permissions import grantable
from sendpath.accounts.http import SignedInRequest, needs
from sendpath.accounts.models import User
from sendpath.accounts.roles import May, Reach
from sendpath.accounts.sign_in import selectors
from sendpath.accounts.sign_in.forms import InviteForm
from sendpath.accounts.sign_in.network import absolute
from sendpath.accounts.sign_in.services import factors, links, lockout, sessions
from sendpath.web import clock


@dataclass(frozen=True)
class AccountLine:
    """Somebody's account as a line of the list."""

    user: User
    invited_until: datetime | None
    locked_until: datetime | None
    second_factor: bool
    elsewhere: bool


@needs(May.GRANT_ROLES)
@require_safe
def people(request: SignedInRequest) -> HttpResponse:
    """List accounts, what each is where, and how each signs in."""
    form = FindAccountForm(request.GET)
    words = form.cleaned_data["words"] if form.is_valid() else ""
    page = request.GET.get("page", "1")
    found, page_of = belonging.accounts(
        by=request.user, words=words, page=int(page) if page.isdecimal() else 1
    )
    context = {
        "form": form,
        "words": words,
        "accounts": list(zip(found, _lines(list(page_of)), strict=True)),
        "page": page_of,
        "addresses": selectors.locked_out_addresses() if _may_unlock_addresses(request) else [],
    }
    return render(request, "accounts/people.html", context)


def _may_unlock_addresses(request: SignedInRequest) -> bool:
    return request.user.sees(Reach.ALL_IN_AREA) or request.user.may(May.OPERATE)


def _lines(users: list[User]) -> list[AccountLine]:
    invited = selectors.waiting_invitations(users)
    locked = selectors.locked_out_people(users)
    safe, elsewhere = selectors.with_second_factor(users), selectors.known_elsewhere(users)
    return [
        AccountLine(
            user,
            invited.get(user.pk),
            locked.get(user.pk),
            user.pk in safe,
            user.pk in elsewhere,
        )
        for user in users
    ]


@needs(May.GRANT_ROLES)
@require_http_methods(["GET", "POST"])
def invite(request: SignedInRequest, key: str) -> HttpResponse:
    """Invite somebody to an account in which they have a role."""
    role = next((role for role in grantable(request.user) if role.key == key), None)
    if role is None:
        raise Http404
    places = belonging.organisations_for(by=request.user, role=role)
    form = InviteForm(
        request.POST or None, role=role, places=places, initial={"starts_on": clock.today()}
    )
    if form.is_valid() and (user := _invited(request, form)):
        messages.success(
            request, f"{user.display_name} has been invited.\nThe link lasts for 7 days."
        )
        return redirect("accounts:person", user.pk)
    context = {
        "form": form,
        "role": belonging.in_plain_words(role),
        "nowhere": role.held_in and not places,
    }
    return render(request, "accounts/invite.html", context)


def _invited(request: SignedInRequest, form: InviteForm) -> User | None:
    try:
        return links.invite(
            who=form.who(), place=form.place(), by=request.user, address=absolute(request, "")
        )
    except ValidationError as fault:
        form.add_error(None, fault)
        return None


@needs(May.GRANT_ROLES)
@require_safe
def person(request: SignedInRequest, pk: int) -> HttpResponse:
    """Show how somebody's account stands, with what can be done for them."""
    whom = _in_reach(request, pk)
    context = {
        "line": _lines([whom])[0],
        "account": belonging.accounts_of([whom], by=request.user)[0],
        "sessions": selectors.open_sessions(whom).count(),
        "may": belonging.may_look_after(by=request.user, whom=whom),
    }
    return render(request, "accounts/person.html", context)


@needs(May.GRANT_ROLES)
@require_POST
def help_person(request: SignedInRequest, pk: int, act: str) -> HttpResponse:
    """Do one thing for somebody who cannot get in, or who should not be in."""
    whom = _in_reach(request, pk)
    if not belonging.may_look_after(by=request.user, whom=whom):
        raise PermissionDenied
    if act not in ACTS:
        raise Http404
    do, done = ACTS[act]
    try:
        do(request, whom, request.user)
    except ValidationError as fault:
        messages.error(request, fault.message)
    else:
        messages.success(request, done)
    return redirect("accounts:person", whom.pk)


@needs(May.GRANT_ROLES)
@require_POST
def unlock_address(request: SignedInRequest) -> HttpResponse:
    """Let people try again from an address that had tried too many names."""
    if not _may_unlock_addresses(request):
        raise PermissionDenied
    address = request.POST.get("address", "")
    if address in {one.name for one in selectors.locked_out_addresses()}:
        lockout.unlock_address(address=address, by=request.user)
        messages.success(request, "Unlocked.\nPeople may sign in from there again.")
    return redirect("accounts:people")


def _in_reach(request: SignedInRequest, pk: int) -> User:
    found = belonging.people_in_reach(request.user).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


Help = Callable[[HttpRequest, User, User], object]
ACTS: dict[str, tuple[Help, str]] = {
    "unlock": (
        lambda request, whom, by: lockout.unlock(user=whom, by=by),
        "Unlocked. They may try again at once.",
    ),
    "invite-again": (
        lambda request, whom, by: links.invite_again(
            user=whom, by=by, address=absolute(request, "")
        ),
        "Sent again. The link sent before opens nothing any more.",
    ),
    "end-sessions": (
        lambda request, whom, by: sessions.end_all(of=whom, by=by),
        "Signed out everywhere.",
    ),
    "remove-second-factors": (
        lambda request, whom, by: factors.remove_all(of=whom, by=by),
        "Removed. They set up another when they next sign in with their password.",
    ),
}
