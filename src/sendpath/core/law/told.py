"""Figures that more than one clock tells beside its date."""

from __future__ import annotations

from collections.abc import Sequence

from sendpath.core.dates import DAY, working_days_inclusive
from sendpath.core.law.clock import Beginning, Told


def notice_given(beginning: Beginning) -> Sequence[Told]:
    """Tell how many days’ notice of a date ahead was given, once it was.

    Notice of a meeting is notice of its day: where the day was changed afterwards, that is said.
    """
    if beginning.done_on is None:
        return ()
    days = (beginning.started_on - beginning.done_on).days
    fixed, last = beginning.trigger.occurred_on, beginning.started_on
    told: list[Told] = [("notice_days", "Days of notice given", days)]
    if beginning.done_on < fixed < last:
        told.append(("day_fixed_later", "This day was fixed, or changed, only after that", True))
    return told


def awareness(beginning: Beginning) -> Sequence[Told]:
    """Tell how many working days before a move somebody became aware of it, that day counted.

    0 if it was only on the day of the move or later.
    """
    known, moved = beginning.extended, beginning.started_on
    if known is None:
        return ()
    days = working_days_inclusive(known.occurred_on, moved - DAY, beginning.calendars)
    words = "Working days of warning before the move, the day it became known counted"
    return (("aware_wd_before_move", words, days),)
