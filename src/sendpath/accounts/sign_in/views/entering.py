"""Signing in, step by step, and out again."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import authenticate
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from sendpath.accounts.belonging.middleware import NO_ROLE
from sendpath.accounts.models import User
from sendpath.accounts.selectors import demo_parts, demo_people
from sendpath.accounts.sign_in import selectors
from sendpath.accounts.sign_in.forms import (
    CodeForm,
    PasskeyAnswerForm,
    RecoveryCodeForm,
    SignInForm,
)
from sendpath.accounts.sign_in.openid.provider import on_loopback
from sendpath.accounts.sign_in.services import entering, factors, lockout, sessions
from sendpath.accounts.sign_in.services.entering import Step
from sendpath.accounts.sign_in.views.guards import at_step, safe_next

WRONG = "Check your username and password. Capital letters matter in both."
WRONG_CODE = "Enter the code that the app shows now. A code opens once only."
WRONG_RECOVERY = "Check the recovery code. Each can be used once only."
WHERE_NEXT = {
    Step.SECOND_FACTOR: "accounts:code",
    Step.SET_UP: "accounts:set_up",
}


def go_on(request: HttpRequest, step: Step, wanted: str = "") -> HttpResponse:
    """Lead to the next step, or to the page that was asked for once there is none."""
    return redirect(WHERE_NEXT.get(step) or safe_next(request, wanted))


@login_not_required
@never_cache
@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """Ask who is there; in a demonstration, offer the made-up people too."""
    wanted = request.POST.get("next") or request.GET.get("next", "")
    if request.user.is_authenticated:
        return redirect("home")
    if request.method == "GET" and entering.who_is_entering(request, Step.SET_UP):
        return redirect("accounts:set_up")
    form = SignInForm(request.POST or None)
    if form.is_valid() and (answer := _by_password(request, form, wanted)):
        return answer
    parts = demo_parts() if settings.DEMO else {}
    context = {"form": form, "next": wanted, "parts": parts, "ways": settings.PROVIDERS.values()}
    return render(request, "accounts/sign_in.html", context)


def _by_password(request: HttpRequest, form: SignInForm, wanted: str) -> HttpResponse | None:
    username, password = form.cleaned_data["username"], form.cleaned_data["password"]
    user = authenticate(request, username=username, password=password)
    if isinstance(user, User) and not user.memberships_now:
        form.add_error(None, NO_ROLE)
        return None
    if isinstance(user, User):
        step = entering.begin(request=request, user=user, by="password", next=wanted)
        return go_on(request, step, wanted)
    if not lockout.refused_before(request):
        lockout.note_failure(request=request, username=username, act="password_refused")
    if lockout.locked_out(request, username):
        return locked_out(request, username)
    form.add_error(None, WRONG)
    return None


def locked_out(request: HttpRequest, username: str) -> HttpResponse:
    """Say that there were too many wrong tries, until when, and who can help."""
    context = {"until": lockout.until(request, username)}
    return render(request, "accounts/locked_out.html", context, status=429)


@login_not_required
@require_POST
def sign_in_as(request: HttpRequest) -> HttpResponse:
    """Sign in as one of the demonstration's made-up people, without a password."""
    if not settings.DEMO:
        raise Http404
    chosen = request.POST.get("username")
    for person in demo_people():
        if person.username == chosen:
            return go_on(request, entering.begin(request=request, user=person, by="demonstration"))
    raise Http404


@at_step(Step.SECOND_FACTOR)
@require_http_methods(["GET", "POST"])
def code(request: HttpRequest, user: User) -> HttpResponse:
    """Ask for the code that somebody's app shows; for a passkey if that is all they have."""
    if selectors.app_of(user) is None:
        return redirect("accounts:passkey")
    form = CodeForm(request.POST or None)
    if form.is_valid() and not lockout.locked_out(request, user.username):
        if factors.code_is_right(user=user, code=form.cleaned_data["code"]):
            return _in(request, user, "code")
        lockout.wrong_factor(request=request, user=user, factor="code")
        form.add_error("code", WRONG_CODE)
    if request.method == "POST" and lockout.locked_out(request, user.username):
        return locked_out(request, user.username)
    context = {"form": form, "passkeys": selectors.passkeys_of(user)}
    return render(request, "accounts/code.html", context)


@at_step(Step.SECOND_FACTOR)
@require_http_methods(["GET", "POST"])
def recovery_code(request: HttpRequest, user: User) -> HttpResponse:
    """Let somebody in who has lost their phone and has kept their recovery codes."""
    form = RecoveryCodeForm(request.POST or None)
    if form.is_valid() and not lockout.locked_out(request, user.username):
        if factors.recovery_code_is_right(user=user, code=form.cleaned_data["code"]):
            return _in(request, user, "recovery_code")
        lockout.wrong_factor(request=request, user=user, factor="recovery_code")
        form.add_error("code", WRONG_RECOVERY)
    if request.method == "POST" and lockout.locked_out(request, user.username):
        return locked_out(request, user.username)
    return render(request, "accounts/recovery_code.html", {"form": form})


@login_not_required
@never_cache
@require_http_methods(["GET", "POST"])
def passkey(request: HttpRequest) -> HttpResponse:
    """Ask for a passkey: as the second step, or instead of a password, for it is two in one."""
    if request.user.is_authenticated:
        return redirect("home")
    user = entering.who_is_entering(request, Step.SECOND_FACTOR)
    form = PasskeyAnswerForm(request.POST or None)
    if form.is_valid():
        answer = form.cleaned_data["credential"]
        owner = user or factors.owner_of_passkey(answer)
        if owner and factors.passkey_is_right(user=owner, answer=answer):
            return _in(request, owner, "passkey")
        form.add_error(None, factors.NOT_ACCEPTED)
    context = {
        "form": form,
        "options": factors.ask_for_passkey(user),
        "has_app": bool(user and selectors.app_of(user)),
        "second_step": user is not None,
        "by_number": by_number(request),
    }
    return render(request, "accounts/passkey.html", context)


def by_number(request: HttpRequest) -> str:
    """Return where passkeys would work, if this page was reached by an address of numbers."""
    host, _, port = request.get_host().partition(":")
    if host == "localhost" or not on_loopback(f"http://{host}"):
        return ""
    return f"http://localhost:{port}{request.path}" if port else f"http://localhost{request.path}"


def _in(request: HttpRequest, user: User, factor: str) -> HttpResponse:
    wanted = entering.finish(request=request, user=user, factor=factor)
    return redirect(safe_next(request, wanted))


@login_not_required
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session."""
    if isinstance(request.user, User):
        sessions.end(request=request, user=request.user)
    else:
        entering.leave(request)
    messages.success(request, "You have signed out.")
    return redirect(reverse("accounts:sign_in"))
