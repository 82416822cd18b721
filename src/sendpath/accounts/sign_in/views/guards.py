"""Who may have a page of signing in: somebody on the way in, or somebody who is in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import wraps
from typing import Concatenate, ParamSpec

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache

from sendpath.accounts.models import User
from sendpath.accounts.sign_in.services.entering import Step, who_is_entering
from sendpath.accounts.sign_in.services.session_store import SIGNED_IN

P = ParamSpec("P")
FRESH = timedelta(minutes=15)
"""How long after showing who one is one may change how one signs in."""

WithUser = Callable[Concatenate[HttpRequest, User, P], HttpResponse]
Plain = Callable[Concatenate[HttpRequest, P], HttpResponse]


def safe_next(request: HttpRequest, wanted: str) -> str:
    """Return the page somebody asked for, if it is one of ours; else the first page."""
    ours = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=settings.HTTPS
    )
    return wanted if ours and wanted.startswith("/") else reverse("home")


def at_step(step: Step) -> Callable[[WithUser[P]], Plain[P]]:
    """Open a page only to somebody who has come this far on the way in."""

    def guard(view: WithUser[P]) -> Plain[P]:
        @login_not_required
        @never_cache
        @wraps(view)
        def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            user = who_is_entering(request, step)
            if user is None:
                return redirect("accounts:sign_in")
            return view(request, user, *args, **kwargs)

        return guarded

    return guard


def for_own_account(view: WithUser[P]) -> Plain[P]:
    """Open a page of setting up to whoever must do it on the way in, and to whoever is in.

    Whoever is in must have shown lately who they are: a session left open on a desk is not
    enough to change how its owner signs in.
    """

    @login_not_required
    @never_cache
    @wraps(view)
    def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if not isinstance(request.user, User):
            user = who_is_entering(request, Step.SET_UP)
            if user is None:
                return redirect_to_login(request.get_full_path())
            return view(request, user, *args, **kwargs)
        if not is_fresh(request):
            return redirect_to_login(request.get_full_path(), reverse("accounts:confirm"))
        return view(request, request.user, *args, **kwargs)

    return guarded


def is_fresh(request: HttpRequest) -> bool:
    """Return whether somebody has shown within a quarter of an hour who they are."""
    shown = (
        request.session.get("sendpath_confirmed_at"),
        request.session.get(SIGNED_IN, {}).get("at"),
    )
    oldest = timezone.now() - FRESH
    return any(datetime.fromisoformat(at) > oldest for at in shown if at)
