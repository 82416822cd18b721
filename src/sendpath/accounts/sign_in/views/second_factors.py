"""Setting up an app, passkeys and recovery codes, and taking them away."""

from __future__ import annotations

from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from allauth.mfa.utils import decrypt, encrypt
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from sendpath.accounts.models import User
from sendpath.accounts.sign_in import selectors
from sendpath.accounts.sign_in.forms import CodeForm, PasskeyForm, PasskeyNameForm
from sendpath.accounts.sign_in.services import entering, factors
from sendpath.accounts.sign_in.views.entering import by_number
from sendpath.accounts.sign_in.views.guards import for_own_account, safe_next

CODES = "sendpath_codes"
"""Where a session keeps new recovery codes until their owner says that they are kept."""


@for_own_account
@require_safe
def set_up(request: HttpRequest, user: User) -> HttpResponse:
    """Lead somebody who must have a second factor to the two ways of having one."""
    return render(request, "accounts/set_up.html", {"by_number": by_number(request)})


@for_own_account
@require_http_methods(["GET", "POST"])
def app(request: HttpRequest, user: User) -> HttpResponse:
    """Show the key of a new app, and ask for a code to see that it works."""
    secret = totp.get_totp_secret()
    form = CodeForm(request.POST or None)
    if form.is_valid():
        try:
            codes = factors.add_app(user=user, secret=secret, code=form.cleaned_data["code"])
        except ValidationError as fault:
            form.add_error("code", fault)
        else:
            totp.clear_totp_secret(request)
            return _set_up(request, user, "app", codes)
    context = {
        "form": form,
        "key": " ".join(secret[i : i + 4] for i in range(0, len(secret), 4)),
        "label": get_adapter().get_totp_label(user),
        "replaces": selectors.app_of(user) is not None,
    }
    return render(request, "accounts/app.html", context)


@for_own_account
@require_safe
def app_picture(request: HttpRequest, user: User) -> HttpResponse:
    """Draw the square that a phone reads the key from. It holds a secret, and is never kept."""
    adapter = get_adapter()
    drawn = adapter.build_totp_svg(adapter.build_totp_url(user, totp.get_totp_secret()))
    return HttpResponse(drawn, content_type="image/svg+xml")


def _set_up(request: HttpRequest, user: User, factor: str, codes: list[str]) -> HttpResponse:
    """Let in whoever was only let this far, and show codes for when the new factor is lost."""
    if not request.user.is_authenticated:
        wanted = entering.finish(request=request, user=user, factor=factor)
        request.session["sendpath_then"] = wanted
    else:
        messages.success(request, "Added. You will be asked for it when you next sign in.")
    _show(request, codes)
    return redirect("accounts:recovery_codes" if codes else "accounts:account")


def _show(request: HttpRequest, codes: list[str]) -> None:
    """Keep new codes for this session to see, unreadable in the database."""
    if codes:
        request.session[CODES] = encrypt(" ".join(codes))


def _to_show(request: HttpRequest) -> list[str]:
    codes = decrypt(request.session[CODES]).split() if CODES in request.session else []
    return [f"{code[:4]} {code[4:8]} {code[8:]}" for code in codes]


@for_own_account
@require_http_methods(["GET", "POST"])
def add_passkey(request: HttpRequest, user: User) -> HttpResponse:
    """Have the browser make a passkey, and keep it under a name."""
    form = PasskeyForm(request.POST or None)
    if form.is_valid():
        try:
            codes = factors.add_passkey(
                user=user, name=form.cleaned_data["name"], answer=form.cleaned_data["credential"]
            )
        except ValidationError:
            form.add_error(None, "The passkey could not be added. Try again.")
        else:
            return _set_up(request, user, "passkey", codes)
    context = {
        "form": form,
        "options": factors.ask_for_new_passkey(user),
        "by_number": by_number(request),
    }
    return render(request, "accounts/add_passkey.html", context)


@for_own_account
@require_safe
def passkeys(request: HttpRequest, user: User) -> HttpResponse:
    """List somebody's passkeys."""
    context = {"passkeys": selectors.passkeys_of(user)}
    return render(request, "accounts/passkeys.html", context)


@for_own_account
@require_http_methods(["GET", "POST"])
def rename_passkey(request: HttpRequest, user: User, pk: int) -> HttpResponse:
    """Call a passkey something else."""
    found = next((one for one in selectors.passkeys_of(user) if one.pk == pk), None)
    if found is None:
        raise Http404
    form = PasskeyNameForm(request.POST or None, initial={"name": found.name})
    if form.is_valid():
        factors.rename_passkey(user=user, pk=pk, name=form.cleaned_data["name"])
        return redirect("accounts:passkeys")
    return render(request, "accounts/rename_passkey.html", {"form": form, "passkey": found})


@for_own_account
@require_http_methods(["GET", "POST"])
def remove(request: HttpRequest, user: User, pk: int) -> HttpResponse:
    """Ask whether an app or a passkey is to be removed, and remove it."""
    found = selectors.factors_of(user).filter(type__in=selectors.SECOND_FACTORS, pk=pk).first()
    if found is None:
        raise Http404
    if request.method == "POST":
        try:
            factors.remove(user=user, pk=pk)
        except ValidationError as fault:
            messages.error(request, fault.message)
        else:
            messages.success(request, "Removed.\nIt opens nothing any more.")
        return redirect("accounts:account")
    is_app = found.type == Authenticator.Type.TOTP
    context = {
        "called": "the app for codes" if is_app else f"the passkey “{found.wrap().name}”",
        "may": selectors.may_lose_one(user),
        "only": factors.LAST_ONE,
    }
    return render(request, "accounts/remove.html", context)


@for_own_account
@require_http_methods(["GET", "POST"])
def recovery_codes(request: HttpRequest, user: User) -> HttpResponse:
    """Show new codes until somebody says that they are kept, then how many are left."""
    if selectors.recovery_of(user) is None:
        return redirect("accounts:account")
    if request.method == "POST" and "new" in request.POST:
        _show(request, factors.new_recovery_codes(user=user))
        return redirect("accounts:recovery_codes")
    if request.method == "POST":
        request.session.pop(CODES, None)
        return redirect(safe_next(request, request.session.pop("sendpath_then", "")))
    context = {"codes": _to_show(request), "left": selectors.unused_recovery_codes(user)}
    return render(request, "accounts/recovery_codes.html", context)


@for_own_account
@require_safe
def recovery_codes_file(request: HttpRequest, user: User) -> HttpResponse:
    """Give new codes as a file, while they may still be seen."""
    codes = _to_show(request)
    if not codes:
        raise Http404
    lines = ["Recovery codes for SEND Path. Each opens once.", "", *codes, ""]
    return HttpResponse(
        "\r\n".join(lines),
        content_type="text/plain; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="sendpath-recovery-codes.txt"'},
    )
