"""Everything that may be recorded in a case, in words.

A kind of event is added by writing an `Entry` in the module of its part. The form that asks
for it, the timeline that reads it back and the check of its facts all come from that.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from sendpath.core.casefile.catalogue import (
    attendance,
    dispute,
    done,
    exclusion,
    health,
    moving,
    notices,
    plan,
    provision,
    redress,
    request,
    review,
    schooling,
    wider,
)
from sendpath.core.casefile.catalogue.entry import About, Entry, Group
from sendpath.core.casefile.events import Event, Kind

ENTRIES = tuple(
    sorted(
        (
            *request.ENTRIES,
            *plan.ENTRIES,
            *provision.ENTRIES,
            *review.ENTRIES,
            *notices.ENTRIES,
            *moving.ENTRIES,
            *dispute.ENTRIES,
            *schooling.ENTRIES,
            *exclusion.ENTRIES,
            *attendance.ENTRIES,
            *health.ENTRIES,
            *redress.ENTRIES,
            *wider.ENTRIES,
            *done.ENTRIES,
        ),
        key=lambda entry: list(Group).index(entry.group),
    )
)
"""In the order of a case's life: by group, and within a group as written."""

BY_KEY: Mapping[str, Entry] = MappingProxyType({entry.key: entry for entry in ENTRIES})

OF_A_CHILD: Mapping[str, Entry] = MappingProxyType(
    {
        key: entry
        for key, entry in BY_KEY.items()
        if entry.about is About.CHILD and entry is not done.OF_ANOTHER_CLOCK
    }
)
"""What may be recorded in a child's case, by its name in an address."""


def entry_of(event: Event) -> Entry | None:
    """Return the entry an event was recorded as; None if it is not of a kind asked for here.

    Where two would tell it, it is the one that says more.
    """
    return next((entry for entry in _BY_KIND.get(event.kind, ()) if entry.tells(event)), None)


def happened(event: Event) -> str:
    """Return what an event says happened, in plain words, for any event at all."""
    if event.kind is Kind.EXCEPTION_CLAIMED and event.facts.get("ground") == "not_stated":
        return "Exception claimed, without saying which"
    if entry := entry_of(event):
        return entry.happened
    words = event.kind.value.rpartition(".")[2].replace("_", " ")
    return words[0].upper() + words[1:]


_BY_KIND: dict[Kind, list[Entry]] = {}
for _entry in sorted(ENTRIES, key=lambda entry: -len(entry.fixed)):
    _BY_KIND.setdefault(_entry.kind, []).append(_entry)
