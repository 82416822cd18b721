"""The entries of a case that its reader may see, and what is said of those they may not."""

from __future__ import annotations

from collections.abc import Iterable, Set

from sendpath.casework.models import Case, CaseEvent
from sendpath.core.casefile.details import MAY_BE_SAID, WORDS, Detail, detail_of, kept_from
from sendpath.core.casefile.events import Event

EVERYTHING = frozenset(Detail)
TOLD = frozenset({Detail.HEALTH, Detail.SOCIAL_CARE, Detail.FINANCE})
"""What a page speaks of where it is kept. Of a safe address it says nothing at all."""


def entries_seen(case: Case, seeing: Set[Detail]) -> tuple[list[CaseEvent], tuple[str, ...]]:
    """Return the entries that somebody who sees these kinds of detail may see, and what is said.

    Where any kind is kept from them, entries are numbered anew: a gap would tell. They change
    nothing in the case, so no number leads anywhere.
    """
    rows = list(case.events.select_related("recorded_by"))
    if seeing >= TOLD:
        return rows, ()
    events = [row.as_event() for row in rows]
    kept = kept_from(seeing, events)
    seen = _numbered_anew([row for row in rows if row.number not in kept])
    return seen, _said_of_the_rest(seeing, events)


def _said_of_the_rest(seeing: Set[Detail], events: Iterable[Event]) -> tuple[str, ...]:
    """Return what a page says of the entries that it leaves out.

    Where saying so tells nothing, it says that there are some. Of what social care records it
    says to everybody the same, whether there is any or not.
    """
    others = {event.number: event for event in events}
    there = {detail_of(event, others) for event in others.values()}
    return tuple(
        f"There are entries about {WORDS[kind]}, which your role does not see."
        if kind in MAY_BE_SAID
        else f"Your role does not see {WORDS[kind]}, and this page does not say if there is any."
        for kind in Detail
        if kind in TOLD - seeing and (kind in there or kind not in MAY_BE_SAID)
    )


def _numbered_anew(rows: list[CaseEvent]) -> list[CaseEvent]:
    """Number rows that were just read, and that nothing saves, from one on."""
    numbers = {row.number: place for place, row in enumerate(rows, start=1)}
    for row in rows:
        row.number = numbers[row.number]
        row.replaces = numbers.get(row.replaces) if row.replaces else None
        row.voids = numbers.get(row.voids) if row.voids else None
    return rows
