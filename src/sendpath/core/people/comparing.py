"""How two records agree in each thing compared: at which level, or not to be told.

The levels are those of `data/likeness.toml`. What either record lacks is not compared.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from sendpath.core.people.names import is_short_form, share_a_part
from sendpath.core.people.traits import NUMBERS, Traits

SAME, DIFFERENT = "same", "different"
SPELT_ALIKE = "spelt_alike"
CROSSED = "crossed"

Spelling = Callable[[str, str], float]
"""How alike two words are spelt, from 0 to 1. Python has no measure of its own that is quick."""

ALIKE = 0.8
"""Zoe and Zoey, Katherine and Catherine are nearer than this, Amber and Aaliyah are not:
found by trying the names in tests/core/people."""

SECTOR = 2  # letters of a postcode after its sector

Levels = dict[str, str]
"""The level of each thing that could be compared."""


def compare(one: Traits, other: Traits, spelling: Spelling) -> Levels:
    """Return at which level these two records agree, in each thing that both hold."""
    levels = _names(one, other, spelling)
    levels["birth_date"] = _birth_dates(one.birth_date, other.birth_date)
    if one.sex and other.sex:
        levels["sex"] = SAME if one.sex == other.sex else DIFFERENT
    if one.postcode and other.postcode:
        levels["postcode"] = _postcodes(one.postcode, other.postcode)
    for kind in NUMBERS:
        here, there = one.numbers.get(kind), other.numbers.get(kind)
        if here and there:
            levels[kind] = SAME if here & there else DIFFERENT
    return levels


def _names(one: Traits, other: Traits, spelling: Spelling) -> Levels:
    levels = {
        "forename": _forenames(one.forename, other.forename, spelling),
        "surname": _surnames(one.surname, other.surname, spelling),
    }
    if levels == {"forename": DIFFERENT, "surname": DIFFERENT} and _crossed(one, other, spelling):
        # one slip of the pen, so it is counted once, with the surname
        return {"surname": CROSSED}
    return levels


def _crossed(one: Traits, other: Traits, spelling: Spelling) -> bool:
    return (
        spelling(one.surname, other.forename) >= ALIKE
        and spelling(one.forename, other.surname) >= ALIKE
    )


def _forenames(one: str, other: str, spelling: Spelling) -> str:
    if one == other:
        return SAME
    if is_short_form(one, other):
        return "short_form"
    return _parts(one, other, spelling)


def _surnames(one: str, other: str, spelling: Spelling) -> str:
    return SAME if one == other else _parts(one, other, spelling)


def _parts(one: str, other: str, spelling: Spelling) -> str:
    if share_a_part(one, other):
        return "part"
    close = spelling(one.replace(" ", ""), other.replace(" ", "")) >= ALIKE
    return SPELT_ALIKE if close else DIFFERENT


def _birth_dates(one: date, other: date) -> str:
    if one == other:
        return SAME
    if (one.year, one.month, one.day) == (other.year, other.day, other.month):
        return "swapped"
    digits = zip(f"{one:%Y%m%d}", f"{other:%Y%m%d}", strict=True)
    return "one_digit" if sum(a != b for a, b in digits) == 1 else DIFFERENT


def _postcodes(one: str, other: str) -> str:
    if one == other:
        return SAME
    return "sector" if one[:-SECTOR] == other[:-SECTOR] else DIFFERENT
