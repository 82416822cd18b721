"""Adding and changing people. Every write in this app goes through a function here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TypedDict

from django.core.exceptions import ValidationError
from django.db import transaction
from nhs_number.validate import is_valid

from sendpath.people.models import Person


class Particulars(TypedDict):
    """Who a person is, as a statutory return tells it."""

    surname: str
    forename: str
    birth_date: date
    sex: str
    ethnicity: str
    postcode: str
    upn: str
    uln: str
    upn_unknown: str


def add_people(*, people: Sequence[Particulars]) -> list[Person]:
    """Add these people, in that order. The caller has made sure that none is known yet."""
    return Person.objects.bulk_create([Person(**who) for who in people], batch_size=1000)


@transaction.atomic
def change_people(*, changes: Mapping[int, Particulars]) -> None:
    """Make these people, by id, what the particulars say."""
    known = list(Person.objects.select_for_update().filter(pk__in=changes))
    for person in known:
        for name, value in changes[person.pk].items():
            setattr(person, name, value)
    _save_again(known, list(Particulars.__annotations__))


@transaction.atomic
def add_nhs_numbers(*, numbers: Mapping[int, str]) -> None:
    """Note people's NHS numbers, by person id. A number that fails its check is refused."""
    wrong = [pk for pk, number in numbers.items() if not is_valid(number)]
    if wrong:
        raise ValidationError(
            f"{len(wrong)} NHS numbers fail their check digit. Correct them in the file; the first "
            f"belongs to person {wrong[0]}."
        )
    known = list(Person.objects.select_for_update().filter(pk__in=numbers))
    for person in known:
        person.nhs_number = numbers[person.pk]
    _save_again(known, ["nhs_number"])


def _save_again(known: Sequence[Person], fields: list[str]) -> None:
    # an insert that always conflicts: several times as quick as `bulk_update`
    Person.objects.bulk_create(
        known, update_conflicts=True, unique_fields=["pk"], update_fields=fields, batch_size=1000
    )
