"""Plants second records of people, and twins, in a made-up county: who is who is known.

The faults and their shares are made up. They are those that people name who clean such records:
a short form, a slip of the keyboard, a move, a name changed, day for month, no number yet.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from random import Random
from typing import Any

from sendpath.core.people.names import is_short_form, plain

SECOND, TWINS = 500, 200
"""How many people are recorded again, and how many are given a twin."""

MOST_FAULTS = 3
SHORT = ("Tom", "Kate", "Ellie", "Sam", "Ben", "Zac", "Abi", "Alex", "Nell", "Will", "Mo", "Seb")

Row = Mapping[str, Any]
Fault = Callable[[Row, Random], dict[str, Any]]


def planted(people: Sequence[Row], seed: int = 1) -> tuple[list[tuple[int, Row]], list[Row]]:
    """Return second records, each with the id of its person, and twins of other people."""
    random = Random(seed)
    chosen = random.sample(list(people), SECOND + TWINS)
    again = [(who["id"], _faulty(who, random)) for who in chosen[:SECOND]]
    names = sorted({who["forename"] for who in people})
    twins = [_blank(who) | {"forename": random.choice(names)} for who in chosen[SECOND:]]
    return again, twins


def _faulty(who: Row, random: Random) -> Row:
    faults = random.sample(FAULTS, random.randint(0, MOST_FAULTS))
    row = dict(_blank(who))
    for fault in faults:
        row |= fault(row, random)
    return row


def _blank(who: Row) -> dict[str, Any]:
    """Return a record without numbers: the database takes none twice."""
    return {**who, "upn": "", "uln": "", "nhs_number": "", "upn_unknown": "UN8"}


def _slip(word: str, random: Random) -> str:
    place = random.randrange(1, max(2, len(word) - 1))
    kind = random.choice(("swap", "drop", "double"))
    if kind == "swap":
        return word[: place - 1] + word[place : place + 1] + word[place - 1] + word[place + 1 :]
    return word[:place] + (word[place] * 2 if kind == "double" else "") + word[place + 1 :]


def _mistyped_forename(who: Row, random: Random) -> dict[str, Any]:
    return {"forename": _slip(who["forename"], random)}


def _mistyped_surname(who: Row, random: Random) -> dict[str, Any]:
    return {"surname": _slip(who["surname"], random)}


def _short_form(who: Row, random: Random) -> dict[str, Any]:
    name = plain(who["forename"])
    return {"forename": next((s for s in SHORT if is_short_form(plain(s), name)), who["forename"])}


def _another_surname(who: Row, random: Random) -> dict[str, Any]:
    return {"surname": random.choice(("Testington", "Mockford", "Sampleton", "Placeholder"))}


def _crossed(who: Row, random: Random) -> dict[str, Any]:
    return {"surname": who["forename"], "forename": who["surname"]}


def _moved(who: Row, random: Random) -> dict[str, Any]:
    return {"postcode": f"ZZ{random.randrange(1, 99)} {random.randrange(10)}ZZ"}


def _day_for_month(who: Row, random: Random) -> dict[str, Any]:
    born: date = who["birth_date"]
    return {"birth_date": born.replace(month=born.day, day=born.month) if born.day <= 12 else born}


def _wrong_digit(who: Row, random: Random) -> dict[str, Any]:
    born: date = who["birth_date"]
    tens, units = divmod(born.day, 10)
    return {
        "birth_date": born.replace(day=max(1, tens * 10 + (units + 1) % (9 if tens < 2 else 1)))
    }


def _sex_wrong(who: Row, random: Random) -> dict[str, Any]:
    return {"sex": "M" if who["sex"] == "F" else "F"}


FAULTS: list[Fault] = [
    _mistyped_forename, _mistyped_surname, _short_form, _another_surname, _crossed,
    _moved, _moved, _day_for_month, _wrong_digit, _sex_wrong,
]  # fmt: skip
