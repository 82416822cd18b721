"""Names as they are compared: without case, accents or hyphens, and with their short forms.

The short forms are ours, written from general knowledge (K); `data/short_forms.csv` holds them,
for an area to add its own.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from functools import cache
from importlib.resources import files


def plain(name: str) -> str:
    """Return a name as it sounds on paper: no case, accents, hyphens or apostrophes."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    return re.sub(r"[^a-z ]", "", letters.replace("-", " "))


def is_short_form(one: str, other: str) -> bool:
    """Say whether two plain forenames may be one: Tom and Thomas, or Ted and Ned.

    Only the first words are compared: Tom Arthur may be Thomas.
    """
    first, second = _first(one), _first(other)
    return first != second and bool(_meanings(first) & _meanings(second))


def share_a_part(one: str, other: str) -> bool:
    """Say whether all the words of one plain name are in the other, as Anna in Anna Maria."""
    first, second = set(one.split()), set(other.split())
    return first != second and bool(first) and bool(second) and (first <= second or second <= first)


def _first(name: str) -> str:
    return name.partition(" ")[0]


def _meanings(name: str) -> frozenset[str]:
    return _full_names().get(name, frozenset()) | {name}


@cache
def _full_names() -> dict[str, frozenset[str]]:
    """Return by short form the full names that it may stand for."""
    text = (files(__package__) / "data/short_forms.csv").read_text(encoding="utf-8")
    full: dict[str, set[str]] = {}
    for row in csv.DictReader(text.splitlines()):
        for short in row["also"].split():
            full.setdefault(short, set()).add(row["name"])
    return {short: frozenset(names) for short, names in full.items()}
