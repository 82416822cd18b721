"""What the reader met that it did not expect: accepted or left out, but never in silence."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

MOST_PATHS = 500
"""Different places reported one by one: a file of nonsense must not fill the memory."""


class Oddity(StrEnum):
    """What was unexpected about an element."""

    OTHER_CASE = "other_case"
    ALIAS = "alias"
    UNKNOWN = "unknown"
    NAMESPACE = "namespace"
    ATTRIBUTE = "attribute"
    FLAG = "flag"
    STRAY_TEXT = "stray_text"


_WORDS = {
    Oddity.OTHER_CASE: "is written with other capital letters. It was read; export it as {name}",
    Oddity.ALIAS: "is another name for {name}. It was read; export it as {name}",
    Oddity.UNKNOWN: "is not part of this year's return at that place. It was left out",
    Oddity.NAMESPACE: "has a namespace, which SEN2 does not use. It was read without it",
    Oddity.ATTRIBUTE: "has attributes, which SEN2 does not use. They were left out",
    Oddity.FLAG: "is written as true, false, Y or N. It was read as 1 or 0",
    Oddity.STRAY_TEXT: "has text beside its items. The text was left out",
}
OUTSIDE_SPECIFICATION = frozenset({Oddity.OTHER_CASE, Oddity.ALIAS, Oddity.UNKNOWN})
"""What rule S2-F05 is about."""


@dataclass(slots=True)
class Note:
    """One oddity at one path: how often, and on which line first.

    `name` is the item it was read as, empty where it was left out.
    """

    oddity: Oddity
    path: str
    name: str
    line: int
    count: int = 1

    @property
    def message(self) -> str:
        """What was met and what was done about it."""
        times = "once" if self.count == 1 else f"{self.count:,} times"
        return f"{self.path} {_WORDS[self.oddity].format(name=self.name)} ({times})."


class Notes:
    """The oddities of one file, one a path, in the order in which they were met."""

    def __init__(self) -> None:
        self._met: dict[tuple[Oddity, str], Note] = {}

    def add(self, oddity: Oddity, path: str, *, line: int, name: str = "") -> None:
        """Count an oddity, with the line where it was first met."""
        if (oddity, path) not in self._met and len(self._met) >= MOST_PATHS:
            path = "Message/…"
        note = self._met.get((oddity, path))
        if note:
            note.count += 1
        else:
            self._met[oddity, path] = Note(oddity, path, name, line)

    def all(self) -> tuple[Note, ...]:
        """Return every note so far."""
        return tuple(self._met.values())
