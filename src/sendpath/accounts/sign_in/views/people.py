"""Looking after others' accounts: inviting, unlocking, helping who has lost a second factor."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sendpath.accounts.http import SignedInRequest, needs
from sendpath.accounts.models import User
from sendpath.accounts.roles import May
from sendpath.accounts.sign_in import selectors
from sendpath.accounts.sign_in.forms import InviteForm
from sendpath.accounts.sign_in.network import absolute
from sendpath.accounts.sign_in.services import factors, links, lockout, sessions

PAGE = 50


@dataclass(frozen=True)
class AccountLine:
    """Somebody's account as a line of the list."""

    user: User
    invited_until: datetime | None
    locked_until: datetime | None
    second_factor: bool
    elsewhere: bool


@needs(May.INVITE_PEOPLE)
@require_safe
def people(request: SignedInRequest) -> HttpResponse:
    """List the accounts that somebody looks after, and how each stands."""
    page = Paginator(selectors.people_in_reach(request.user), PAGE).get_page(
        request.GET.get("page")
    )
    addresses = selectors.locked_out_addresses() if request.user.role.sees_all_teams else []
    context = {"page": page, "lines": _lines(list(page)), "addresses": addresses}
    return render(request, "accounts/people.html", context)


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


@needs(May.INVITE_PEOPLE)
@require_http_methods(["GET", "POST"])
def invite(request: SignedInRequest) -> HttpResponse:
    """Invite somebody to an account."""
    form = InviteForm(request.POST or None, by=request.user)
    if form.is_valid():
        try:
            user = links.invite(who=form.who(), by=request.user, address=absolute(request, ""))
        except ValidationError as fault:
            form.add_error(None, fault)
        else:
            messages.success(
                request, f"{user.display_name} has been invited.\nThe link lasts for 7 days."
            )
            return redirect("accounts:person", user.pk)
    return render(request, "accounts/invite.html", {"form": form})


@needs(May.INVITE_PEOPLE)
@require_safe
def person(request: SignedInRequest, pk: int) -> HttpResponse:
    """Show how somebody's account stands, with what can be done for them."""
    whom = _in_reach(request, pk)
    context = {
        "line": _lines([whom])[0],
        "sessions": selectors.open_sessions(whom).count(),
        "may": selectors.may_look_after(by=request.user, whom=whom),
    }
    return render(request, "accounts/person.html", context)


@needs(May.INVITE_PEOPLE)
@require_POST
def help_person(request: SignedInRequest, pk: int, act: str) -> HttpResponse:
    """Do one thing for somebody who cannot get in, or who should not be in."""
    whom = _in_reach(request, pk)
    if not selectors.may_look_after(by=request.user, whom=whom):
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


@needs(May.INVITE_PEOPLE)
@require_POST
def unlock_address(request: SignedInRequest) -> HttpResponse:
    """Let people try again from an address that had tried too many names."""
    if not request.user.role.sees_all_teams:
        raise PermissionDenied
    address = request.POST.get("address", "")
    if address in {one.name for one in selectors.locked_out_addresses()}:
        lockout.unlock_address(address=address, by=request.user)
        messages.success(request, "Unlocked.\nPeople may sign in from there again.")
    return redirect("accounts:people")


def _in_reach(request: SignedInRequest, pk: int) -> User:
    found = selectors.people_in_reach(request.user).filter(pk=pk).first()
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
