"""Reading and writing single items of a record."""

from __future__ import annotations

from datetime import date

from sendpath.core.sen2.dates import real_date
from sendpath.core.sen2.records import Record


def day(record: Record | None, item: str, *, until: date) -> date | None:
    """Return the item as a day, or None where it is no real day or lies after `until`."""
    found = real_date(record.values.get(item)) if record else None
    return found if found and found <= until else None


def inner(record: Record, module: str) -> Record:
    """Return the first record of that module inside this one, adding it if there is none."""
    found = record.first(module)
    if found is None:
        found = Record(module)
        record.children.append(found)
    return found
