"""What in a record should be looked at again, in the words of the pages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sendpath.casework.selectors.words import written
from sendpath.core.casefile.catalogue import happened
from sendpath.core.casefile.events import Event
from sendpath.core.casefile.progress import LATE_AFTER
from sendpath.core.casefile.states import CaseWarning, Oddity

NAMED = 10
"""How many entries recorded late are named by their numbers; the rest are counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToCheck:
    """One thing to check. `number` is the entry to look at, where it is one that is on record."""

    about: str
    says: str
    number: int | None = None


def to_check(
    warnings: Sequence[CaseWarning], record: Iterable[Event], *, proposed: int | None = None
) -> list[ToCheck]:
    """Return warnings as lines: entries recorded late share one, and it comes last.

    What is said of the entry `proposed`, which is about to be saved, stands by itself.
    """
    events = {event.number: event for event in record}
    late: list[CaseWarning] = []
    other: list[CaseWarning] = []
    for warning in warnings:
        shares = warning.code is Oddity.RECORDED_LATE and warning.number != proposed
        (late if shares else other).append(warning)
    lines = [_line(w, events[w.number], proposed) for w in (other if late[1:] else warnings)]
    return [*lines, _recorded_late(late)] if late[1:] else lines


def _line(warning: CaseWarning, event: Event, proposed: int | None) -> ToCheck:
    if event.number == proposed:
        return ToCheck(about="", says=warning.says)
    if not event.number:
        return ToCheck(about="Date of birth", says=warning.says)
    what = happened(event)
    return ToCheck(
        about=f"Entry {event.number}, {what[0].lower()}{what[1:]}, {written(event.occurred_on)}",
        says=warning.says,
        number=event.number,
    )


def _recorded_late(warnings: Sequence[CaseWarning]) -> ToCheck:
    numbers = sorted(warning.number for warning in warnings)
    named, more = numbers[:NAMED], len(numbers[NAMED:])
    last = f"{more} more" if more else str(named.pop())
    entries = f"{', '.join(map(str, named))} and {last}"
    says = f"Each was recorded more than {LATE_AFTER.days} days after it happened."
    return ToCheck(about=f"Entries {entries}", says=says)
