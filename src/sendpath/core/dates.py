"""How the law counts days, one function for each form of words.

Weeks are calendar weeks: they run through school holidays, weekends and bank holidays, and
a limit that ends on a Sunday still ends on that Sunday. Only the Tribunal's own rules roll a
last day forward. “Within N days of” leaves out the first day; “N days beginning with” counts
it. Sources: law of time cases named at each function; HESC Rules 2008 (SI 2008/2699) rule 12.

The bank holidays are data with a horizon. Past either end nothing is guessed: `BeyondCalendar`.
"""

from __future__ import annotations

import calendar
import csv
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import MAXYEAR, MINYEAR, date, timedelta
from functools import lru_cache
from importlib.resources import files

DAY = timedelta(days=1)
FRIDAY, SATURDAY = 4, 5
AUGUST, SEPTEMBER = 8, 9
SHORTEST_MONTH = 28
TermDates = tuple[tuple[date, date], ...]
"""Ranges of days on which a school teaches, ends included, in order; bank holidays aside."""

LONGEST_HOLIDAY = timedelta(weeks=13)
"""No school is closed for longer: where two ranges lie further apart, one between is not held."""


class BeyondCalendar(LookupError):
    """A day was counted that no calendar we hold covers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendars:
    """Bank holidays of England and Wales, and the term dates of schools, by name or URN.

    `inset_days` are those on which staff are in school and pupils are not. They lie outside
    the term dates, and are kept to tell when a school that was closed had its staff back.
    """

    bank_holidays: frozenset[date]
    first: date
    last: date
    schools: Mapping[str, TermDates] = field(default_factory=dict)
    inset_days: Mapping[str, frozenset[date]] = field(default_factory=dict)

    def is_working_day(self, day: date) -> bool:
        """Say whether `day` is neither a weekend nor a bank holiday."""
        if not self.first <= day <= self.last:
            raise BeyondCalendar(
                f"Bank holidays are known from {in_words(self.first)} to {in_words(self.last)}, "
                f"so a working day on {in_words(day)} cannot be told. Whoever keeps the service "
                f"must add the missing years to its bank holidays (core/data/bank-holidays.csv)."
            )
        return day.weekday() < SATURDAY and day not in self.bank_holidays

    def is_school_day(self, day: date, school: str) -> bool:
        """Say whether that school teaches on `day`. Names joined by “+” are read as one."""
        if not school:
            raise BeyondCalendar(
                "School days are counted by one school's own term dates. Say which school it is."
            )
        terms = self.terms_of(school)
        begun = bisect_right(terms, (day, date.max))
        if begun == 0:
            if day < _told_from(terms[0][0]):
                raise BeyondCalendar(
                    f"The term dates of “{school}” begin after {in_words(day)}. Add the year "
                    f"before."
                )
            return False
        last = max(ends for _, ends in terms[:begun])
        if day <= last:
            return self.is_working_day(day)
        if begun == len(terms):
            raise BeyondCalendar(
                f"The term dates of “{school}” end before {in_words(day)}. Add its next year."
            )
        if terms[begun][0] - last > LONGEST_HOLIDAY:
            raise BeyondCalendar(
                f"No term dates of “{school}” are held from {in_words(last + DAY)} to "
                f"{in_words(terms[begun][0] - DAY)}. Add what is missing."
            )
        return False

    def terms_of(self, school: str) -> TermDates:
        """Return a school's term dates, in order. Raises `BeyondCalendar` if none are held."""
        names = school.split("+")
        for name in names:
            if not self.schools.get(name):
                raise BeyondCalendar(f"No term dates are held under “{name}”. Add them.")
        if len(names) == 1:
            return self.schools[school]
        return tuple(sorted(term for name in names for term in self.schools[name]))


def _told_from(first: date) -> date:
    """Return the first day of which term dates speak: before an autumn term lies the summer."""
    return first.replace(month=AUGUST, day=1) if first.month in (AUGUST, SEPTEMBER) else first


