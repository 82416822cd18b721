"""What two records of a person are compared by."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sendpath.core.people.names import plain
from sendpath.core.sen2.identifiers import is_temporary_upn

NUMBERS = ("upn", "uln", "nhs_number")


@dataclass(frozen=True, slots=True)
class Traits:
    """One record of a person, its names and postcode as they are compared.

    `numbers` holds by kind every lasting number the person has or had. Whoever makes these has
    made sure that each is valid.
    """

    person_id: int
    surname: str
    forename: str
    birth_date: date
    sex: str
    postcode: str
    numbers: Mapping[str, frozenset[str]]


def traits(
    *,
    person_id: int,
    surname: str,
    forename: str,
    birth_date: date,
    sex: str,
    postcode: str,
    numbers: Iterable[tuple[str, str]],
) -> Traits:
    """Return a record as it is compared. A temporary UPN is left out: it is given up again."""
    held: dict[str, frozenset[str]] = {}
    for kind, number in numbers:
        if number and not (kind == "upn" and is_temporary_upn(number)):
            held[kind] = held.get(kind, frozenset()) | {number}
    return Traits(
        person_id=person_id,
        surname=plain(surname).strip(),
        forename=plain(forename).strip(),
        birth_date=birth_date,
        sex=sex,
        postcode=postcode.replace(" ", "").upper(),
        numbers=held,
    )


def fingerprint(one: Traits, other: Traits) -> str:
    """Return what changes when anything changes by which these two records are compared."""
    told = sorted(
        (
            *(each.surname, each.forename, each.birth_date.isoformat(), each.sex, each.postcode),
            *(
                f"{kind}/{number}"
                for kind in NUMBERS
                for number in sorted(each.numbers.get(kind, ()))
            ),
        )
        for each in (one, other)
    )
    return hashlib.sha256(repr(told).encode()).hexdigest()
