"""Every record of a person as it is compared with others, whoever may see it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator

from django.db.models import QuerySet
from nhs_number.validate import is_valid
from rapidfuzz.distance import JaroWinkler

from sendpath.core.people.traits import NUMBERS, Traits, traits
from sendpath.core.sen2.identifiers import is_uln, is_upn
from sendpath.people.models import FormerNumber, Person
from sendpath.people.selectors.facts import with_sealed_names

CHECKS: dict[str, Callable[[str], bool]] = {
    "upn": is_upn,
    "uln": is_uln,
    "nhs_number": is_valid,
}
READ = 2000


def spelt_alike(one: str, other: str) -> float:
    """Return how alike two plain names are spelt, from 0 to 1, their beginnings counting most."""
    return JaroWinkler.similarity(one, other)


def every_record_for_matching() -> list[Traits]:
    """Return every record that stands for somebody, by age: merged ones stand for nobody."""
    return list(_traits(Person.objects.filter(merged_into__isnull=True)))


def records_for_matching(person_ids: Collection[int]) -> dict[int, Traits]:
    """Return these records by id, merged or not."""
    return {one.person_id: one for one in _traits(Person.objects.filter(pk__in=person_ids))}


def valid(kind: str, number: str) -> bool:
    """Say whether a number is one that can have been issued: its check digit is right."""
    return bool(number) and CHECKS[kind](number)


def _traits(people: QuerySet[Person]) -> Iterator[Traits]:
    former: dict[int, list[tuple[str, str]]] = defaultdict(list)
    kept = FormerNumber.objects.filter(withdrawn_at__isnull=True, person__in=people.values("pk"))
    # a number from before an adoption would tell who the child was
    kept = kept.exclude(person__in=with_sealed_names())
    for person_id, kind, number in kept.values_list("person", "kind", "number"):
        former[person_id].append((kind, number))
    names = ("surname", "forename", "birth_date", "sex", "postcode")
    rows = people.order_by("pk").values_list("pk", *names, *NUMBERS)
    for pk, surname, forename, born, sex, postcode, *numbers in rows.iterator(chunk_size=READ):
        held = [*zip(NUMBERS, numbers, strict=True), *former.get(pk, ())]
        yield traits(
            person_id=pk,
            surname=surname,
            forename=forename,
            birth_date=born,
            sex=sex,
            postcode=postcode,
            numbers=[(kind, number) for kind, number in held if valid(kind, number)],
        )
