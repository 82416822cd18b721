"""Which documents of a child somebody may see, beyond seeing the child at all.

Who sees whom, and which kinds of detail, is said by `people.permissions` and only asked here.
Officers are those who may record what happens to that child; those who advise are all who see
the child by their work; a family sees what may go as far as the family.
"""

from __future__ import annotations

from functools import partial

from django.db.models import Q

from sendpath.accounts.models import User
from sendpath.accounts.roles import May
from sendpath.core.casefile.details import Detail
from sendpath.documents.words import Sensitivity, Visibility
from sendpath.people.models import Person
from sendpath.people.permissions import opened_by, people_in_view

OF_DETAIL = {
    Detail.HEALTH: Sensitivity.HEALTH,
    Detail.SOCIAL_CARE: Sensitivity.SOCIAL_CARE,
    Detail.FINANCE: Sensitivity.FINANCE,
}


def in_view(reader: User) -> Q:
    """Return the condition that a document, of a child whom the reader may see, is for them too."""
    seen = partial(people_in_view, reader, path="person__")
    told = Q(sensitivity=Sensitivity.ORDINARY)
    for detail, kind in OF_DETAIL.items():
        told |= Q(sensitivity=kind) & seen(detail=detail)
    advisers, officers = Q(visibility=Visibility.ADVISERS), Q(visibility=Visibility.OFFICERS)
    reached = (
        Q(visibility=Visibility.FAMILY)
        # apart, because whoever sees everybody is told by an empty condition
        | (advisers & seen(doing=May.SEE_CASES))
        | (advisers & Q(person__in=opened_by(reader)))
        | (officers & seen(doing=May.RECORD_EVENTS))
    )
    return Q(voided_at=None) & told & reached


def may_change(user: User, person_id: int) -> bool:
    """Say whether somebody may add documents about a child, and change or take away those here."""
    able = people_in_view(user, doing=May.RECORD_EVENTS)
    return Person.objects.filter(able, pk=person_id).exists()
