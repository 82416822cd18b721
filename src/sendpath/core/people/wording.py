"""What speaks for and against two records being of one person, in words."""

from __future__ import annotations

from sendpath.core.people.comparing import SAME
from sendpath.core.people.score import Band, Caution, Evidence

CALLED = {
    "forename": "First name",
    "surname": "Surname",
    "birth_date": "Date of birth",
    "sex": "Sex",
    "postcode": "Postcode",
    "upn": "UPN",
    "uln": "ULN",
    "nhs_number": "NHS number",
}

BANDS = {
    Band.CERTAIN: ("Shared number", "red"),
    Band.VERY_LIKELY: ("Very likely", "orange"),
    Band.LIKELY: ("Likely", "yellow"),
    Band.POSSIBLE: ("Possible", "grey"),
}
"""The words for how sure one may be, and the colour behind them."""

CAUTIONS = {
    Caution.TWINS: "These may be twins, or a brother and a sister born on one day: surname and "
    "date of birth are the same, the first names are not.",
    Caution.TWIN_NAMES: "Twins are often given names that look alike. Make sure that this is one "
    "child before you merge.",
    Caution.TWO_NHS_NUMBERS: "Each has a valid NHS number of their own. One person has one for "
    "life, so ask the NHS which is right before you merge.",
    Caution.NUMBER_OF_ANOTHER: "They share a number and nothing else. It may have been written on "
    "the wrong child.",
}

_LEVELS = {
    "short_form": "One is short for the other",
    "part": "One is part of the other",
    "spelt_alike": "Spelt almost alike",
    "crossed": "First name and surname stand in each other’s place",
    "swapped": "Day and month are the other way round",
    "one_digit": "One digit is different",
    "sector": "The same neighbourhood, another postcode",
}
_NUMBERS = {"upn", "uln", "nhs_number"}
STRONG, SOME = 8.0, 2.0
"""Weights, in doublings: one for one person is worth 256 times and 4 times what it is for two."""


def says(evidence: Evidence) -> str:
    """Return what one thing compared shows, and how often it would by chance."""
    if evidence.field in _NUMBERS:
        own = f"Each has a {CALLED[evidence.field]} of their own"
        return f"The same {CALLED[evidence.field]}" if evidence.level == SAME else own
    if evidence.level == SAME:
        return f"The same. One person in {evidence.one_in:,} here has it"
    if evidence.level in _LEVELS:
        return f"{_LEVELS[evidence.level]}. So would 1 pair of strangers in {evidence.one_in:,}"
    return "Different"


def speaks(evidence: Evidence) -> str:
    """Return which way one thing compared speaks, and how strongly."""
    size = abs(evidence.weight)
    if size < 1:
        return "Says little"
    way = "for one person" if evidence.weight > 0 else "for two people"
    return (
        f"Strongly {way}"
        if size >= STRONG
        else way.capitalize()
        if size >= SOME
        else f"A little {way}"
    )
