"""Reading the file of links: which establishment came before or after which."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import BinaryIO

from sendpath.core.gias.columns import LINK_COLUMNS
from sendpath.core.gias.read import AGAIN, IS_URN, Refused, RowFault, day, first_line, lines_of


@dataclass(frozen=True, slots=True)
class Link:
    """One establishment's link to another, in GIAS's own words for the kind of link."""

    urn: str
    other_urn: str
    other_name: str
    kind: str
    since: date | None


def links_of(source: BinaryIO) -> Iterator[Link | RowFault]:
    """Yield the links of a file, and what is wrong in rows that are left out."""
    names = first_line(source)
    missing = [name for name in LINK_COLUMNS if name not in names]
    if missing:
        raise Refused(f"It is not the file of links: it lacks {', '.join(missing)}. {AGAIN}")
    places = [names.index(name) for name in LINK_COLUMNS]
    for line, cells in lines_of(source, width=len(names)):
        if len(cells) != len(names):
            yield RowFault(line, "", f"The link on line {line} has {len(cells)} columns.", True)
            continue
        urn, other, name, kind, since = (cells[place].strip() for place in places)
        if not (IS_URN.fullmatch(urn) and IS_URN.fullmatch(other)):
            words = f"The link on line {line} needs two URNs of 6 numbers. It is left out."
            yield RowFault(line, urn[:6], words, True)
            continue
        yield Link(urn, other, name[:120], kind[:80], day(since))
