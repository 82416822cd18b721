"""Term dates of Hartwell's schools: made up, the same for all of them, 190 school days a year."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from sendpath.establishments.services import Year


def _year(terms: str, inset_days: str) -> Year:
    """Read terms as first and last day, and INSET days, each written 2025-09-03."""
    days = [date.fromisoformat(day) for day in terms.split()]
    return Year(
        terms=tuple(zip(days[::2], days[1::2], strict=True)),
        inset_days=frozenset(date.fromisoformat(day) for day in inset_days.split()),
    )


YEARS: Mapping[int, Year] = MappingProxyType(
    {
        2023: _year(
            "2023-09-05 2023-10-20 2023-10-30 2023-12-21 2024-01-08 2024-02-16 "
            "2024-02-26 2024-03-28 2024-04-15 2024-05-24 2024-06-03 2024-07-23",
            "2023-09-01 2023-09-04 2024-01-08 2024-06-03 2024-07-23",
        ),
        2024: _year(
            "2024-09-03 2024-10-25 2024-11-04 2024-12-20 2025-01-06 2025-02-14 "
            "2025-02-24 2025-04-04 2025-04-22 2025-05-23 2025-06-02 2025-07-22",
            "2024-09-02 2024-11-04 2025-01-06 2025-06-02 2025-07-22",
        ),
        2025: _year(
            "2025-09-03 2025-10-24 2025-11-03 2025-12-19 2026-01-05 2026-02-13 "
            "2026-02-23 2026-03-27 2026-04-13 2026-05-22 2026-06-01 2026-07-21",
            "2025-09-02 2025-11-03 2026-01-05 2026-06-01 2026-07-21",
        ),
        2026: _year(
            "2026-09-03 2026-10-23 2026-11-02 2026-12-18 2027-01-04 2027-02-12 "
            "2027-02-22 2027-03-25 2027-04-12 2027-05-28 2027-06-07 2027-07-22",
            "2026-09-02 2026-11-02 2027-01-04 2027-06-07 2027-07-22",
        ),
    }
)
"""By the calendar year in which the school year began."""
