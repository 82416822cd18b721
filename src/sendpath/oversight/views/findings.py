"""Looks out of the ordinary: following them up, and the numbers that the rules go by."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from sendpath.accounts.http import SignedInRequest, needs
from sendpath.accounts.roles import May
from sendpath.oversight import services
from sendpath.oversight.forms.findings import DismissForm, NumbersForm
from sendpath.oversight.models import Finding
from sendpath.oversight.rules import RULES
from sendpath.oversight.selectors import findings as selectors

PAGE = 25


@require_GET
@needs(May.OVERSEE_ACCESS)
def findings(request: SignedInRequest) -> HttpResponse:
    """List what is out of the ordinary and still to be followed up, or what was."""
    dismissed = request.GET.get("closed") == "yes"
    rule = request.GET.get("rule", "")
    found = selectors.findings(dismissed=dismissed, rule=rule if rule in RULES else "")
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    counts = selectors.counts()
    context = {
        "page": page,
        "found": selectors.shown(list(page)),
        "closed": dismissed,
        "chosen": RULES.get(rule),
        "rules": [(one, counts.get(one.key, 0)) for one in RULES.values()],
        "last": selectors.last_looked_over(),
    }
    return render(request, "oversight/findings.html", context)


@require_http_methods(["GET", "POST"])
@needs(May.OVERSEE_ACCESS)
def dismiss(request: SignedInRequest, pk: int) -> HttpResponse:
    """Ask what following it up has shown, and close it."""
    finding = get_object_or_404(Finding, pk=pk)
    form = DismissForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            services.dismiss(pk=pk, reason=form.cleaned_data["reason"], by=request.user)
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            messages.success(request, "Closed, with your reason.")
            return redirect("oversight:findings")
    (found,) = selectors.shown([finding])
    return render(request, "oversight/dismiss.html", {"found": found, "form": form})


@require_POST
@needs(May.OVERSEE_ACCESS)
def look_over(request: SignedInRequest) -> HttpResponse:
    """Have a worker put the rules to all looks up to now."""
    services.look_over_later(by=request.user)
    messages.info(
        request,
        "All looks up to now are being looked over\nReload this page in a minute to see them.",
    )
    return redirect("oversight:findings")


@require_http_methods(["GET", "POST"])
@needs(May.OVERSEE_ACCESS)
def settings(request: SignedInRequest) -> HttpResponse:
    """Show each rule with its reason, and ask for the numbers they go by."""
    form = NumbersForm(
        request.POST if request.method == "POST" else None, numbers=selectors.numbers()
    )
    if request.method == "POST" and form.is_valid():
        services.settle(values=form.cleaned_data, by=request.user)
        messages.success(request, "Saved. The rules go by these numbers from now on.")
        return redirect("oversight:settings")
    return render(request, "oversight/settings.html", {"form": form, "rules": RULES.values()})