@lru_cache(maxsize=1)
def england_and_wales() -> Calendars:
    """Return the calendars that come with the product: bank holidays and no schools."""
    text = files("sendpath.core").joinpath("data/bank-holidays.csv").read_text("utf-8")
    rows = list(csv.reader(text.splitlines()))
    horizon = {row[0]: date.fromisoformat(row[1]) for row in rows if "complete" in row[0]}
    start = rows.index(["date", "name"]) + 1
    return Calendars(
        bank_holidays=frozenset(date.fromisoformat(row[0]) for row in rows[start:]),
        first=horizon["# complete from"],
        last=horizon["# complete to"],
    )


def in_words(day: date) -> str:
    """Return a day as letters write it: Monday 24 November 2025."""
    return f"{day:%A} {day.day} {day:%B %Y}"


def weeks_after(day: date, weeks: int) -> date:
    """Return the last day “within `weeks` of” a day, which is day 0 (Lester v Garland 1808)."""
    return day + timedelta(weeks=weeks)


def days_after(day: date, days: int) -> date:
    """Return the last day “within `days` days of” a day, which is day 0."""
    return day + timedelta(days=days)


def days_beginning(day: date, days: int) -> date:
    """Return the last of `days` days “beginning with” a day, which is day 1 (Hare v Gocher)."""
    return day + timedelta(days=days - 1)


