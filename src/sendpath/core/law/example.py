"""A made-up example of a clock, worked out by the engine itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from sendpath.core.dates import Calendars, TermDates
from sendpath.core.law.asking import counted_from
from sendpath.core.law.calculator import Dated, Happening, dates_of
from sendpath.core.law.clock import Clock
from sendpath.core.law.starting import AN_ORDINARY_DAY

LATER = timedelta(weeks=2)
MADE_UP_TERMS: TermDates = (
    (date(2025, 9, 3), date(2025, 10, 24)),
    (date(2025, 11, 3), date(2025, 12, 19)),
    (date(2026, 1, 5), date(2026, 2, 13)),
    (date(2026, 2, 23), date(2026, 3, 27)),
    (date(2026, 4, 13), date(2026, 5, 22)),
    (date(2026, 6, 1), date(2026, 7, 21)),
    (date(2026, 9, 2), date(2026, 10, 23)),
    (date(2026, 11, 2), date(2026, 12, 18)),
)
"""The term dates of a school that does not exist."""


def worked_example(clock: Clock, calendars: Calendars) -> Dated | None:
    """Return one date of a clock, counted from a made-up day; None if no start gives one.

    The limit that applies today is shown where the first start leads to it.
    """
    day = max(AN_ORDINARY_DAY, clock.now.since)
    earlier = {when.kind: day for when in counted_from(clock)}
    on = day + LATER if earlier else day
    found = [
        dated
        for when in clock.starts
        for dated in dates_of(
            clock,
            when,
            Happening(kind=when.kind, on=on, then=earlier, terms=MADE_UP_TERMS),
            calendars,
        )
    ]
    usual = [dated for dated in found if dated.deadline.limit is clock.now]
    return replace((usual or found)[0], ways=()) if found else None
