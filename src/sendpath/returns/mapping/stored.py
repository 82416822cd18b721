"""Records as JSON, to be kept in the database between one step and the next."""

from __future__ import annotations

from typing import TypedDict

from sendpath.core.sen2.records import Record


class Stored(TypedDict):
    """A record as JSON."""

    module: str
    values: dict[str, str]
    children: list[Stored]


def as_json(record: Record) -> Stored:
    """Return a record as JSON; where it stood in the file is not kept."""
    return Stored(
        module=record.module,
        values=record.values,
        children=[as_json(child) for child in record.children],
    )


def from_json(stored: Stored) -> Record:
    """Return the record that was stored."""
    children = [from_json(child) for child in stored["children"]]
    return Record(stored["module"], dict(stored["values"]), children)
