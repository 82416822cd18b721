"""The register of open questions of law, and which reading the area adopts."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from sendpath.accounts.http import SignedInRequest, may, needs
from sendpath.accounts.roles import May
from sendpath.core.law.ambiguities import AMBIGUITIES, Ambiguity
from sendpath.core.law.clocks import RULES
from sendpath.core.law.rule import Rule
from sendpath.lawbook import services
from sendpath.lawbook.forms.law import AdoptForm
from sendpath.lawbook.selectors.settled import Adopted, adopted_on, adoptions
from sendpath.web import clock


@dataclass(frozen=True)
class Question:
    """One open question, the rules it touches, and what the area has adopted, newest first."""

    ambiguity: Ambiguity
    rules: list[Rule]
    adopted: Adopted | None
    others: list[Adopted]


@login_not_required
@require_safe
def register(request: HttpRequest) -> HttpResponse:
    """Show where the law can be read in more than one way, and how it is read here."""
    now, ever = adopted_on(clock.today()), adoptions()
    questions = [
        Question(
            ambiguity=ambiguity,
            rules=[RULES[rule] for rule in ambiguity.rules if rule in RULES],
            adopted=now.get(key),
            others=[one for one in ever.get(key, []) if one != now.get(key)],
        )
        for key, ambiguity in AMBIGUITIES.items()
    ]
    context = {"questions": questions, "may_adopt": may(request, May.ADOPT_READINGS)}
    return render(request, "lawbook/readings.html", context)


@require_http_methods(["GET", "POST"])
@needs(May.ADOPT_READINGS)
def adopt(request: SignedInRequest, key: str) -> HttpResponse:
    """Ask which reading the area goes by, from when and why, and record it."""
    if key not in AMBIGUITIES:
        raise Http404
    ambiguity = AMBIGUITIES[key]
    form = AdoptForm(request.POST if request.method == "POST" else None, ambiguity=ambiguity)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        services.adopt_reading(
            ambiguity=key,
            reading=said["reading"],
            since=said["since"],
            reason=said["reason"],
            by=request.user,
        )
        messages.success(request, "The reading is recorded. It changes no date that is shown.")
        return redirect("lawbook:readings")
    return render(request, "lawbook/adopt.html", {"ambiguity": ambiguity, "form": form})
