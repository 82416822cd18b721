"""Pages that belong to no one part: the first one, the service's health, its statement."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from sendpath.accounts.http import SignedInRequest
from sendpath.accounts.models import User
from sendpath.web.navigation import places_for


@require_safe
def home(request: SignedInRequest) -> HttpResponse:
    """Show a person what their role lets them do here."""
    return render(request, "web/home.html", {"places": places_for(request.user.role.may)})


@login_not_required
@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """Say who can use these pages, how that was checked, and what was not."""
    return render(request, "web/accessibility.html")


@login_not_required
@never_cache
@require_safe
def healthz(request: HttpRequest) -> JsonResponse:
    """Tell whatever watches the service whether it can reach its record."""
    try:
        User.objects.exists()
    except DatabaseError:
        return JsonResponse({"status": "failing", "database": "unreachable"}, status=503)
    return JsonResponse({"status": "ok", "database": "ok"})
