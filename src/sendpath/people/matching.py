"""People as a statutory return needs them: by any identifier, or by name and date of birth."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, fields
from datetime import date

from django.db.models import Q, QuerySet

from sendpath.people.models import FormerNumber, Person
from sendpath.people.selectors.facts import with_sealed_names


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
    former: frozenset[str] = frozenset()
    """UPNs and ULNs that were this person's: whoever sends one still means them."""


FIELDS = tuple(
    field.name for field in fields(KnownPerson) if field.name not in {"person_id", "former"}
)


def known_for_return(
    *, upns: Collection[str], ulns: Collection[str], born_on: Collection[date]
) -> list[KnownPerson]:
    """Return the people who have one of these numbers or one of these dates of birth."""
    sent = FormerNumber.objects.filter(number__in={*upns, *ulns}, withdrawn_at__isnull=True)
    among = Q(upn__in=upns) | Q(uln__in=ulns) | Q(birth_date__in=born_on)
    # a number from before an adoption would tell who the child was
    sent = sent.exclude(person__in=with_sealed_names())
    among |= Q(pk__in=list(sent.values_list("person", flat=True)))
    return _known(Person.objects.filter(among))


def people_for_return(*, person_ids: Collection[int]) -> dict[int, KnownPerson]:
    """Return these people by id."""
    found = _known(Person.objects.filter(pk__in=person_ids))
    return {person.person_id: person for person in found}


def _known(people: QuerySet[Person]) -> list[KnownPerson]:
    # as plain values: the rows of an import's people would take longer to make than to read
    rows = people.filter(merged_into__isnull=True).values_list("pk", *FIELDS)
    former = _former_numbers(people)
    return [KnownPerson(*(*row, former.get(row[0], frozenset()))) for row in rows]


def _former_numbers(people: QuerySet[Person]) -> dict[int, frozenset[str]]:
    held: dict[int, set[str]] = defaultdict(set)
    rows = FormerNumber.objects.filter(
        person__in=people.values("pk"), withdrawn_at__isnull=True, kind__in=("upn", "uln")
    ).exclude(person__in=with_sealed_names())
    for person_id, number in rows.values_list("person", "number"):
        held[person_id].add(number)
    return {person_id: frozenset(numbers) for person_id, numbers in held.items()}
