"""Adding a child or young person, once it is clear that they are not on record already."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from sendpath.accounts.http import SignedInRequest, needs
from sendpath.accounts.roles import May
from sendpath.casework.forms.add import AddChildForm
from sendpath.casework.services.cases import open_for_new_child
from sendpath.people.selectors.likely import already_known, in_words

SAVE, CHANGE = "save", "change"


@require_http_methods(["GET", "POST"])
@needs(May.RECORD_EVENTS)
def show(request: SignedInRequest) -> HttpResponse:
    """Ask who it is, show who in the record it may be, and add them if it is none of these."""
    form = AddChildForm(request.POST if request.method == "POST" else None)
    context: dict[str, object] = {"form": form}
    if request.method != "POST" or request.POST.get("step") == CHANGE or not form.is_valid():
        return render(request, "casework/add_child.html", context)
    known = already_known(form.traits(), user=request.user)
    if request.POST.get("step") != SAVE and (known.seen or known.unseen):
        context |= {"known": known, "lines": [in_words(one, request.user) for one in known.seen]}
        return render(request, "casework/known_already.html", context)
    return _added(request, form)


def _added(request: SignedInRequest, form: AddChildForm) -> HttpResponse:
    who, number = form.particulars(), form.cleaned_data["nhs_number"]
    try:
        case = open_for_new_child(who=who, nhs_number=number, by=request.user)
    except ValidationError as wrong:
        form.add_error(None, wrong)
        return render(request, "casework/add_child.html", {"form": form})
    messages.success(request, "Added, with a first case. Record what happened next.")
    return redirect("casework:case", case.pk)
