"""The family's rights to appeal in one case."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from sendpath.accounts.http import SignedInRequest
from sendpath.casework.selectors.cases import case_for
from sendpath.casework.selectors.rights import rights_of
from sendpath.web import clock


@require_GET
def show(request: SignedInRequest, pk: int) -> HttpResponse:
    """Show each decision that can be appealed, until when, by whom, and what it needs."""
    case = case_for(request.user, pk)
    context = {"case": case, "rights": rights_of(case, clock.today())}
    return render(request, "casework/rights.html", context)
