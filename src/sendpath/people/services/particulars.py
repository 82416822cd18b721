"""Adding and changing people. Every write in this app goes through a function here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Literal, TypedDict

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from nhs_number.validate import is_valid

from sendpath.accounts.models import User
from sendpath.audit import services as audit
from sendpath.people.models import FormerNumber, Person
from sendpath.web import clock

OF_A_RETURN: tuple[Literal["upn"], Literal["uln"]] = ("upn", "uln")


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
def add_person(*, who: Particulars, nhs_number: str, by: User) -> Person:
    """Add somebody by hand. The caller has shown who they may be already."""
    try:
        with transaction.atomic():
            person = Person.objects.create(**who, nhs_number=nhs_number)
    except IntegrityError as taken:
        raise ValidationError(
            "Somebody on record has one of these numbers. Find them by it, or correct it."
        ) from taken
    audit.record(by=by.username, act="person_added", subject=f"person:{person.pk}", details={})
    return person


@transaction.atomic
def change_people(*, changes: Mapping[int, Particulars]) -> None:
    """Make these people, by id, what the particulars say."""
    known = list(Person.objects.select_for_update().filter(pk__in=changes))
    remember_numbers(
        (who.pk, kind, getattr(who, kind), changes[who.pk][kind])
        for who in known
        for kind in OF_A_RETURN
    )
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
    remember_numbers([(p.pk, "nhs_number", p.nhs_number, numbers[p.pk]) for p in known])
    for person in known:
        person.nhs_number = numbers[person.pk]
    _save_again(known, ["nhs_number"])


def remember_numbers(changed: Iterable[tuple[int, str, str, str]]) -> None:
    """Keep the numbers that others take the place of, given with what each is replaced by.

    A temporary UPN is kept like any other: a letter may still come with it.
    """
    moment = clock.now()
    FormerNumber.objects.bulk_create(
        [
            FormerNumber(
                person_id=person_id,
                kind=kind,
                number=number,
                why=FormerNumber.Why.REPLACED,
                recorded_at=moment,
            )
            for person_id, kind, number, new in changed
            if number and number != new
        ],
        ignore_conflicts=True,
    )


def _save_again(known: Sequence[Person], fields: list[str]) -> None:
    # an insert that always conflicts: several times as quick as `bulk_update`
    Person.objects.bulk_create(
        known, update_conflicts=True, unique_fields=["pk"], update_fields=fields, batch_size=1000
    )
