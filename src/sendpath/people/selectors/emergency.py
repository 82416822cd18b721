"""Records opened in an emergency: whose, by whom, and what was found when it was looked into."""

from __future__ import annotations

from datetime import date, datetime

from django.db.models import Q, QuerySet

from sendpath.accounts.models import User
from sendpath.accounts.roles import May
from sendpath.people.models import EmergencyAccess, Person
from sendpath.people.permissions import people_in_view
from sendpath.web import clock


def person_for_emergency(
    *, number: str, forename: str, surname: str, born_on: date | None
) -> Person | None:
    """Return the one person meant exactly, whoever asks; None for nobody, and for several.

    Nothing is found by likeness: that would be a way to look people up.
    """
    if number:
        meant = Q(upn=number) | Q(uln=number) | Q(nhs_number=number)
    else:
        named = Q(forename__iexact=forename, surname__iexact=surname)
        meant = named & Q(birth_date=born_on)
    found = list(Person.objects.filter(meant)[:2])
    return found[0] if len(found) == 1 else None


def openings_in_view(user: User) -> QuerySet[EmergencyAccess]:
    """Return the openings that somebody looks into, the newest first.

    Who answers for information sees all of them; a manager those of children whose cases they
    share out.
    """
    named = EmergencyAccess.objects.select_related("person", "user", "reviewed_by")
    if user.may(May.REVIEW_ACCESS):
        return named
    return named.filter(people_in_view(user, path="person__", doing=May.ALLOCATE))


def openings_to_review(user: User) -> int:
    """Return how many openings wait for this person to look into them."""
    if not (user.may(May.REVIEW_ACCESS) or user.may(May.ALLOCATE)):
        return 0
    return openings_in_view(user).filter(reviewed_at__isnull=True).exclude(user=user).count()


def open_until(user: User, person: Person) -> datetime | None:
    """Return when this person's own opening of a record ends; None if none is open now."""
    now = clock.now()
    mine = EmergencyAccess.objects.filter(user=user, person=person, ends_at__gt=now)
    return mine.order_by("-ends_at").values_list("ends_at", flat=True).first()
