"""Which cases a person may see. Every page starts from here."""

from __future__ import annotations

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.urls import reverse

from sendpath.accounts.models import User
from sendpath.audit.acting import saw
from sendpath.casework.models import Case
from sendpath.casework.permissions import cases_in_view
from sendpath.documents.cases import CaseOf


def cases_visible_to(user: User) -> QuerySet[Case]:
    """Return the cases this person may see, with the child and who holds them."""
    return Case.objects.filter(cases_in_view(user)).select_related("person", "team", "officer")


def case_for(user: User, pk: int) -> Case:
    """Return a case this person may see, as one looked at; one they may not see is not found."""
    case = get_object_or_404(cases_visible_to(user), pk=pk)
    saw(children=[case.person_id], cases=[case.pk])
    return case


def cases_for_documents(user: User, person_id: int) -> list[CaseOf]:
    """Return the cases to which a document about a child may belong, the latest first."""
    rows = cases_visible_to(user).filter(person=person_id).order_by("-pk")
    return [
        CaseOf(case.pk, case.reference, reverse("casework:case", args=[case.pk])) for case in rows
    ]
