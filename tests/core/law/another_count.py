"""Counts the days of the law by a second hand, from the table of rules alone.

A day at a time, with `dateutil` and the `holidays` package. It calls nothing of the product.
"""

import json
from calendar import monthrange
from datetime import date, timedelta
from pathlib import Path

import holidays
from dateutil.relativedelta import relativedelta
from hypothesis import strategies as st

LAW = Path(__file__).parents[2] / "reference" / "law"
TABLE = {
    line["id"]: line
    for line in map(json.loads, (LAW / "rules" / "rules.jsonl").read_text("utf-8").splitlines())
}
TERMS = json.loads((LAW / "calendars.json").read_text("utf-8"))["school_calendars"]
TAUGHT = [tuple(map(date.fromisoformat, term)) for terms in TERMS.values() for term in terms]
HOLIDAYS = holidays.country_holidays("GB", subdiv="ENG", years=range(2013, 2030))
DAY = timedelta(days=1)


# The days of each kind of calendar


def works(day):
    return day.weekday() < 5 and day not in HOLIDAYS


def tribunal_counts(day):
    christmas = (day.month, day.day) == (1, 1) or (day.month == 12 and day.day >= 25)
    return works(day) and day.month != 8 and not christmas


def taught(day):
    return works(day) and any(first <= day <= last for first, last in TAUGHT)


COUNTED = {
    "calendar": lambda day: True,
    "working": works,
    "working_hesc": tribunal_counts,
    "school": taught,
}


def walk(start, number, counts, *, first_counts=False):
    """Step from a day to the last of a number of days that count."""
    day = start - DAY if first_counts else start
    while number:
        day += DAY
        number -= counts(day)
    return day


def next_working(day):
    while not works(day):
        day += DAY
    return day


def months_on(start, number):
    return start + relativedelta(months=number)


def last_of_months(start, number):
    """A period of months that begins with a day: to the day before it comes round, if it does."""
    round_again = months_on(start, number)
    return round_again - DAY if round_again.day == start.day else round_again


def last_day(how, start):
    """Count one line of the table from the day that starts it."""
    number, unit, count = how["n"], how["unit"], how["count"]
    counts = COUNTED[how.get("calendar", "calendar")]
    if unit == "months":
        if count == "before":
            return months_on(start, -number)
        return last_of_months(start, number) if count == "beginning" else months_on(start, number)
    days = {"weeks": number * 7, "days": number, "hours": number // 24}[unit]
    if count in ("before", "at_least_before"):
        return start - timedelta(days=days)
    return walk(start, days, counts, first_counts=count in ("beginning", "cumulative"))


def tribunal_last(day):
    """Where rule 12 of the Tribunal moves the last day for starting an appeal."""
    if day.month == 8:
        return next_working(date(day.year, 9, 1))
    if (day.month, day.day) == (1, 1) or (day.month == 12 and day.day >= 25):
        return next_working(date(day.year + (day.month == 12), 1, 2))
    return next_working(day)


# The days to draw: any at all, and those on which mistakes are made

FIRST, LAST = date(2015, 1, 1), date(2027, 8, 31)
EDGES = sorted(
    {
        date(year, month, day)
        for year in range(2015, 2028)
        for month in range(1, 13)
        for day in (1, 28, 29, 30, 31, monthrange(year, month)[1])
        if day <= monthrange(year, month)[1]
    }
    | {day + timedelta(days=near) for day in HOLIDAYS for near in (-2, -1, 0, 1)}
    | {date(year, 12, day) for year in range(2015, 2028) for day in range(20, 32)}
    | {date(year, 8, day) for year in range(2015, 2028) for day in range(1, 32)}
    | {day + timedelta(days=near) for term in TAUGHT for day in term for near in (-1, 0, 1)}
)
EDGES = [day for day in EDGES if FIRST <= day <= LAST]
ANY_DAY = st.one_of(st.dates(FIRST, LAST), st.sampled_from(EDGES))
SCHOOL_DAY = st.one_of(
    st.dates(date(2024, 9, 1), date(2026, 9, 20)),
    st.sampled_from([day for day in EDGES if date(2024, 9, 1) <= day <= date(2026, 9, 20)]),
)
