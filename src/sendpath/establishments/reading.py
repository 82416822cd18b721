"""Term dates as people write them, one a line, read into days.

Days may be written as 2 September 2025, Tue 2nd Sept, September 2, 02/09/2025 or 2025-09-02. The
school year tells a year that is left out, and 13/02/2026 that 05/01/2026 beside it is in January.
Where two days could be meant, the line is given back with both: nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from sendpath.core.dates import TermDates
from sendpath.core.law.counting.protocol import plain
from sendpath.core.terms import school_year_reaches

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

_WEEKDAY = (
    r"(?:(?P<weekday>mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs|ur|urs)?(?:day)?\.?,?\s+(?:the\s+)?)?"
)
_A_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b"
)
_MONTH = rf"(?P<month>{_A_MONTH})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4}|\d{2})\b"
_NUMBERS = rf"(?P<day>\d{{1,2}})(?P<mark>[/.-])(?P<month>\d{{1,2}})(?P=mark){_YEAR}"
_IN_NUMBERS = re.compile(rf"\b{_NUMBERS}")
_SHAPES = tuple(
    re.compile(rf"\b{_WEEKDAY}{shape}", re.IGNORECASE)
    for shape in (
        r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})\b",
        _NUMBERS,
        rf"{_DAY}(?:\s+of)?[\s-]+{_MONTH}(?:,?[\s-]+{_YEAR}(?!\s*{_A_MONTH}))?",
        rf"{_MONTH}\s+{_DAY}\b(?:,?\s+(?P<year>\d{{4}})\b)?",
    )
)
_LABEL = re.compile(r"\D*")
_TERM_LABEL = re.compile(r"\D*(?:[A-Za-z] ?\d[\s:.–-]*)?")
"""What may stand before the days of a line, such as “Autumn term 1:”."""

_BETWEEN = re.compile(
    r"[\s,.]*(?:to|until|till|up to|through|and|-|–|—)[\s,.]*(?:the\s+)?", re.IGNORECASE
)

Read = TypeVar("Read")


class Unreadable(ValueError):
    """Lines that are no days, or could be two. Holds a sentence for each."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("; ".join(faults))
        self.faults = faults


@dataclass(frozen=True, slots=True)
class _Known:
    """What the whole text tells of each line: the school year, and whether days come first."""

    school_year: int
    day_first: bool


def read_terms(text: str, school_year: int) -> TermDates:
    """Return the terms written one a line, each its first and its last day, in order."""
    return tuple(sorted(_each_line(text, school_year, _term)))


def read_days(text: str, school_year: int) -> frozenset[date]:
    """Return the days written one a line."""
    return frozenset(_each_line(text, school_year, _one_day))


def _each_line(text: str, school_year: int, read: Callable[[str, _Known], Read]) -> list[Read]:
    known = _Known(school_year, _writes_days_first(text))
    found, faults = [], []
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip():
            try:
                found.append(read(re.sub(r"\([^)]*\)", "", line).strip(), known))
            except Unreadable as fault:
                faults += [f"Line {number}: {words}" for words in fault.faults]
    if faults:
        raise Unreadable(faults)
    return found


def _writes_days_first(text: str) -> bool:
    """Say whether some day in the text can only have its day first, and none its month."""
    pairs = [(int(m["day"]), int(m["month"])) for m in _IN_NUMBERS.finditer(text)]
    return any(day > 12 for day, _ in pairs) and all(month <= 12 for _, month in pairs)


def _term(line: str, known: _Known) -> tuple[date, date]:
    found = list(_days_of(line))
    if len(found) != 2 or not _BETWEEN.fullmatch(line[found[0].end() : found[1].start()]):
        year = known.school_year
        like = f"2 September {year} to 24 October {year}"
        raise Unreadable([f"“{line}” must be two days, like “{like}”"])
    _refuse_the_rest(line, found, _TERM_LABEL)
    first, last = (_meant(written, known) for written in found)
    return first, last


def _one_day(line: str, known: _Known) -> date:
    found = list(_days_of(line))
    if len(found) != 1:
        raise Unreadable([f"“{line}” must be one day, like “1 September {known.school_year}”"])
    _refuse_the_rest(line, found, _LABEL)
    return _meant(found[0], known)


def _days_of(line: str) -> Iterator[re.Match[str]]:
    """Yield each day written in a line, from left to right."""
    place = 0
    while place < len(line):
        matches = [match for shape in _SHAPES if (match := shape.search(line, place))]
        if not matches:
            return
        first = min(matches, key=lambda match: (match.start(), -match.end()))
        yield first
        place = first.end()


def _refuse_the_rest(line: str, found: list[re.Match[str]], label: re.Pattern[str]) -> None:
    before, after = line[: found[0].start()], line[found[-1].end() :]
    if not label.fullmatch(before) or any(character.isdigit() for character in after):
        raise Unreadable([f"“{line}” has more in it than days. Write the days only"])


def _meant(written: re.Match[str], known: _Known) -> date:
    """Return the one day that is meant. Raises `Unreadable` if there is none, or may be another."""
    parts, words = written.groupdict(), written.group()
    first, last = school_year_reaches(known.school_year)
    possible = list(_possible(parts, known))
    inside = [day for day in possible if first <= day <= last]
    if not parts["year"]:
        possible = inside or possible
    if not possible:
        raise Unreadable([f"“{words}” must be a real date"])
    if inside not in ([], possible[:1]):
        either = " or ".join(plain(day) for day in possible)
        how = "Write the month as a word" if parts["year"] else "Write the year"
        raise Unreadable([f"“{words}” could be {either}. {how}"])
    day, weekday = possible[0], parts["weekday"]
    if weekday and not f"{day:%A}".lower().startswith(weekday.lower()):
        said = next(name for name in WEEKDAYS if name.lower().startswith(weekday.lower()))
        raise Unreadable([f"{plain(day)} is a {day:%A}, not a {said}"])
    return day


def _possible(parts: dict[str, str | None], known: _Known) -> Iterator[date]:
    """Yield the real days that were written, as they are read in England first."""
    year, month, day = parts["year"], parts["month"] or "", int(parts["day"] or 0)
    years = (
        [int(year) + (2000 if len(year) == 2 else 0)]
        if year
        else [known.school_year, known.school_year + 1]
    )
    if not month.isdecimal():
        orders = [(day, MONTHS.index(month[:3].lower()) + 1)]
    elif parts.get("mark") and not known.day_first:
        orders = list(dict.fromkeys([(day, int(month)), (int(month), day)]))
    else:
        orders = [(day, int(month))]
    for each in years:
        for day_of_month, number in orders:
            with suppress(ValueError):
                yield date(each, number, day_of_month)
