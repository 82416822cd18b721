"""Opening a record in an emergency, and looking into it afterwards."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from sendpath.accounts.http import SignedInRequest, needs
from sendpath.accounts.roles import May
from sendpath.casework.forms.emergency import OpenRecordForm, ReviewForm
from sendpath.casework.selectors.cases import cases_visible_to
from sendpath.people.models import EmergencyReason, Person
from sendpath.people.selectors import visible_to
from sendpath.people.selectors.emergency import openings_in_view, person_for_emergency
from sendpath.people.services import emergency
from sendpath.web import clock

SHOWN = 25
NOBODY = (
    "Nobody on record is exactly that. Check the number, or the spelling and the date of birth."
)


@require_http_methods(["GET", "POST"])
@needs(May.BREAK_GLASS)
def open_record(request: SignedInRequest) -> HttpResponse:
    """Ask whose record must be opened at once, and why, and open it for 24 hours."""
    form = OpenRecordForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        person = _person(request, form)
        if person is None:
            form.add_error("number", NOBODY)
        else:
            case = cases_visible_to(request.user).filter(person=person).order_by("-pk").first()
            return redirect("casework:case", case.pk) if case else redirect("casework:find")
    return render(request, "casework/open_record.html", {"form": form})


def _person(request: SignedInRequest, form: OpenRecordForm) -> Person | None:
    """Return whose record it is, opened if it was not in sight already."""
    said, reason = form.cleaned_data, EmergencyReason(form.cleaned_data["reason"])
    who = {name: said[name] for name in ("number", "forename", "surname", "born_on")}
    person = person_for_emergency(**who)
    if person is None:
        emergency.note_nobody_found(reason=reason, by=request.user)
    elif visible_to(request.user).filter(pk=person.pk).exists():
        messages.info(request, "You may see this record already, so nothing was opened.")
    else:
        emergency.open_record(person=person, reason=reason, words=said["words"], by=request.user)
        messages.success(request, "This record is open to you for 24 hours. Others are told.")
    return person


@require_safe
@needs(May.REVIEW_ACCESS, May.ALLOCATE)
def openings(request: SignedInRequest) -> HttpResponse:
    """List records opened in an emergency, those not looked into yet first."""
    found = openings_in_view(request.user).order_by("reviewed_at", "-opened_at", "-pk")
    waiting = found.filter(reviewed_at__isnull=True)
    looked_into = found.filter(reviewed_at__isnull=False).order_by("-opened_at", "-pk")
    page = Paginator(looked_into, SHOWN).get_page(request.GET.get("page"))
    context = {"waiting": waiting, "page": page, "now": clock.now()}
    return render(request, "casework/openings.html", context)


@require_http_methods(["GET", "POST"])
@needs(May.REVIEW_ACCESS, May.ALLOCATE)
def review(request: SignedInRequest, pk: int) -> HttpResponse:
    """Show one opening, and ask whether it was justified."""
    opening = get_object_or_404(openings_in_view(request.user), pk=pk)
    own = opening.user == request.user
    form = ReviewForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and own:
        raise PermissionDenied
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            emergency.review(
                opening=opening,
                justified=said["justified"] == "yes",
                finding=said["finding"],
                by=request.user,
            )
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, "Your finding is on record.")
            return redirect("casework:openings")
    context = {"opening": opening, "form": form, "own": own, "now": clock.now()}
    return render(request, "casework/review_opening.html", context)
