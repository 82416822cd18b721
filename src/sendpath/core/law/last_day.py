"""The last day of a run, however its limit is written: limbs, other readings, days that move."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sendpath.core.casefile.events import Event, day_in
from sendpath.core.dates import DAY, BeyondCalendar, Calendars, next_working_day, tribunal_day
from sendpath.core.law.clock import Limit, Moves
from sendpath.core.law.counting import Ends, Hours, WorkingDaysBeginning
from sendpath.core.law.tape import Run

NEW_REQUEST = "the change of mind treated as a new request"
MEETING = "the meeting completes the review"
YEAR_GOES_ON = "a plan made anew does not start the year again"
GIVEN_FOR_THIS = "the day set in writing taken as meant for this step"
DAY_NOT_COUNTED = "the day it became known not counted as one of the working days before"
LATE_CERTIFICATE = "a certificate issued only after the 2 months gives no more time"
TRIBUNAL_CLOSED = "rule 12(2), then rule 12(3)"
NEXT_WORKING_DAY, GIVEN = "next_working_day", "given"
"""What moved a last day, or set it: `Deadline.adjusted_by` where it is no rule's number."""


@dataclass(slots=True)
class LastDay:
    """The last day of a run, and how it was reached."""

    due: date
    base: date
    adjusted_by: str | None = None
    limbs: tuple[tuple[str, date], ...] = ()
    readings: tuple[tuple[str, date], ...] = ()


def last_day(limit: Limit, run: Run, calendars: Calendars) -> LastDay:
    """Return the last day of a run under a limit.

    Raises `BeyondCalendar` where a day off must be told that no calendar covers.
    """
    school = str(run.trigger.facts.get("calendar") or "")
    if limit.given_by and (given := day_in(run.trigger, limit.given_by)):
        return LastDay(given, given, GIVEN)
    base, limbs = _base(limit, run, calendars, school)
    if limit.tribunal:
        moved = tribunal_day(base, calendars)
        closed = ((TRIBUNAL_CLOSED, moved.other),) if moved.other else ()
        other = (*closed, *_without_a_late_certificate(run, base, limbs, calendars))
        return LastDay(moved.day, base, moved.rule, limbs, other)
    readings = _readings(limit, run, base, calendars, school)
    if run.extended:
        readings += tuple(_just_in_time(limit, run.extended, base, calendars, school))
    if limit.no_later_than and (last_step := day_in(run.trigger, limit.no_later_than)):
        return _one_of_several_steps(base, last_step, readings)
    if limit.moves is Moves.NEXT_WORKING_DAY:
        due = next_working_day(base, calendars)
        return LastDay(due, base, NEXT_WORKING_DAY if due != base else None, limbs, readings)
    return LastDay(base, base, None, limbs, readings)


def _without_a_late_certificate(
    run: Run, base: date, limbs: tuple[tuple[str, date], ...], calendars: Calendars
) -> Iterator[tuple[str, date]]:
    """Yield where the first limb ends if the second began only after it, and governs."""
    if run.extended is None or not limbs:
        return
    first = limbs[0][1]
    if first < run.extended.occurred_on and first != base:
        yield LATE_CERTIFICATE, tribunal_day(first, calendars).day


def _one_of_several_steps(
    base: date, last_step: date, readings: tuple[tuple[str, date], ...]
) -> LastDay:
    if last_step < base:
        return LastDay(last_step, last_step, GIVEN, (), readings)
    other = ((GIVEN_FOR_THIS, last_step),) if last_step != base else ()
    return LastDay(base, base, None, (), (*readings, *other))


def safer(limit: Limit, run: Run, last: LastDay) -> Iterator[date]:
    """Yield the days of stricter readings, by which alerts go."""
    strict = {LATE_CERTIFICATE, *(reading.words for reading in limit.readings if reading.strict)}
    if run.began_with:
        strict.add(MEETING)
    if run.instead_of:
        strict.add(YEAR_GOES_ON)
    for words, day in last.readings:
        if words in strict:
            yield day


def closes_at(limit: Limit, run: Run) -> str:
    """Return the hour at which the last day ends, HH:MM; empty for midnight, or if not known."""
    if isinstance(limit.count, Hours):
        return str(run.trigger.facts.get("time") or "")
    return limit.closes_at


def _base(
    limit: Limit, run: Run, calendars: Calendars, school: str
) -> tuple[date, tuple[tuple[str, date], ...]]:
    last = limit.count.last_day(run.started_on, calendars, school)
    if limit.or_later is None:
        return last, ()
    first = (str(limit.count), last)
    if run.extended is None:
        return last, (first,)
    other = limit.or_later.last_day(run.extended.occurred_on, calendars, school)
    too_late = run.contacted is not None and run.contacted.occurred_on > last
    return last if too_late else max(last, other), (first, (str(limit.or_later), other))


def _readings(
    limit: Limit, run: Run, due: date, calendars: Calendars, school: str
) -> tuple[tuple[str, date], ...]:
    if not (limit.readings or run.reopened or run.began_with or run.instead_of):
        return ()
    asked: list[tuple[str, Ends, date]] = [
        (reading.words, reading.count, run.started_on)
        for reading in limit.readings
        if not reading.needs or run.trigger.facts.get(reading.needs)
    ]
    if run.reopened:
        asked.append((NEW_REQUEST, limit.count, run.reopened.occurred_on))
    if run.began_with:
        asked.append((MEETING, limit.count, run.began_with.occurred_on))
    if run.instead_of:
        asked.append((YEAR_GOES_ON, limit.count, run.instead_of.occurred_on))
    found = [
        (words, day)
        for words, count, start in asked
        if (day := _told(count, start, calendars, school))
    ]
    return tuple((words, day) for words, day in found if day != due)


def _just_in_time(
    limit: Limit, extended: Event, due: date, calendars: Calendars, school: str
) -> Iterator[tuple[str, date]]:
    """Yield where the second limb ends if it became known on the last day that is soon enough.

    On the other reading of “at least 15 working days before” that was not soon enough.
    """
    if not isinstance(limit.or_later, WorkingDaysBeginning):
        return
    other = limit.or_later.last_day(extended.occurred_on, calendars, school)
    if other < due <= next_working_day(other + DAY, calendars):
        yield DAY_NOT_COUNTED, other


def _told(count: Ends, start: date, calendars: Calendars, school: str) -> date | None:
    """Return where another reading ends, None past a calendar: our own date stands without it."""
    try:
        return count.last_day(start, calendars, school)
    except BeyondCalendar:
        return None
