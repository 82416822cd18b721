"""Deadlines of one case that bear on each other.

An act may have to meet two limits at once, and then the earlier governs. And an act may be
barred while a family still has time to answer, even where that outlasts its own limit.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sendpath.core.casefile.events import Kind
from sendpath.core.law.clock import Clock
from sendpath.core.law.deadline import Deadline


def governing(found: Iterable[Deadline], done_by: Clock) -> Deadline | None:
    """Return the earliest open deadline that the same act would meet as `done_by` asks for.

    A plan amended for a phase transfer must meet the 8 weeks and the transfer date: the
    earlier of them governs.
    """
    kinds = _acts(done_by)
    same_act = (d for d in found if kinds & _acts(d.clock))
    bound = (d for d in same_act if d.limit.statutory and d.ended is None)
    return min(bound, key=lambda d: (d.due, d.clock.key), default=None)


def barred_until(deadline: Deadline, found: Iterable[Deadline]) -> date | None:
    """Return the last day of a family's window that leaves no day for a deadline not yet met.

    A draft plan served less than 15 days before the 20 weeks end leaves no lawful day on which
    to send the final plan in time, unless the family says that it has finished.
    """
    acts = _acts(deadline.clock)
    windows = (
        window.due
        for window in found
        if window.clock.window
        and acts & {when.kind for when in window.clock.broken_by}
        and window.started_on <= deadline.due <= window.due
        and window.done is None
        and window.ended is None
    )
    return None if deadline.done or deadline.ended else max(windows, default=None)


def _acts(clock: Clock) -> set[Kind]:
    """Return the acts that do what a clock asks, and not those that only show that it was done."""
    return {when.kind for when in clock.done_by if not when.implied}
