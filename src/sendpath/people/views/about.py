"""The page about one child or young person, and adding to what is known about them."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from sendpath.accounts.http import SignedInRequest, needs
from sendpath.accounts.roles import May
from sendpath.core.people.part import Part
from sendpath.core.people.parts import PARTS
from sendpath.people.forms.about import KnownOnForm, NumbersForm, PartForm
from sendpath.people.models import Person, PersonFact
from sendpath.people.selectors import facts
from sendpath.people.selectors.about import about, person_for
from sendpath.people.services.facts import change_numbers, mark_as_mistake, record_fact
from sendpath.web import clock

LONGEST = 12
"""Digits of a case's number in an address."""


@require_GET
@needs(May.SEE_CASES)
def show(request: SignedInRequest, pk: int) -> HttpResponse:
    """Show all that is known about somebody, now or as it was known on a past day."""
    person = person_for(request.user, pk)
    if person.pk != pk:
        return redirect("people:person", person.pk)
    form = KnownOnForm(request.GET or None)
    known_on = form.cleaned_data["known_on"] if form.is_valid() else None
    context = {
        "page": about(user=request.user, person=person, today=clock.today(), known_on=known_on),
        "person": person,
        "banners": facts.banners(request.user, person),
        "case": _came_from(request),
        "form": form,
        "known_on": known_on,
        "may_change": known_on is None and facts.may_change(request.user, person),
        "may_merge": request.user.may(May.MERGE_PEOPLE),
    }
    return render(request, "people/about.html", context)


@require_GET
@needs(May.SEE_CASES)
def history(request: SignedInRequest, pk: int, key: str) -> HttpResponse:
    """Show every entry of a part there ever was, with what was replaced and what was a mistake."""
    person, part = person_for(request.user, pk), _part(key)
    shown = facts.history(request.user, person, part)
    return render(request, "people/history.html", {"person": person, "shown": shown})


@require_http_methods(["GET", "POST"])
@needs(May.SEE_CASES)
def add(request: SignedInRequest, pk: int, key: str) -> HttpResponse:
    """Ask for what is known, and record it."""
    person, part = _changeable(request, pk), _part(key)
    return _recorded(request, person, part, None)


@require_http_methods(["GET", "POST"])
@needs(May.SEE_CASES)
def change(request: SignedInRequest, pk: int, key: str, fact: int) -> HttpResponse:
    """Ask what is to stand in place of an entry; that one is kept to be read."""
    person, part = _changeable(request, pk), _part(key)
    return _recorded(request, person, part, facts.fact_for(request.user, person, fact))


@require_http_methods(["GET", "POST"])
@needs(May.SEE_CASES)
def mistake(request: SignedInRequest, pk: int, key: str, fact: int) -> HttpResponse:
    """Ask whether an entry was never so, and mark it."""
    person, part = _changeable(request, pk), _part(key)
    row = facts.fact_for(request.user, person, fact)
    if request.method == "POST":
        mark_as_mistake(fact=row, by=request.user)
        messages.success(request, "Marked as a mistake. It can still be read in the history.")
        return redirect("people:person", person.pk)
    context = {"person": person, "part": part, "told": part.told(row.answers)}
    return render(request, "people/mistake.html", context)


@require_http_methods(["GET", "POST"])
@needs(May.SEE_CASES)
def numbers(request: SignedInRequest, pk: int) -> HttpResponse:
    """Ask for somebody's numbers; those that are replaced are kept as former ones."""
    person = _changeable(request, pk)
    form = NumbersForm(request.POST if request.method == "POST" else None, person=person)
    if request.method == "POST" and form.is_valid():
        try:
            change_numbers(person=person, numbers=form.cleaned_data, by=request.user)
        except ValidationError as wrong:
            form.add_error(None, wrong)
        else:
            messages.success(request, "The numbers are saved.")
            return redirect("people:person", person.pk)
    return render(request, "people/numbers.html", {"person": person, "form": form})


def _recorded(
    request: SignedInRequest, person: Person, part: Part, replaces: PersonFact | None
) -> HttpResponse:
    form = PartForm(request.POST if request.method == "POST" else None, part=part, fact=replaces)
    if request.method == "POST" and form.is_valid():
        from_on, to_on = form.days()
        try:
            record_fact(
                person=person,
                part=part,
                answers=form.answers(),
                from_on=from_on,
                to_on=to_on,
                by=request.user,
                replaces=replaces,
            )
        except ValidationError as wrong:
            form.add_error(None, wrong)
        else:
            messages.success(request, f"Saved: {part.title.lower()}.")
            return redirect("people:person", person.pk)
    context = {"person": person, "part": part, "form": form, "replaces": replaces}
    return render(request, "people/part.html", context)


def _changeable(request: SignedInRequest, pk: int) -> Person:
    person = person_for(request.user, pk)
    if not facts.may_change(request.user, person):
        raise PermissionDenied
    return person


def _came_from(request: SignedInRequest) -> int | None:
    """Return the case from whose page somebody came, to lead them back to it."""
    case = request.GET.get("case", "")
    return int(case) if case.isascii() and case.isdigit() and len(case) < LONGEST else None


def _part(key: str) -> Part:
    if part := PARTS.get(key):
        return part
    raise Http404
