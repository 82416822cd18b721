"""Proving that nothing in the log was changed, taken out, put in or put elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction

from sendpath.audit.hashing import Content, hash_of
from sendpath.audit.models import AuditEntry, Chain, ChainHead
from sendpath.database.plain_rows import from_json, moment, plain_rows

SLICE = 5_000
"""Entries held in memory at a time, however long the log is."""

COLUMNS = (*Content._fields, "form", "hash")
AT, DETAILS = COLUMNS.index("at"), COLUMNS.index("details")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One place at which a chain is not what it was. `first` to `last` are entries' numbers."""

    chain: str
    first: int
    last: int
    kind: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """The number and hash that a chain ended with on some day, kept elsewhere."""

    chain: Chain
    number: int
    hash: str
    kept: str
    """What says so, as “the checkpoint of 19 January 2026”."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """How many entries each chain has, and where it is not whole."""

    entries: dict[str, int]
    faults: list[Fault]


def verify(marks: Iterable[Mark] = ()) -> Verified:
    """Follow both chains from their first entry to their last.

    Every entry's hash is made again, follows from the one before, and is compared with what
    checkpoints say; the last must be that of the chain's head. Reads some thousand at a time.
    """
    marks = list(marks)
    walks = [_Walk(chain, [mark for mark in marks if mark.chain == chain]) for chain in Chain]
    for walk in walks:
        walk.to_the_end()
    return Verified(
        entries={walk.chain.label: walk.entries for walk in walks},
        faults=[fault for walk in walks for fault in walk.faults],
    )


class _Walk:
    """One chain, followed from entry to entry."""

    def __init__(self, chain: Chain, marks: list[Mark]) -> None:
        self.chain = chain
        self.marks = marks
        self.marked: dict[int, list[Mark]] = {}
        for mark in marks:
            self.marked.setdefault(mark.number, []).append(mark)
        self.number, self.hash, self.entries = 0, "", 0
        self.faults: list[Fault] = []

    def to_the_end(self) -> None:
        while self._next_slice():
            pass
        with transaction.atomic():
            # what is added meanwhile waits here, for the few entries since the last slice
            head = ChainHead.objects.select_for_update().filter(pk=self.chain.value).first()
            while self._next_slice():
                pass
            self._end(head.number if head else 0, head.hash if head else "")

    def _next_slice(self) -> bool:
        found = AuditEntry.objects.filter(chain=self.chain.value, number__gt=self.number)
        rows = plain_rows(found.order_by("number").values_list(*COLUMNS)[:SLICE])
        for *content, form, hash_ in rows:
            content[AT], content[DETAILS] = moment(content[AT]), from_json(content[DETAILS])
            self._follow(Content._make(content), form, hash_)
        self.entries += len(rows)
        return len(rows) == SLICE

    def _follow(self, content: Content, form: int, hash_: str) -> None:
        number = content.number
        if hash_of(content, form) != hash_:
            self._say("altered", number, number, f"Entry {number} was altered.")
        if number != self.number + 1:
            self._missing(self.number + 1, number - 1)
        elif content.previous_hash != self.hash:
            self._say(
                "does_not_follow", number, number,
                f"Entry {number} does not follow from entry {number - 1}: one of the two was "
                f"altered, put in or put in another's place.",
            )  # fmt: skip
        self.number, self.hash = number, hash_
        for mark in self.marked.get(number, ()):
            if mark.hash != hash_:
                self._say(
                    "rewritten", 1, number,
                    f"Entry {number} is not the one that {mark.kept} names: entries up to it "
                    f"were written anew since.",
                )  # fmt: skip

    def _missing(self, first: int, last: int) -> None:
        verb = "is" if first == last else "are"
        self._say("missing", first, last, f"{_named(first, last)} {verb} missing.")

    def _end(self, number: int, hash_: str) -> None:
        if self.number < number:
            self._missing(self.number + 1, number)
        elif (self.number, self.hash) != (number, hash_):
            self._say(
                "not_the_end", number, self.number,
                f"The chain ends with entry {self.number}, but what wrote it says that it ended "
                f"with entry {number}: entries were put in, or its end was altered.",
            )  # fmt: skip
        for mark in self.marks:
            if mark.number > self.number:
                self._say(
                    "cut_short", self.number + 1, mark.number,
                    f"The chain ends with entry {self.number}, but {mark.kept} names entry "
                    f"{mark.number}: what followed was cut off.",
                )  # fmt: skip

    def _say(self, kind: str, first: int, last: int, words: str) -> None:
        said = Fault(
            chain=self.chain.label,
            first=first,
            last=last,
            kind=kind,
            words=f"Chain of {self.chain.label}: {words[0].lower()}{words[1:]}",
        )
        self.faults.append(said)


def _named(first: int, last: int) -> str:
    return f"Entry {first}" if first == last else f"Entries {first} to {last}"
