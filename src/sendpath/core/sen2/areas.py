"""The three-digit numbers of local authorities, as they stand in a return and in a UPN.

A UPN keeps for life the number of the authority that issued it, so a UPN may hold the
number of an authority that no longer exists, or of one in Wales. A return may not.

`la_codes.csv` holds the current English authorities, from Get Information About Schools
by way of Data to Insight's ofsted-send-scrape-tool. Rows whose source is K are from
general knowledge and are used for UPNs only. Contains public sector information licensed
under the Open Government Licence v3.0.
"""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

DEMONSTRATION = "999"
"""The fictional area: recognised in its own return, and unknown in anybody else's."""


@cache
def _rows() -> dict[str, tuple[str, str]]:
    text = (files(__package__) / "la_codes.csv").read_text(encoding="utf-8")
    return {row["code"]: (row["name"], row["standing"]) for row in csv.DictReader(text.split("\n"))}


def la_name(code: str) -> str | None:
    """Return the name of the authority with that number, current or former, or None."""
    row = _rows().get(code)
    return row[0] if row else None


@cache
def english_areas(returning: str) -> frozenset[str]:
    """Return the numbers a return of the area `returning` may use for an authority."""
    current = {code for code, (_, standing) in _rows().items() if standing == "current"}
    return frozenset(current | _own_demonstration(returning))


@cache
def upn_areas(returning: str) -> frozenset[str]:
    """Return the numbers that may stand in characters 2 to 4 of a UPN in that return."""
    return frozenset((set(_rows()) - {DEMONSTRATION}) | _own_demonstration(returning))


def _own_demonstration(returning: str) -> set[str]:
    return {DEMONSTRATION} if returning == DEMONSTRATION else set()
