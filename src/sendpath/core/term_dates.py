"""A school's term dates, as people paste them from its website.

One term or half term a line, with its first and its last day: days between them on which the
school is closed to pupils, such as training days, are left out by ending a line before them and
beginning another after. Anything else on the line is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from sendpath.core.dates import TermDates, in_words

MOST_LINES = 60
LIKE = "Write it like 2 September 2025 to 24 October 2025."
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

_A_DATE = re.compile(
    r"\b(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})\b"
    r"|\b(?P<day>\d{1,2})(?:[/.-](?P<number>\d{1,2})[/.-]"
    r"|(?:st|nd|rd|th)?\s+(?P<name>[A-Za-z]{3,9})\.?,?\s+)(?P<year>\d{4})\b"
)


class BadTerms(ValueError):
    """Term dates that cannot be read; the message says on which line, and what to write."""


def read_terms(text: str) -> TermDates:
    """Return the terms in a text, the earliest first; nothing for an empty text.

    Raises `BadTerms` for a line without exactly two real dates, for a term that ends before it
    begins, and for two terms that overlap.
    """
    lines = [(n, line) for n, line in enumerate(text.splitlines(), start=1) if line.strip()]
    if len(lines) > MOST_LINES:
        raise BadTerms(f"Give {MOST_LINES} lines of term dates or fewer.")
    terms = sorted(_term(number, line) for number, line in lines)
    for (_, last), (first, _) in pairwise(terms):
        if first <= last:
            raise BadTerms(
                f"Two terms overlap: one begins on {in_words(first)}, before another ends on "
                f"{in_words(last)}. Check their dates."
            )
    return tuple(terms)


def _term(number: int, line: str) -> tuple[date, date]:
    found = list(_dates(number, line))
    if len(found) != 2:
        raise BadTerms(
            f"Line {number} must have two dates, the first and the last day of a term. {LIKE}"
        )
    first, last = found
    if last < first:
        raise BadTerms(f"On line {number} the last day comes before the first. Check both dates.")
    return first, last


def _dates(number: int, line: str) -> Iterator[date]:
    for match in _A_DATE.finditer(line):
        try:
            yield _date(match)
        except ValueError:
            raise BadTerms(f"Line {number}: {match[0]} is not a real date. {LIKE}") from None


def _date(match: re.Match[str]) -> date:
    said = match.groupdict()
    if said["y"]:
        return date(int(said["y"]), int(said["m"]), int(said["d"]))
    name = said["name"]
    month = MONTHS.index(name[:3].lower()) + 1 if name else int(said["number"])
    return date(int(said["year"]), month, int(said["day"]))
