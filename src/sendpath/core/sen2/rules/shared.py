"""Tests that rules of several modules share."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sendpath.core.sen2.chain import Link

SETTING_ITEMS = ("URN", "UKPRN", "SENsetting")
INDICATORS = ("SENunitIndicator", "ResourcedProvisionIndicator")


def not_one_setting(link: Link) -> str | None:
    """Find a record that names no setting, or names it in more than one way."""
    return "URN" if sum(item in link.values for item in SETTING_ITEMS) != 1 else None


def urn(link: Link) -> str | None:
    """Return the URN, if it is six digits."""
    written = link.values.get("URN")
    return written if written and re.fullmatch(r"[0-9]{6}", written) else None


def wrong_urn(link: Link) -> str | None:
    """Find a URN that is not six digits, or that the register does not hold."""
    if "URN" not in link.values:
        return None
    number, register = urn(link), link.around.reference
    known = number and (register is None or register.establishment(number) is not None)
    return None if known else "URN"


def wrong_ukprn(link: Link) -> str | None:
    """Find a UKPRN that is not eight digits starting with 1."""
    ukprn = link.values.get("UKPRN")
    return "UKPRN" if ukprn is not None and not re.fullmatch(r"1[0-9]{7}", ukprn) else None


def wrong_area(link: Link, item: str) -> str | None:
    """Find an authority number that is not English and current, or is the area's own."""
    code = link.values.get(item)
    if code is None or (code in link.around.areas and code != link.around.lea):
        return None
    return item


def wrong_ranks(links: Sequence[Link], item: str) -> str | None:
    """Find ranks that are not exactly 1, or 1 and 2; no record at all is another rule's."""
    ranks = sorted(link.values.get(item, "") for link in links)
    return item if ranks not in ([], ["1"], ["1", "2"]) else None


def both_indicators(link: Link) -> str | None:
    """Find a place that is in a SEN unit and in resourced provision at once."""
    return INDICATORS[0] if all(link.values.get(item) == "1" for item in INDICATORS) else None
