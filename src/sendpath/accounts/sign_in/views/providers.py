"""Going to an OpenID provider to sign in, and coming back."""

from __future__ import annotations

from dataclasses import asdict

import structlog
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from sendpath.accounts.sign_in.network import absolute
from sendpath.accounts.sign_in.openid import client
from sendpath.accounts.sign_in.openid.client import Errand, Refused
from sendpath.accounts.sign_in.openid.provider import Provider
from sendpath.accounts.sign_in.services import entering, identities, links
from sendpath.accounts.sign_in.views.entering import go_on

log = structlog.get_logger("sendpath.accounts")
AWAY = "sendpath_away"


@login_not_required
@never_cache
@require_GET
def leave(request: HttpRequest, key: str) -> HttpResponse:
    """Send somebody to a provider. A link on another site cannot set them off."""
    provider = _provider(key)
    if request.user.is_authenticated:
        return redirect("home")
    if request.headers.get("Sec-Fetch-Site") in ("cross-site", "same-site"):
        return redirect("accounts:sign_in")
    errand = client.new_errand()
    try:
        address = client.where_to_ask(provider, errand, _come_back_to(request, key))
    except Refused as fault:
        return _refused(request, provider, fault.code)
    request.session[AWAY] = {
        "key": key, "errand": asdict(errand), "next": request.GET.get("next", ""),
    }  # fmt: skip
    return redirect(address)


@login_not_required
@never_cache
@require_GET
def come_back(request: HttpRequest, key: str) -> HttpResponse:
    """Let in whoever the provider says has an account here."""
    provider = _provider(key)
    away = request.session.pop(AWAY, None)
    if away is None or away["key"] != key:
        return _refused(request, provider, "state")
    errand = Errand(**away["errand"])
    try:
        claims = client.who_came_back(
            provider, errand, request.GET.dict(), _come_back_to(request, key)
        )
    except Refused as fault:
        return _refused(request, provider, fault.code)
    invited = request.session.pop("sendpath_invitation", None)
    invitation = links.still_open(pk=invited) if invited else None
    user = identities.account_of(provider=provider, claims=claims, invitation=invitation)
    if user is None:
        return _refused(request, provider, "no_account")
    step = entering.begin(
        request=request,
        user=user,
        by=f"provider:{key}",
        next=away["next"],
        second_factor_seen=provider.saw_second_factor(claims),
    )
    return go_on(request, step, away["next"])


def _provider(key: str) -> Provider:
    found: Provider | None = settings.PROVIDERS.get(key)
    if found is None:
        raise Http404
    return found


def _come_back_to(request: HttpRequest, key: str) -> str:
    return absolute(request, reverse("accounts:come_back", args=[key]))


def _refused(request: HttpRequest, provider: Provider, code: str) -> HttpResponse:
    log.warning("sign_in.provider_refused", provider=provider.key, code=code)
    identities.note_refused(provider=provider, code=code)
    context = {"provider": provider, "no_account": code == "no_account"}
    return render(request, "accounts/provider_refused.html", context, status=403)
