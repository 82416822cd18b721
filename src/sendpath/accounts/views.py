"""Signing in and out."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login, logout
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import LoginView
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_POST

from sendpath.accounts.forms import SignInForm
from sendpath.accounts.selectors import demo_parts, demo_people


@method_decorator(login_not_required, name="dispatch")
class SignIn(LoginView):
    """Ask who is there; in a demonstration, offer the made-up people too."""

    template_name = "accounts/sign_in.html"
    authentication_form = SignInForm
    redirect_authenticated_user = True

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the made-up people, if this is a demonstration."""
        parts = demo_parts() if settings.DEMO else {}
        return super().get_context_data(parts=parts, **kwargs)


@login_not_required
@require_POST
def sign_in_as(request: HttpRequest) -> HttpResponse:
    """Sign in as one of the demonstration's made-up people, without a password."""
    if not settings.DEMO:
        raise Http404
    chosen = request.POST.get("username")
    for person in demo_people():
        if person.username == chosen:
            login(request, person)
            return redirect("home")
    raise Http404


@login_not_required
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session."""
    logout(request)
    messages.success(request, "You have signed out.")
    return redirect("accounts:sign_in")
