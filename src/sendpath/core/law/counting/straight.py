"""Lengths of time counted straight through every holiday and weekend, forwards."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from sendpath.core import dates
from sendpath.core.dates import Calendars, in_words
from sendpath.core.law.counting.protocol import number_of, plain


@dataclass(frozen=True, slots=True)
class Weeks:
    """“Within N weeks of”: calendar weeks, through every holiday."""

    number: int
    first_day_is: int = 0

    def last_day(self, start: date, calendars: Calendars, school: str) -> date:
        """Return the same weekday, N weeks on."""
        return dates.weeks_after(start, self.number)

    def __str__(self) -> str:
        return number_of(self.number, "week")

    def working(self, start: date, last: date) -> str:
        """Show the weeks as days."""
        days = self.number * 7
        return (
            f"The limit is {self}: {days} days, counted straight through school holidays, "
            f"bank holidays and weekends. {plain(start)} + {days} days = {in_words(last)}."
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
        return number_of(self.number, "day")

    def working(self, start: date, last: date) -> str:
        """Show the addition."""
        return (
            f"The limit is {self}, weekends and holidays included. "
            f"{plain(start)} + {self} = {in_words(last)}."
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
        return f"{number_of(self.number, 'day')} beginning with the first"

    def working(self, start: date, last: date) -> str:
        """Name day 1 and the last day."""
        return (
            f"The period is {number_of(self.number, 'day')}, weekends and holidays included. "
            f"{plain(start)} is day 1, so day {self.number} is {in_words(last)}."
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
        return number_of(self.number, "month")

    def working(self, start: date, last: date) -> str:
        """Name the corresponding date, and say so where a month is too short."""
        short = "" if last.day == start.day else " That month is shorter, so its last day is taken."
        return (
            f"The limit is {self}: the same date of the month, {self} on. "
            f"From {plain(start)} that is {in_words(last)}.{short}"
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
        return f"{number_of(self.number, 'month')} starting with the first day"

    def working(self, start: date, last: date) -> str:
        """Say why it is not the anniversary itself, or that the month has no such day."""
        if dates.months_after(start, self.number) == last:
            return (
                f"The period is {number_of(self.number, 'month')} and {plain(start)} is its first "
                f"day. The month it ends in has no day {start.day}, so its last day is "
                f"{in_words(last)}."
            )
        return (
            f"The period is {number_of(self.number, 'month')} and {plain(start)} is its first "
            f"day, so it ends the day before the same date comes round: {in_words(last)}."
        )


@dataclass(frozen=True, slots=True)
class WeeksBeginning:
    """“N weeks beginning with”: calendar weeks, the first day counted."""

    number: int
    first_day_is: int = 1

    def last_day(self, start: date, calendars: Calendars, school: str) -> date:
        """Return the day before the same weekday, N weeks on."""
        return dates.days_beginning(start, self.number * 7)

    def __str__(self) -> str:
        return f"{number_of(self.number, 'week')} beginning with the first day"

    def working(self, start: date, last: date) -> str:
        """Show the weeks as days, the first counted."""
        days = self.number * 7
        return (
            f"The period is {number_of(self.number, 'week')}, {days} days, weekends and holidays "
            f"included. {plain(start)} is day 1, so day {days} is {in_words(last)}."
        )


@dataclass(frozen=True, slots=True)
class OnTheDay:
    """“Immediately”, or on the day of something: that day and no later."""

    first_day_is: None = None

    def last_day(self, start: date, calendars: Calendars, school: str) -> date:
        """Return the day itself."""
        return start

    def __str__(self) -> str:
        return "on the same day"

    def working(self, start: date, last: date) -> str:
        """Say that no time is allowed."""
        return f"No more time is allowed: the last day is {in_words(last)} itself."


@dataclass(frozen=True, slots=True)
class Hours:
    """“Within N hours”: to the same hour, N hours on, through nights and weekends.

    Days are kept and not hours, so N has to be a multiple of 24.
    """

    number: int
    first_day_is: int = 0

    def last_day(self, start: date, calendars: Calendars, school: str) -> date:
        """Return the day on which the last hour falls. The hour is that of the start."""
        return start + timedelta(hours=self.number)

    def __str__(self) -> str:
        return number_of(self.number, "hour")

    def working(self, start: date, last: date) -> str:
        """Show the hours as days."""
        return (
            f"The limit is {self}, counted straight through nights and weekends: to the same "
            f"hour on {in_words(last)}."
        )
