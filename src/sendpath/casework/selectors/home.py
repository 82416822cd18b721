"""What waits for somebody on the first page, and the cases of their own family."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q
from django.urls import reverse

from sendpath.accounts.models import User
from sendpath.accounts.roles import Reach
from sendpath.casework.models import Case
from sendpath.casework.selectors.caseload import unworked
from sendpath.casework.selectors.words import written
from sendpath.people.permissions import involved
from sendpath.people.selectors.emergency import openings_to_review

FAMILY = frozenset({Reach.OWN_CHILD, Reach.SELF})


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing that somebody should know or do, and where."""

    words: str
    href: str


def notices(user: User) -> list[Notice]:
    """Return what should not wait: records opened, cases nobody can work, whom one covers."""
    found = []
    if count := openings_to_review(user):
        said = "1 record was" if count == 1 else f"{count} records were"
        words = f"{said} opened in an emergency. Say if that was justified."
        found.append(Notice(words, reverse("casework:openings")))
    for load in unworked(user):
        cases = "1 case" if load.cases == 1 else f"{load.cases} cases"
        words = f"{load.name} has left, and nobody works their {cases}."
        found.append(Notice(words, reverse("casework:move", args=[load.officer_id])))
    for held in user.memberships_now:
        if held.covers:
            words = f"You cover for {held.covers.display_name} until {written(held.ends_on)}."
            href = f"{reverse('casework:worklist')}?officer={held.covers_id}"
            found.append(Notice(words, href))
    return found


def own_cases(user: User) -> list[Case]:
    """Return the cases of somebody's own child, of whoever they represent, or their own."""
    family = Q(pk__in=())
    for held in user.memberships_now:
        if held.role.sees & FAMILY:
            for people in involved(held):
                family |= Q(person__in=people)
    found = Case.objects.filter(family).select_related("person")
    return list(found.order_by("person__forename", "pk"))
