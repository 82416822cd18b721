"""Finding a child or young person."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from sendpath.accounts.http import SignedInRequest, needs
from sendpath.accounts.roles import May
from sendpath.casework.forms.case import FindForm
from sendpath.casework.selectors.find import find


@require_GET
@needs(May.SEE_CASES)
def show(request: SignedInRequest) -> HttpResponse:
    """Look for someone by name, number or date of birth."""
    form = FindForm(request.GET or None)
    found = None
    if form.is_valid():
        said = form.cleaned_data
        found = find(user=request.user, words=said["words"], born_on=said["born_on"])
    may_open = request.user.may(May.BREAK_GLASS)
    context = {"form": form, "found": found, "may_open": may_open}
    return render(request, "casework/find.html", context)
