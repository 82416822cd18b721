"""The forms of words in which a time limit is written, as values that a clock can hold.

Each knows the last day, how to say itself, and how to show its working to a parent.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from sendpath.core import dates
from sendpath.core.dates import Calendars, in_words


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


@dataclass(frozen=True, slots=True)
class Weeks:
    """“Within N weeks of”: calendar weeks, through every holiday."""

    number: int
    first_day_is: int = 0

    def last_day(self, start: date, calendars: Calendars, school: str) -> date:
        """Return the same weekday, N weeks on."""
        return dates.weeks_after(start, self.number)

    def __str__(self) -> str:
        return f"{self.number} weeks"

    def working(self, start: date, last: date) -> str:
        """Show the weeks as days."""
        days = self.number * 7
        return (
            f"The limit is {self}: {days} days, counted straight through school holidays, "
            f"bank holidays and weekends. {_plain(start)} + {days} days = {in_words(last)}."
        )


@dataclass(frozen=True, slots=True)
class Days:
    """“Within N days of”: calendar days, the first day left out."""

    number: int
    first_day_is: int = 0

    def last_day(self, start: date, calendars: Calendars, school: str) -> date:
        """Return the day N days on."""
        return dates.days_after(start, self.number)

    def __str__(self) -> str:
        return f"{self.number} days"

    def working(self, start: date, last: date) -> str:
        """Show the addition."""
        return (
            f"The limit is {self}, weekends and holidays included. "
            f"{_plain(start)} + {self.number} days = {in_words(last)}."
        )


@dataclass(frozen=True, slots=True)
class DaysBeginning:
    """“N days beginning with”: calendar days, the first day counted."""

    number: int
    first_day_is: int = 1

    def last_day(self, start: date, calendars: Calendars, school: str) -> date:
        """Return the Nth day."""
        return dates.days_beginning(start, self.number)

    def __str__(self) -> str:
        return f"{self.number} days beginning with the first"

    def working(self, start: date, last: date) -> str:
        """Name day 1 and the last day."""
        return (
            f"The period is {self.number} days, weekends and holidays included. {_plain(start)} "
            f"is day 1, so day {self.number} is {in_words(last)}."
        )


@dataclass(frozen=True, slots=True)
class Months:
    """“Within N months after”: the corresponding date."""

    number: int
    first_day_is: int = 0

    def last_day(self, start: date, calendars: Calendars, school: str) -> date:
        """Return the corresponding date, or the end of a shorter month."""
        return dates.months_after(start, self.number)

    def __str__(self) -> str:
        return f"{self.number} months" if self.number > 1 else "1 month"

    def working(self, start: date, last: date) -> str:
        """Name the corresponding date, and say so where a month is too short."""
        short = "" if last.day == start.day else " That month is shorter, so its last day is taken."
        return (
            f"The limit is {self}: the same date of the month, {self} on. "
            f"From {_plain(start)} that is {in_words(last)}.{short}"
        )


@dataclass(frozen=True, slots=True)
class MonthsBeginning:
    """“In the period of N months starting with”: to the day before the anniversary."""

    number: int
    first_day_is: int = 1

    def last_day(self, start: date, calendars: Calendars, school: str) -> date:
        """Return the day before the corresponding date."""
        return dates.months_beginning(start, self.number)

    def __str__(self) -> str:
        return f"{self.number} months starting with the first day"

    def working(self, start: date, last: date) -> str:
        """Say why it is not the anniversary itself."""
        return (
            f"The period is {self.number} months and {_plain(start)} is its first day, so it "
            f"ends the day before the same date comes round: {in_words(last)}."
        )


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
        return f"before {self.day} {date(2000, self.month, 1):%B}"

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
        return f"by {self.day} {date(2000, self.month, 1):%B}"

    def working(self, start: date, last: date) -> str:
        """Name the date."""
        return f"The date is {self} in the calendar year of the move: {in_words(last)}."


@dataclass(frozen=True, slots=True)
class SchoolDays:
    """N days on which one school teaches, the first day left out."""

    number: int

    def last_day(self, start: date, calendars: Calendars, school: str) -> date:
        """Return the Nth teaching day of the school named."""
        return dates.school_days_after(start, self.number, school, calendars)


@dataclass(frozen=True, slots=True)
class WorkingDays:
    """N days that are neither weekends nor bank holidays, the first day left out."""

    number: int

    def last_day(self, start: date, calendars: Calendars, school: str) -> date:
        """Return the Nth working day."""
        return dates.working_days_after(start, self.number, calendars)


@dataclass(frozen=True, slots=True)
class TribunalMonths:
    """N months, moved on as HESC rule 12 moves the last day of an act at the Tribunal."""

    number: int

    def last_day(self, start: date, calendars: Calendars, school: str) -> date:
        """Return the corresponding date, or the working day to which rule 12 moves it."""
        return dates.tribunal_day(dates.months_after(start, self.number), calendars).day


def _plain(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
