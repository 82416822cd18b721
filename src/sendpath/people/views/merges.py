"""Merges that were made, and undoing one."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from sendpath.accounts.http import SignedInRequest, needs
from sendpath.accounts.roles import May
from sendpath.audit.acting import saw
from sendpath.people.forms.matches import UndoForm
from sendpath.people.selectors import merges
from sendpath.people.services import merging

PAGE = 50


@require_GET
@needs(May.MERGE_PEOPLE)
def listed(request: SignedInRequest) -> HttpResponse:
    """List the merges that were made, the latest first."""
    found = merges.merges_in_view(request.user)
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    saw(children=[pk for row in page for pk in (row.kept_id, row.other_id)])
    return render(request, "people/merges.html", {"page": page})


@require_GET
@needs(May.MERGE_PEOPLE)
def show(request: SignedInRequest, pk: int) -> HttpResponse:
    """Show what one merge did, and what came after."""
    row = merges.merge_for(request.user, pk)
    context = {
        "merge": row,
        "moved": merges.moved_in_words(row),
        "added": [] if row.undone_at else merges.added_to_kept(row),
    }
    return render(request, "people/merged.html", context)


@require_http_methods(["GET", "POST"])
@needs(May.MERGE_PEOPLE)
def undo(request: SignedInRequest, pk: int) -> HttpResponse:
    """Ask why a merge is undone and where what came since belongs, and part the records."""
    row = merges.merge_for(request.user, pk)
    said = request.POST if request.method == "POST" else None
    form = UndoForm(said, added=merges.added_to_kept(row), other=row.other)
    if request.method == "POST" and form.is_valid():
        reason, give = form.cleaned_data["reason"], form.given()
        try:
            merging.undo(merge=row, reason=reason, give=give, by=request.user)
        except ValidationError as wrong:
            form.add_error(None, wrong)
        else:
            messages.success(request, "The merge is undone: there are two records again.")
            return redirect("people:merge", pk)
    return render(request, "people/undo.html", {"merge": row, "form": form})
