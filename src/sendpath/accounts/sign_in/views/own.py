"""Somebody's own account: how they sign in, and where they are signed in."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import authenticate
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from sendpath.accounts.http import SignedInRequest
from sendpath.accounts.sign_in import selectors
from sendpath.accounts.sign_in.forms import ChangePasswordForm, ConfirmForm
from sendpath.accounts.sign_in.services import links, lockout, sessions
from sendpath.accounts.sign_in.services.session_store import digest_of
from sendpath.accounts.sign_in.views.entering import locked_out
from sendpath.accounts.sign_in.views.guards import safe_next

WRONG = "Enter the password you have now. Capital letters matter."


@require_safe
def account(request: SignedInRequest) -> HttpResponse:
    """Show how somebody signs in, and lead to where each part of it is changed."""
    user = request.user
    context = {
        "app": selectors.app_of(user),
        "passkeys": selectors.passkeys_of(user),
        "codes": selectors.unused_recovery_codes(user),
        "identities": selectors.identities_of(user),
        "sessions": selectors.open_sessions(user).count(),
        "needed": user.needs_second_factor and not settings.DEMO,
        "has_password": user.has_usable_password(),
    }
    return render(request, "accounts/account.html", context)


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def confirm(request: SignedInRequest) -> HttpResponse:
    """Ask for the password again before how somebody signs in is changed."""
    wanted = request.POST.get("next") or request.GET.get("next", "")
    form = ConfirmForm(request.POST or None)
    username = request.user.username
    if form.is_valid():
        password = form.cleaned_data["password"]
        if authenticate(request, username=username, password=password) == request.user:
            sessions.confirm(request)
            return redirect(safe_next(request, wanted))
        if not lockout.refused_before(request):
            lockout.note_failure(request=request, username=username, act="password_refused")
        if lockout.locked_out(request, username):
            return locked_out(request, username)
        form.add_error("password", WRONG)
    context = {
        "form": form,
        "next": wanted,
        "has_password": request.user.has_usable_password(),
    }
    return render(request, "accounts/confirm.html", context)


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def change_password(request: SignedInRequest) -> HttpResponse:
    """Change the password; every other session ends."""
    user = request.user
    if not user.has_usable_password():
        return redirect("accounts:account")
    if request.method == "POST" and lockout.locked_out(request, user.username):
        return locked_out(request, user.username)
    form = ChangePasswordForm(request.POST or None, user=user)
    if form.is_valid():
        links.change_password(
            request=request, user=user, password=form.cleaned_data["new_password"]
        )
        messages.success(
            request, "Your password has been changed.\nEverywhere else you have been signed out."
        )
        return redirect("accounts:account")
    if form.has_error("password", "wrong"):
        lockout.wrong_factor(request=request, user=user, factor="password")
    return render(request, "accounts/change_password.html", {"form": form})


@require_http_methods(["GET", "POST"])
def open_sessions(request: SignedInRequest) -> HttpResponse:
    """List where somebody is signed in, and end what they choose to end."""
    user = request.user
    here = digest_of(request.session.session_key or "")
    if request.method == "POST":
        ended = request.POST.get("end", "")
        if ended == "others":
            count = sessions.end_all(of=user, by=user, but=request.session.session_key)
        else:
            count = sessions.end_these(of=user, keys=[ended], by=user)
        if ended == here:
            return redirect("accounts:sign_in")
        if count:
            messages.success(request, "Ended.\nWhoever was using it must sign in again.")
        return redirect("accounts:sessions")
    context = {
        "here": here,
        "sessions": selectors.open_sessions(user),
        "idle": int(settings.SESSION_IDLE.total_seconds() // 60),
        "most": settings.SESSION_COOKIE_AGE // 3600,
    }
    return render(request, "accounts/sessions.html", context)
