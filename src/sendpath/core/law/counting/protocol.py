"""What a length of time must be able to do to stand in a clock."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from sendpath.core.dates import Calendars


class Ends(Protocol):
    """A length of time, as far as where its last day falls."""

    def last_day(self, start: date, calendars: Calendars, school: str) -> date:
        """Return the last day in time. `school` names term dates; most counts ignore it."""


class Count(Ends, Protocol):
    """A length of time that can say itself, and how its last day was reached."""

    @property
    def first_day_is(self) -> int | None:
        """0 where the day that starts the clock is not counted, 1 where it is, None for a date."""

    def __str__(self) -> str: ...

    def working(self, start: date, last: date) -> str:
        """Return the sentence that shows how `last` was reached from `start`."""


def plain(day: date) -> str:
    """Return a day without its weekday, as working is written: 24 November 2025."""
    return f"{day.day} {day:%B %Y}"


def number_of(count: int, thing: str) -> str:
    """Return a count with its noun: 1 month, 2 months."""
    return f"{count} {thing}" if count == 1 else f"{count} {thing}s"
