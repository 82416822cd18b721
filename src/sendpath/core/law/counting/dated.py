"""Limits that end on or before a date named in advance."""

from __future__ import annotations

from calendar import month_name
from dataclasses import dataclass
from datetime import date

from sendpath.core import dates
from sendpath.core.dates import Calendars, in_words
from sendpath.core.law.counting.protocol import number_of, plain


@dataclass(frozen=True, slots=True)
class Before:
    """“Before 15 February” of the year in which the start falls."""

    day: int
    month: int
    first_day_is: None = None

    def last_day(self, start: date, calendars: Calendars, school: str) -> date:
        """Return the day before the date named."""
        return dates.before_date(date(start.year, self.month, self.day))

    def __str__(self) -> str:
        return f"before {self.day} {month_name[self.month]}"

    def working(self, start: date, last: date) -> str:
        """Say that “before” leaves out the date itself."""
        return (
            f"The limit is {self} in the calendar year of the move, {start.year}. “Before” "
            f"leaves that date out, so the last day is {in_words(last)}."
        )


@dataclass(frozen=True, slots=True)
class By:
    """“By 15 February” of the year in which the start falls."""

    day: int
    month: int
    first_day_is: None = None

    def last_day(self, start: date, calendars: Calendars, school: str) -> date:
        """Return the date named."""
        return date(start.year, self.month, self.day)

    def __str__(self) -> str:
        return f"by {self.day} {month_name[self.month]}"

    def working(self, start: date, last: date) -> str:
        """Name the date."""
        return f"The date is {self} in the calendar year of the move: {in_words(last)}."


@dataclass(frozen=True, slots=True)
class DaysBefore:
    """“At least N days before”: no later than the Nth day back from a date ahead."""

    number: int
    first_day_is: None = None

    def last_day(self, start: date, calendars: Calendars, school: str) -> date:
        """Return the day N days before."""
        return dates.days_after(start, -self.number)

    def __str__(self) -> str:
        return f"at least {number_of(self.number, 'day')} before"

    def working(self, start: date, last: date) -> str:
        """Show the subtraction."""
        return (
            f"It must be done {self} {plain(start)}: "
            f"{plain(start)} − {number_of(self.number, 'day')} = {in_words(last)}."
        )


@dataclass(frozen=True, slots=True)
class WholeDaysBetween:
    """“At least N days’ notice” read strictly: N whole days between the two."""

    number: int
    first_day_is: None = None

    def last_day(self, start: date, calendars: Calendars, school: str) -> date:
        """Return the day that leaves N whole days between it and the date."""
        return dates.days_after(start, -self.number - 1)

    def __str__(self) -> str:
        return f"{number_of(self.number, 'whole day')} before"

    def working(self, start: date, last: date) -> str:
        """Say that neither day is counted."""
        return (
            f"{number_of(self.number, 'whole day')} must lie between it and {plain(start)}, "
            f"neither of them counted: {in_words(last)}."
        )


@dataclass(frozen=True, slots=True)
class MonthsBefore:
    """“At least N months before”: the corresponding date, N months back."""

    number: int
    first_day_is: None = None

    def last_day(self, start: date, calendars: Calendars, school: str) -> date:
        """Return the corresponding date, or the end of a shorter month."""
        return dates.months_after(start, -self.number)

    def __str__(self) -> str:
        return f"at least {number_of(self.number, 'month')} before"

    def working(self, start: date, last: date) -> str:
        """Name the corresponding date, and say so where a month is too short."""
        short = "" if last.day == start.day else " That month is shorter, so its last day is taken."
        return (
            f"It must be done {self} {plain(start)}. The same date of the month, "
            f"{number_of(self.number, 'month')} back, is {in_words(last)}.{short}"
        )
