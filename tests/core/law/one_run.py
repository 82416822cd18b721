"""One run of a limit, for the tests of its last day: what it asks, and what became of it."""

from dataclasses import replace
from datetime import date

from core.law.cases import CALENDARS, history
from sendpath.core.casefile.events import Kind
from sendpath.core.law.clock import Limit, Reading
from sendpath.core.law.counting import Days, Weeks
from sendpath.core.law.last_day import last_day
from sendpath.core.law.rule import When
from sendpath.core.law.source import regulation
from sendpath.core.law.tape import Run

STARTED = date(2025, 10, 1)  # a Wednesday
ORDERED = When(kind=Kind.APPEAL_ORDER_MADE, words="The Tribunal made an order")
WITH_SCHOOL = replace(
    CALENDARS,
    schools={
        "Hartwell": ((date(2025, 9, 3), date(2025, 10, 24)),),
        "Next door": (
            (date(2025, 9, 3), date(2025, 10, 1)),
            (date(2025, 10, 6), date(2025, 10, 24)),
        ),
    },
)
STRICT = Reading(words="as 10 days", count=Days(10), strict=True)
LOOSE = Reading(words="as 20 days", count=Days(20))


def event(day, kind=Kind.NOTICE_SENT):
    """Return something that happened."""
    (happened,) = history((kind, day))
    return happened


def run(started_on=STARTED, *, facts=None, **became):
    """Return a run that an order of the Tribunal started, with the facts of that order."""
    (trigger,) = history((Kind.APPEAL_ORDER_MADE, started_on, facts or {}))
    return Run("", trigger, ORDERED, started_on, **became)


def limit(count=None, **how):
    """Return a limit of two weeks, or of another count."""
    return Limit(count=count or Weeks(2), law=regulation("44(2)"), **how)


def ends(limit, run, calendars=CALENDARS):
    """Return the last day of a run under a limit."""
    return last_day(limit, run, calendars)
