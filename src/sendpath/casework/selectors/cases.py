"""Which cases a person may see. Every page starts from here."""

from __future__ import annotations

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from sendpath.accounts.models import User
from sendpath.audit.acting import saw
from sendpath.casework.models import Case
from sendpath.casework.permissions import cases_in_view


def cases_visible_to(user: User) -> QuerySet[Case]:
    """Return the cases this person may see, with the child and who holds them."""
    return Case.objects.filter(cases_in_view(user)).select_related("person", "team", "officer")


def case_for(user: User, pk: int) -> Case:
    """Return a case this person may see, as one looked at; one they may not see is not found."""
    case = get_object_or_404(cases_visible_to(user), pk=pk)
    saw(children=[case.person_id], cases=[case.pk])
    return case
