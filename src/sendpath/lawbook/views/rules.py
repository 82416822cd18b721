"""The list of time limits, all about one rule, and that it was checked."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from sendpath.accounts.http import SignedInRequest, may, needs
from sendpath.accounts.roles import LegalLead, May
from sendpath.core.casefile.events import Kind
from sendpath.core.dates import england_and_wales
from sendpath.core.law.about import about
from sendpath.core.law.ambiguities import touching
from sendpath.core.law.clock import Clock
from sendpath.core.law.clocks import RULES
from sendpath.core.law.rule import Rule, RuleKind
from sendpath.core.law.starting import BEGINNINGS
from sendpath.lawbook import services
from sendpath.lawbook.forms.law import CheckForm, TimeLimitFilters
from sendpath.lawbook.selectors import rules as selectors
from sendpath.lawbook.selectors.settled import adopted_on, checks, checks_of
from sendpath.web import clock


@login_not_required
@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """List every time limit, or those asked for, by part of the law."""
    filters = TimeLimitFilters(request.GET.dict())
    wanted = filters.wanted()
    narrowed = wanted != selectors.WantedRules()
    context = {
        "filters": filters,
        "found": selectors.listing(wanted, checks()),
        "narrowed": narrowed,
        "opened": narrowed or "open" in request.GET,
        "all": len(RULES),
    }
    return render(request, "lawbook/time_limits.html", context)


@login_not_required
@require_safe
def show(request: HttpRequest, key: str) -> HttpResponse:
    """Tell all about one rule, in the order in which somebody would ask it."""
    rule = _rule(key)
    made = checks_of(key)
    adopted = adopted_on(clock.today())
    context = {
        "rule": rule,
        "line": selectors.line_of(rule, made[0] if made else None),
        "future": rule.kind is RuleKind.FUTURE,
        "start": next((kind for kind in BEGINNINGS.bears if _starts(rule, kind)), None),
        "parts": about(rule, england_and_wales()),
        "adopted": [adopted[asked.key] for asked in touching(key) if asked.key in adopted],
        "earlier_checks": made[1:],
        "may_check": may(request, May.CHECK_RULES),
    }
    return render(request, "lawbook/rule.html", context)


@require_http_methods(["GET", "POST"])
@needs(May.CHECK_RULES)
def check(request: SignedInRequest, key: str) -> HttpResponse:
    """Ask whether a rule was read against the law itself, and record it."""
    rule = _rule(key)
    form = CheckForm(request.POST if request.method == "POST" else None, user=request.user)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        services.record_check(
            rule=key,
            verified_on=said["verified_on"],
            name=said["name"],
            role=said["role"],
            note=said["note"],
            by=request.user,
        )
        messages.success(request, "The check is recorded, and shown wherever the rule is.")
        return redirect("lawbook:rule", key)
    context = {"rule": rule, "form": form, "granted_by": LegalLead.granted_by}
    return render(request, "lawbook/check.html", context)


def _starts(rule: Rule, kind: Kind) -> bool:
    """Whether somebody may say that this happened, and be given a date under the rule."""
    return isinstance(rule, Clock) and any(when.kind is kind for when in rule.starts)


def _rule(key: str) -> Rule:
    if key not in RULES:
        raise Http404
    return RULES[key]