def months_after(day: date, months: int) -> date:
    """Return the corresponding date, or the last day of a shorter month (Dodds v Walker 1981)."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if day.day <= SHORTEST_MONTH:
        return day.replace(year, month + 1)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def months_away(day: date, months: int) -> date:
    """Return what `months_after` does, or the first or last day there is where that has no day.

    To compare with, never to show.
    """
    try:
        return months_after(day, months)
    except ValueError:
        return date.min if months < 0 else date.max


def months_beginning(day: date, months: int) -> date:
    """Return the last day of a period of months “starting with” a day: before its anniversary.

    A period that starts on 1 March ends on the last day of February, leap day included. So does
    one that would come round on 29, 30 or 31 of a month that has no such day.
    """
    same_date = months_after(day, months)
    return same_date if same_date.day < day.day else same_date - DAY


def before_date(day: date) -> date:
    """Return the last day on which something is done “before” a day."""
    return day - DAY


def next_working_day(day: date, calendars: Calendars) -> date:
    """Return `day` if it is a working day, else the first one after it."""
    while not calendars.is_working_day(day):
        day += DAY
    return day


def working_days_after(day: date, days: int, calendars: Calendars) -> date:
    """Return the last of `days` working days; `day` itself is not counted."""
    for _ in range(days):
        day = next_working_day(day + DAY, calendars)
    return day


def working_days_beginning(day: date, days: int, calendars: Calendars) -> date:
    """Return the last of `days` working days; `day` itself counts if it is one."""
    return working_days_after(day - DAY, days, calendars)


def school_days_after(day: date, days: int, school: str, calendars: Calendars) -> date:
    """Return the last of `days` days on which that school teaches; `day` is not counted."""
    for _ in range(days):
        day += DAY
        while not calendars.is_school_day(day, school):
            day += DAY
    return day


def tribunal_days_after(day: date, days: int, calendars: Calendars) -> date:
    """Return the last of `days` days that the Tribunal counts; `day` itself is not counted.

    HESC Rules 2008, rule 12(3)(b): no day of August or from 25 December to 1 January is
    counted, nor a weekend or a bank holiday.
    """
    for _ in range(days):
        day += DAY
        while _tribunal_opens(day) or not calendars.is_working_day(day):
            day += DAY
    return day


@dataclass(frozen=True, slots=True)
class TribunalDay:
    """Where HESC rule 12 puts the last day for starting an appeal, and by which paragraph.

    `other` is a second reading: the working day after the Tribunal's closed weeks, where
    rule 12(2) alone lands inside them.
    """

    day: date
    rule: str | None = None
    other: date | None = None


def tribunal_day(last_day: date, calendars: Calendars) -> TribunalDay:
    """Return the last day for an appeal whose period ends on `last_day` (HESC rule 12).

    A period that ends from 25 December to 1 January or in August runs to the first working
    day after, by rule 12(3)(a); one that ends on any other day off runs to the next working
    day, by rule 12(2). The period itself is not stretched. Since 21 July 2020 rule 12(3) is
    for special educational needs cases only, which are the only ones counted here.
    """
    if opens := _tribunal_opens(last_day):
        return TribunalDay(next_working_day(opens, calendars), "r12(3)(a)")
    day = next_working_day(last_day, calendars)
    if day == last_day:
        return TribunalDay(day)
    opens = _tribunal_opens(day)
    return TribunalDay(day, "r12(2)", next_working_day(opens, calendars) if opens else None)


def _tribunal_opens(day: date) -> date | None:
    if day.month == AUGUST:
        return date(day.year, SEPTEMBER, 1)
    if (day.month, day.day) >= (12, 25):
        return date(day.year + 1, 1, 2)
    if (day.month, day.day) == (1, 1):
        return date(day.year, 1, 2)
    return None


def closure_window(first_closed: date, reopens: date) -> tuple[date, date]:
    """Return the first and last day on which asking a closed school for advice matters.

    SEND Regulations 2014, regulation 5(4)(a): from one week before it closes to one week
    before it re-opens, both days included.
    """
    return first_closed - timedelta(weeks=1), reopens - timedelta(weeks=1)


def days_inclusive(first: date, last: date) -> int:
    """Return how many days there are from `first` to `last`, both counted; 0 if none."""
    return max(0, (last - first).days + 1)


def working_days_inclusive(first: date, last: date, calendars: Calendars) -> int:
    """Return how many working days there are from `first` to `last`, both counted; 0 if none."""
    days = (first + n * DAY for n in range(days_inclusive(first, last)))
    return sum(calendars.is_working_day(day) for day in days)


def birthday(born: date, age: int) -> date:
    """Return the day on which somebody reaches an age: 1 March for who was born on 29 February."""
    same_date = months_after(born, age * 12)
    return same_date if same_date.day == born.day else same_date + DAY


def school_year(day: date) -> tuple[date, date]:
    """Return the first and last day of the school year that a day is in: 1 August to 31 July.

    Education Act 1996, section 579: it begins with the first term to begin after July, so that
    every day taught falls on the right side of 1 August. At either end of the calendar it is the
    part that there is.
    """
    began = day.year if day.month >= AUGUST else day.year - 1
    first = date(began, AUGUST, 1) if began >= MINYEAR else date.min
    return first, date(began + 1, AUGUST, 1) - DAY if began < MAXYEAR else date.max


def age_on(day: date, born: date) -> int:
    """Return an age in whole years. Somebody born on 29 February is older on 1 March."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def end_of_compulsory_school_age(born: date) -> date:
    """Return the last Friday in June of the school year in which a child turns 16.

    Education Act 1996, section 8(3)(a), and the day fixed under section 8(4). Somebody born on
    1 September turns 16 in the school year that begins that day.
    """
    turns_16 = birthday(born, 16)
    june = date(turns_16.year + (turns_16.month >= SEPTEMBER), 6, 30)
    return june - timedelta(days=(june.weekday() - FRIDAY) % 7)


def overlap(first: date, last: date, spans: Iterable[tuple[date, date]]) -> int:
    """Return the length in days of the longest of `spans` that lies inside a period."""
    return max((days_inclusive(max(first, a), min(last, b)) for a, b in spans), default=0)


# The ordinary course of post: an assumption of Interpretation Act 1978 section 7, with the
# number of working days that courts and councils commonly take. Shown, never used to find
# someone late where the law says “send”.
POST_DAYS = {"first_class_post": 2, "post": 2, "second_class_post": 4}


def deemed_served(sent_on: date, method: str, calendars: Calendars) -> date:
    """Return the day a letter is taken to have arrived; the same day if it was not posted."""
    return working_days_after(sent_on, POST_DAYS.get(method, 0), calendars)
