"""Families that somebody on the staff knows outside work, as they declare them."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from sendpath.accounts.http import SignedInRequest
from sendpath.oversight import services
from sendpath.oversight.forms.findings import FamilyForm


@require_http_methods(["GET", "POST"])
def families(request: SignedInRequest) -> HttpResponse:
    """Show whom somebody has declared, and take another family."""
    form = FamilyForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        services.declare_family(**form.cleaned_data, by=request.user)
        messages.success(
            request, "Declared. If you are asked to work with them, tell your manager first."
        )
        return redirect("oversight:families")
    declared = request.user.known_families.filter(ended_at__isnull=True).order_by("pk")
    return render(request, "oversight/families.html", {"form": form, "families": declared})


@require_POST
def end(request: SignedInRequest, pk: int) -> HttpResponse:
    """Take a family off somebody's own list."""
    own = request.user.known_families.filter(ended_at__isnull=True)
    services.end_family(family=get_object_or_404(own, pk=pk), by=request.user)
    messages.success(request, "Taken off your list.")
    return redirect("oversight:families")
