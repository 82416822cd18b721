"""The yearly totals that Hartwell follows: published, reported or made up."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from types import MappingProxyType

YEARS = range(2019, 2026)
"""The calendar years whose requests and plans are in the returns."""

SURVEY_DAYS: Mapping[int, date] = MappingProxyType(
    {
        2019: date(2019, 1, 17),
        2020: date(2020, 1, 16),
        2021: date(2021, 1, 14),
        2022: date(2022, 1, 20),
        2023: date(2023, 1, 19),
        2024: date(2024, 1, 18),
        2025: date(2025, 1, 16),
        2026: date(2026, 1, 15),
    }
)
"""Survey days, also of the years before returns held one record a person."""

TODAY = SURVEY_DAYS[2026]

CEASE_REASONS = tuple("123456789")


def rows(name: str) -> Iterator[dict[str, str]]:
    """Yield the rows of one of Hartwell's data files."""
    text = (files(__package__) / "data" / name).read_text(encoding="utf-8")
    return csv.DictReader(text.splitlines())


@cache
def county_totals() -> Mapping[tuple[str, int], int]:
    """Return each total of a whole county by figure and year.

    A year means the calendar year, or the survey day of that January.
    """
    return MappingProxyType(
        {
            (row["figure"], int(row["year"])): int(row["value"])
            for name in ("published.csv", "reported.csv", "made_up.csv")
            for row in rows(name)
        }
    )


class Totals:
    """The totals of an area `scale` times the size of a county."""

    def __init__(self, scale: float) -> None:
        self._scale = scale

    def of(self, figure: str, year: int) -> int:
        """Return the total, rounded to whole people; 0 where the figure has none that year."""
        return round(county_totals().get((figure, year), 0) * self._scale)

    def ceased(self, year: int) -> dict[str, int] | None:
        """Return how many plans ended in the year by reason, or None before it was counted."""
        if ("ceased_1", year) not in county_totals():
            return None
        return {reason: self.of(f"ceased_{reason}", year) for reason in CEASE_REASONS}
