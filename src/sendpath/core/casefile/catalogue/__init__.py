"""Everything that may be recorded in a case, in words.

A kind of event is added by writing an `Entry` in the module of its part. The form that asks
for it, the timeline that reads it back and the check of its facts all come from that.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from sendpath.core.casefile.catalogue import dispute, moving, notices, plan, request, review
from sendpath.core.casefile.catalogue.entry import Entry, Group
from sendpath.core.casefile.events import Event, Kind

ENTRIES = tuple(
    sorted(
        (
            *request.ENTRIES,
            *plan.ENTRIES,
            *review.ENTRIES,
            *notices.ENTRIES,
            *moving.ENTRIES,
            *dispute.ENTRIES,
        ),
        key=lambda entry: list(Group).index(entry.group),
    )
)
"""In the order of a case's life: by group, and within a group as written."""

BY_KEY: Mapping[str, Entry] = MappingProxyType({entry.key: entry for entry in ENTRIES})


def entry_of(event: Event) -> Entry | None:
    """Return the entry an event was recorded as; None if it is not of a kind asked for here."""
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
for _entry in ENTRIES:
    _BY_KIND.setdefault(_entry.kind, []).append(_entry)
