"""Lengths of time that leave days off out: working days, school days, the Tribunal's days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sendpath.core import dates
from sendpath.core.dates import Calendars, in_words
from sendpath.core.law.counting.protocol import number_of, plain

WORKING = "Weekends and bank holidays of England and Wales are left out"
SCHOOL = "Only days on which this school teaches count: no weekends, holidays or INSET days"


@dataclass(frozen=True, slots=True)
class WorkingDays:
    """“Within N working days of”: the first day left out.

    Monday to Friday except bank holidays of England and Wales. The SEND Regulations are taken
    to mean this; no definition was read (mark K).
    """

    number: int
    first_day_is: int = 0

    def last_day(self, start: date, calendars: Calendars, school: str) -> date:
        """Return the Nth working day after."""
        return dates.working_days_after(start, self.number, calendars)

    def __str__(self) -> str:
        return number_of(self.number, "working day")

    def working(self, start: date, last: date) -> str:
        """Say what is left out."""
        return (
            f"The limit is {self}. {WORKING}. Counted from the day after {plain(start)}, "
            f"working day {self.number} is {in_words(last)}."
        )


@dataclass(frozen=True, slots=True)
class WorkingDaysBeginning:
    """“N working days beginning with”: the first day counted if it is one."""

    number: int
    first_day_is: int = 1

    def last_day(self, start: date, calendars: Calendars, school: str) -> date:
        """Return the Nth working day."""
        return dates.working_days_beginning(start, self.number, calendars)

    def __str__(self) -> str:
        return f"{number_of(self.number, 'working day')} beginning with the first day"

    def working(self, start: date, last: date) -> str:
        """Say what is left out, and that the first day counts."""
        return (
            f"The period is {number_of(self.number, 'working day')}. {WORKING}. Counted from "
            f"{plain(start)} itself, working day {self.number} is {in_words(last)}."
        )


@dataclass(frozen=True, slots=True)
class SchoolDays:
    """“Within N school days of”: days on which one school teaches, the first day left out.

    Education Act 1996, section 579: a day on which there is a session for pupils.
    """

    number: int
    first_day_is: int = 0

    def last_day(self, start: date, calendars: Calendars, school: str) -> date:
        """Return the Nth teaching day of the school named, after the start."""
        return dates.school_days_after(start, self.number, school, calendars)

    def __str__(self) -> str:
        return number_of(self.number, "school day")

    def working(self, start: date, last: date) -> str:
        """Say whose days are counted."""
        return (
            f"The limit is {self}. {SCHOOL}. Counted from the day after {plain(start)}, "
            f"school day {self.number} is {in_words(last)}."
        )


@dataclass(frozen=True, slots=True)
class SchoolDaysBeginning:
    """“From the Nth school day”: days on which one school teaches, the first day counted."""

    number: int
    first_day_is: int = 1

    def last_day(self, start: date, calendars: Calendars, school: str) -> date:
        """Return the Nth teaching day of the school named; the start counts if it is one."""
        return dates.school_days_after(start - dates.DAY, self.number, school, calendars)

    def __str__(self) -> str:
        return f"{number_of(self.number, 'school day')} beginning with the first day"

    def working(self, start: date, last: date) -> str:
        """Say whose days are counted, and that the first counts."""
        return (
            f"The period is {number_of(self.number, 'school day')}. {SCHOOL}. Counted from "
            f"{plain(start)} itself, school day {self.number} is {in_words(last)}."
        )


@dataclass(frozen=True, slots=True)
class TribunalDays:
    """“Within N working days” of the Tribunal's rules, for acts other than starting a case.

    HESC Rules 2008, rules 1 and 12(3)(b): no weekend, bank holiday, day of August, or day from
    25 December to 1 January is counted.
    """

    number: int
    first_day_is: int = 0

    def last_day(self, start: date, calendars: Calendars, school: str) -> date:
        """Return the Nth day that the Tribunal counts, after the start."""
        return dates.tribunal_days_after(start, self.number, calendars)

    def __str__(self) -> str:
        return f"{number_of(self.number, 'working day')} of the Tribunal"

    def working(self, start: date, last: date) -> str:
        """Say what is left out."""
        return (
            f"The limit is {number_of(self.number, 'working day')}. {WORKING}, and so are all of "
            f"August and 25 December to 1 January. Counted from the day after {plain(start)}, "
            f"day {self.number} is {in_words(last)}."
        )


@dataclass(frozen=True, slots=True)
class TribunalMonths:
    """N months, moved on as HESC rule 12 moves the last day of an act at the Tribunal."""

    number: int

    def last_day(self, start: date, calendars: Calendars, school: str) -> date:
        """Return the corresponding date, or the working day to which rule 12 moves it."""
        return dates.tribunal_day(dates.months_after(start, self.number), calendars).day

    def __str__(self) -> str:
        return f"{number_of(self.number, 'month')}, moved by rule 12"


LEAVE_DAYS_OUT = (
    WorkingDays,
    WorkingDaysBeginning,
    SchoolDays,
    SchoolDaysBeginning,
    TribunalDays,
)
"""The lengths in which day 7 of the calendar is not day 7 of the limit."""
