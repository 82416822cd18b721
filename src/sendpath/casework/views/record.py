"""Recording what happened, correcting it, and marking it as a mistake.

Each is asked for on one page and checked on the next, which says what would change. Nothing
is saved before that.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from sendpath.accounts.http import SignedInRequest
from sendpath.accounts.roles import May
from sendpath.casework.forms.happened import (
    CorrectionForm,
    EventForm,
    FindEntryForm,
    VoidForm,
    answers,
)
from sendpath.casework.models import Case, CaseEvent
from sendpath.casework.permissions import may
from sendpath.casework.selectors.cases import case_for
from sendpath.casework.selectors.preview import Preview, preview
from sendpath.casework.selectors.recordable import choice, entry_named
from sendpath.casework.selectors.timeline import standing_events
from sendpath.casework.services import record
from sendpath.casework.services.record import NewEvent, Reason
from sendpath.core.casefile.catalogue import entry_of, happened
from sendpath.core.casefile.events import Kind
from sendpath.core.casefile.stage import stage
from sendpath.web import clock

SAVE, CHANGE = "save", "change"
TOLD = 3
"""How many changes the banner repeats; the page shows the rest."""


@dataclass(frozen=True)
class Journey:
    """One thing to be recorded, from its form to its check to its saving."""

    case: Case
    title: str
    done: str
    form: forms.Form
    new: Callable[[], NewEvent]
    confirm: Callable[[], CaseEvent]


@require_GET
def choose(request: SignedInRequest, pk: int) -> HttpResponse:
    """Ask what happened: what is likely first, then everything, or what some words find."""
    case = _recordable(request, pk)
    form = FindEntryForm(request.GET)
    words = form.cleaned_data["words"] if form.is_valid() else ""
    now = stage(standing_events(case).values())
    context = {"case": case, "form": form, "words": words, "choice": choice(now, words)}
    return render(request, "casework/choose.html", context)


@require_http_methods(["GET", "POST"])
def happening(request: SignedInRequest, pk: int, key: str) -> HttpResponse:
    """Ask about one thing that happened, and record it."""
    case = _recordable(request, pk)
    entry = entry_named(key)
    if entry is None:
        raise Http404
    form = EventForm(_said(request), entry=entry, told=request.GET.dict())

    def new() -> NewEvent:
        return NewEvent(
            kind=entry.kind, occurred_on=form.cleaned_data["occurred_on"], facts=form.facts()
        )

    def save() -> CaseEvent:
        return record.record_event(case=case, new=new(), by=request.user)

    return _walk(
        request, Journey(case, entry.happened, f"Recorded: {entry.happened}", form, new, save)
    )


@require_http_methods(["GET", "POST"])
def correct(request: SignedInRequest, pk: int, number: int) -> HttpResponse:
    """Ask what an entry should have said, and record that in its place."""
    case = _recordable(request, pk)
    wrong = standing_events(case).get(number)
    entry = entry_of(wrong) if wrong else None
    if wrong is None or entry is None:
        return _no_longer(request, case, number)
    form = CorrectionForm(_said(request), entry=entry, known=wrong)

    def new() -> NewEvent:
        day, facts = form.cleaned_data["occurred_on"], form.facts()
        return NewEvent(kind=wrong.kind, occurred_on=day, facts=facts, replaces=number)

    def save() -> CaseEvent:
        return record.correct_event(
            case=case,
            number=number,
            occurred_on=form.cleaned_data["occurred_on"],
            facts=form.facts(),
            reason=Reason(form.cleaned_data["why"]),
            by=request.user,
        )

    title = f"Correct entry {number}: {entry.happened}"
    done = f"Corrected: {entry.happened}"
    return _walk(request, Journey(case, title, done, form, new, save))


@require_http_methods(["GET", "POST"])
def void(request: SignedInRequest, pk: int, number: int) -> HttpResponse:
    """Ask why an entry should never have been recorded, and mark it as a mistake."""
    case = _recordable(request, pk)
    wrong = standing_events(case).get(number)
    if wrong is None:
        return _no_longer(request, case, number)
    form = VoidForm(_said(request))

    def new() -> NewEvent:
        return NewEvent(kind=Kind.RECORD_VOIDED, occurred_on=clock.today(), facts={}, voids=number)

    def save() -> CaseEvent:
        reason = Reason(form.cleaned_data["why"])
        return record.void_event(case=case, number=number, reason=reason, by=request.user)

    title = f"Mark entry {number} as a mistake: {happened(wrong)}"
    done = f"Marked as a mistake: {happened(wrong)}"
    return _walk(request, Journey(case, title, done, form, new, save))


def _said(request: SignedInRequest) -> QueryDict | None:
    # a form sent with nothing in it is still an answer
    return request.POST if request.method == "POST" else None


def _recordable(request: SignedInRequest, pk: int) -> Case:
    case = case_for(request.user, pk)
    if not may(request.user, May.RECORD_EVENTS, case):
        raise PermissionDenied
    return case


def _no_longer(request: SignedInRequest, case: Case, number: int) -> HttpResponse:
    messages.info(request, f"Entry {number} no longer stands, so it cannot be changed.")
    return redirect("casework:case", case.pk)


def _walk(request: SignedInRequest, journey: Journey) -> HttpResponse:
    """Show the form, then the check, then save: whichever comes next."""
    form, step = journey.form, request.POST.get("step")
    context = {"case": journey.case, "title": journey.title, "form": form}
    if request.method == "POST" and step != CHANGE and form.is_valid():
        try:
            found = preview(case=journey.case, proposal=journey.new())
            # a second press, or somebody else's entry, must be seen before anything is saved
            checked = request.POST.get("after_entry") == str(found.after_entry)
            if step == SAVE and checked:
                journey.confirm()
                messages.success(request, _told(journey.done, found))
                return redirect("casework:case", journey.case.pk)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            context |= {"preview": found, "overtaken": step == SAVE, "answers": answers(form)}
            return render(request, "casework/check.html", context)
    return render(request, "casework/happened.html", context)


def _told(done: str, found: Preview) -> str:
    """Return the lines of the banner: what was recorded, and the first changes it made."""
    told = [f"{change.name}: {change.after}" for change in found.changes[:TOLD]]
    more = len(found.changes) - len(told)
    told += [f"And {more} more, below"] if more > 0 else []
    return "\n".join([done, *(told or ["No date and no state changes."])])
