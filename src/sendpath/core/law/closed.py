"""Whether a school or early years provider was closed when its advice was asked for.

SEND Regulations 2014, regulations 5(4)(a) and (b), 10(4) and 27(3): closed for 4 weeks or more on
end, and asked from one week before it closed to one week before it re-opens. Christmas and Easter
are too short. A school re-opens when its pupils are back; on another reading, when its staff are.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from sendpath.core.casefile.events import Event, UnrealDay, day_in
from sendpath.core.dates import BeyondCalendar, Calendars, closure_window, in_words
from sendpath.core.terms import closures, staff_back

FOUR_WEEKS = 28
WEEK = timedelta(weeks=1)
GIVE_DAYS = "give the first day it was closed and the day it opened again."
STAFF_BACK = "staff_back"
"""A figure of a closure that counts only if the school re-opens with its pupils, not its staff."""

Figures = tuple[tuple[str, date | int], ...]
Result = tuple[str | None, Figures]
"""What is wrong with a claim, if anything, and the numbers that this turned on."""


def tested_closure(
    claim: Event, requests: Sequence[date], *, began: date, due: date, calendars: Calendars
) -> Result:
    """Test the closure that a claim rests on against the days on which advice was asked for.

    The claim gives the first day closed and the day of re-opening, or a school's URN under
    `calendar`, whose term dates then tell. `began` and `due` bound the limit.
    """
    school = str(claim.facts.get("calendar") or "")
    closure = _given(claim)
    if closure is None:
        if not school:
            return f"It is not on record when it was closed: {GIVE_DAYS}", ()
        try:
            closure = _by_term_dates(school, began, due, calendars)
        except BeyondCalendar:
            return (
                f"The term dates held under “{school}” do not tell how long it was closed. Add "
                f"what is missing, or {GIVE_DAYS}",
                (),
            )
    if closure is None:
        return "By its term dates it was not closed at a time that bears on this limit.", ()
    first, reopens = closure
    fault, figures = _in_the_window(first, reopens, requests, due)
    if fault is None and (staff := staff_back(reopens, school, calendars)) != reopens:
        otherwise, _ = _in_the_window(first, staff, requests, due)
        figures += ((STAFF_BACK, staff),) if otherwise else ()
    return fault, figures


def _in_the_window(first: date, reopens: date, requests: Sequence[date], due: date) -> Result:
    opens, closes = closure_window(first, reopens)
    days = (reopens - first).days
    figures: Figures = (("closure_days", days), ("window_start", opens), ("window_end", closes))
    if days < FOUR_WEEKS:
        return f"It was closed for {days} days on end, which is less than 28.", figures
    if not requests:
        return "No request for advice from it is on record.", figures
    if not any(opens <= day <= closes for day in requests):
        return (
            f"Advice was asked for on {', '.join(map(in_words, requests))}. It has to be from "
            f"{in_words(opens)} to {in_words(closes)}.",
            figures,
        )
    if not any(opens <= day <= closes and day <= due for day in requests):
        return "When advice was asked for, the limit had already run out.", figures
    return None, figures


def _given(claim: Event) -> tuple[date, date] | None:
    """Return the closure that a claim gives. A day that no calendar has counts as not given."""
    try:
        first, reopens = day_in(claim, "first_closed"), day_in(claim, "reopens")
    except UnrealDay:
        return None
    return (first, reopens) if first and reopens else None


def _by_term_dates(
    school: str, began: date, due: date, calendars: Calendars
) -> tuple[date, date] | None:
    """Return the longest closure whose window touches the limit, None if there is none.

    Raises `BeyondCalendar` where none of 4 weeks is found and the term dates held do not reach
    over the whole of the limit and the week after, in which a closure would still bear on it.
    """
    bearing = [
        (first, reopens)
        for first, reopens in closures(school, calendars)
        if first <= due + WEEK and reopens >= began + WEEK
    ]
    longest = max(bearing, key=lambda closure: closure[1] - closure[0], default=None)
    if longest is None or (longest[1] - longest[0]).days < FOUR_WEEKS:
        for week in range((due - began).days // 7 + 1):
            calendars.is_school_day(began + week * WEEK, school)
        calendars.is_school_day(due + WEEK, school)
    return longest
