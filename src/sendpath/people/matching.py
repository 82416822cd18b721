"""People as a statutory return needs them: by any identifier, or by name and date of birth."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, fields
from datetime import date

from django.db.models import Q, QuerySet

from sendpath.people.models import Person


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """A person in the record, as far as a return tells people apart."""

    person_id: int
    surname: str
    forename: str
    birth_date: date
    sex: str
    ethnicity: str
    postcode: str
    upn: str
    uln: str
    upn_unknown: str
    nhs_number: str


FIELDS = tuple(field.name for field in fields(KnownPerson) if field.name != "person_id")


def known_for_return(
    *, upns: Collection[str], ulns: Collection[str], born_on: Collection[date]
) -> list[KnownPerson]:
    """Return the people who have one of these numbers or one of these dates of birth."""
    among = Q(upn__in=upns) | Q(uln__in=ulns) | Q(birth_date__in=born_on)
    return _known(Person.objects.filter(among))


def people_for_return(*, person_ids: Collection[int]) -> dict[int, KnownPerson]:
    """Return these people by id."""
    found = _known(Person.objects.filter(pk__in=person_ids))
    return {person.person_id: person for person in found}


def _known(people: QuerySet[Person]) -> list[KnownPerson]:
    # as plain values: the rows of an import's people would take longer to make than to read
    return [KnownPerson(*row) for row in people.values_list("pk", *FIELDS)]
