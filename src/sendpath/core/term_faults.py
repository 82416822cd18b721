"""What cannot be right in a school's year as somebody told it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Literal

from sendpath.core.dates import LONGEST_HOLIDAY, SATURDAY, Calendars, TermDates
from sendpath.core.law.counting.protocol import plain
from sendpath.core.terms import school_year_reaches, spoken, without


@dataclass(frozen=True, slots=True)
class Fault:
    """What cannot be right in a school year as told: of its terms or its INSET days, and why."""

    of: Literal["terms", "inset_days"]
    words: str


def faults(
    year: int, terms: TermDates, inset_days: Collection[date], calendars: Calendars
) -> tuple[Fault, ...]:
    """Return what cannot be right in a school's year, in words for whoever typed it.

    An INSET day may lie outside the terms, as many schools write it. Two terms further apart
    than any holiday are a fault, for days between them could not be told.
    """
    if not terms:
        return (Fault("terms", "Enter the first and last day of each term"),)
    found = [Fault("terms", words) for words in _wrong_terms(year, sorted(terms), calendars)]
    if not found and not without(terms, inset_days):
        found.append(Fault("terms", "Every day of these terms is an INSET day"))
    found += [
        Fault("inset_days", words)
        for day in sorted(inset_days)
        if (words := _outside(year, day) or _off(day, calendars))
    ]
    return tuple(found)


def _wrong_terms(
    year: int, terms: Sequence[tuple[date, date]], calendars: Calendars
) -> Iterator[str]:
    for first, last in terms:
        if last < first:
            yield f"The term from {plain(first)} to {plain(last)} ends before it begins"
        for day in sorted({first, last}):
            if words := _outside(year, day) or _off(day, calendars):
                yield words
    for (first, last), (opens, _) in pairwise(terms):
        if opens <= last:
            yield f"The terms from {plain(first)} and from {plain(opens)} overlap"
        elif opens - last > LONGEST_HOLIDAY:
            yield (
                f"There is no term between {plain(last)} and {plain(opens)}. Add the one that is "
                f"missing"
            )


def _outside(year: int, day: date) -> str:
    first, last = school_year_reaches(year)
    return "" if first <= day <= last else f"{plain(day)} is not in the school year {spoken(year)}"


def _off(day: date, calendars: Calendars) -> str:
    if day.weekday() >= SATURDAY:
        return f"{plain(day)} is a {day:%A}, when no school is open"
    if day in calendars.bank_holidays:
        return f"{plain(day)} is a bank holiday, when no school is open"
    return ""
