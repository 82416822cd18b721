"""Reading the full GIAS extract a row at a time: whole files refused, rows reported, none guessed.

The Department publishes it in the Windows encoding (cp1252). A file that was opened and saved
again may have another, and letters in names would then come out wrong: so it is refused.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import BinaryIO

from sendpath.core.gias.columns import COLUMNS, LINK_COLUMNS, NOT_KEPT, URN, As, Column

ENCODING = "cp1252"
PIECE = 64 * 1024
LONGEST_LINE = 1024 * 1024
AGAIN = "Download it again from Get Information About Schools, and load it as it comes."
SAVED_AS_UTF8 = f"It was saved again as UTF-8. {AGAIN}"
NO_CSV = {
    b"PK\x03\x04": "It is a ZIP or Excel file. Unpack it, and choose the .csv file inside.",
    b"%PDF": f"It is a PDF. {AGAIN}",
    b"\xff\xfe": f"It was saved again as Unicode (UTF-16). {AGAIN}",
    b"\xfe\xff": f"It was saved again as Unicode (UTF-16). {AGAIN}",
    b"\xef\xbb\xbf": SAVED_AS_UTF8,
}
DAY = re.compile(r"(\d{2})-(\d{2})-(\d{4})")
IS_URN = re.compile(r"[1-9]\d{5}")
NOTHING = frozenset({"", "Not applicable", "Not recorded"})

Value = str | int | date | list[str] | None


class Refused(ValueError):
    """The file as a whole cannot be read. The text says why and what to do."""


@dataclass(frozen=True, slots=True)
class RowFault:
    """What is wrong in one row, and what to do about it. If it blocks, the row is left out."""

    line: int
    urn: str
    words: str
    blocks: bool


@dataclass(slots=True)
class Row:
    """One establishment as the extract tells of it, and what could not be read in its row."""

    line: int
    urn: str
    values: dict[str, Value] = field(default_factory=dict)
    faults: list[RowFault] = field(default_factory=list)

    @property
    def name(self) -> str:
        return str(self.values["name"])

    @property
    def left_out(self) -> bool:
        return any(fault.blocks for fault in self.faults)

    def say(self, words: str, *, blocks: bool = False) -> None:
        """Note what is wrong in this row."""
        self.faults.append(RowFault(self.line, self.urn, words, blocks))


@dataclass(frozen=True, slots=True)
class Header:
    """The columns of a file: where each is, those nobody has seen before, those it lacks."""

    places: dict[str, int]
    unknown: tuple[str, ...]
    lacking: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.places)


def header_of(source: BinaryIO) -> Header:
    """Return the columns of an extract. Raises Refused for a file that is none."""
    names = first_line(source)
    if set(LINK_COLUMNS) <= set(names):
        raise Refused("It is the file of links. Choose it under “Links file”, below the other.")
    missing = [c.sources[0] for c in COLUMNS if c.needed and c.sources[0] not in names]
    if URN not in names or missing:
        lacks = ", ".join(missing if URN in names else [URN, *missing])
        raise Refused(f"It is not the full GIAS extract: it lacks the columns {lacks}. {AGAIN}")
    if len(set(names)) < len(names):
        raise Refused(f"It has a column twice. {AGAIN}")
    kept = {source for column in COLUMNS for source in column.sources}
    return Header(
        places={name: place for place, name in enumerate(names)},
        unknown=tuple(sorted(set(names) - kept - NOT_KEPT - {URN})),
        lacking=tuple(sorted(kept - set(names))),
    )


def rows_of(source: BinaryIO) -> Iterator[Row]:
    """Yield the establishments of an extract. Raises Refused where it turns out to be cut off."""
    header = header_of(source)
    for line, cells in lines_of(source, width=len(header)):
        yield _row(line, cells, header)


def lines_of(source: BinaryIO, *, width: int) -> Iterator[tuple[int, Sequence[str]]]:
    """Yield the rows under the header with their line, each with as many cells as there are.

    One with another number of cells is given as it is; the last one may not have fewer.
    """
    source.seek(0)
    text = _Text(source)
    reader = csv.reader(text, strict=True)
    held: tuple[int, Sequence[str]] | None = None
    try:
        next(reader)
        for cells in reader:
            if held:
                yield held
            held = (reader.line_num, cells)
    except csv.Error as fault:
        raise Refused(
            f"It cannot be read after line {reader.line_num}: it may be cut off. {AGAIN}"
        ) from fault
    if text.is_utf8:
        raise Refused(SAVED_AS_UTF8)
    if held is None:
        raise Refused(f"It has a header and no rows. {AGAIN}")
    if len(held[1]) < width:
        raise Refused(
            f"It is cut off: its last line, {held[0]}, has {len(held[1])} of {width} columns. "
            f"{AGAIN}"
        )
    yield held


class _Text:
    """The lines of a file, which notes whether those beyond plain letters are UTF-8 as well."""

    def __init__(self, source: BinaryIO) -> None:
        self._source = source
        self._utf8: bool | None = None

    @property
    def is_utf8(self) -> bool:
        return self._utf8 is True

    def __iter__(self) -> Iterator[str]:
        number = 0
        while line := self._source.readline(LONGEST_LINE):
            number += 1
            if not line.isascii():
                self._utf8 = self._utf8 is not False and _decodes(line, "utf-8")
            if len(line) == LONGEST_LINE or not _decodes(line, ENCODING):
                if self.is_utf8:
                    raise Refused(SAVED_AS_UTF8)
                raise Refused(f"Line {number} holds what is no text of GIAS. {AGAIN}")
            yield line.decode(ENCODING)


def _decodes(line: bytes, encoding: str) -> bool:
    try:
        line.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def first_line(source: BinaryIO) -> list[str]:
    """Return the names of the columns. Raises Refused for what is no CSV file."""
    source.seek(0)
    start = source.read(PIECE)
    for sign, words in NO_CSV.items():
        if start.startswith(sign):
            raise Refused(words)
    if not start.strip():
        raise Refused(f"The file is empty. {AGAIN}")
    first = start.splitlines()[0]
    if b"\0" in first or first.lstrip().startswith(b"<"):
        raise Refused(f"It is not a CSV file. {AGAIN}")
    try:
        return next(csv.reader([first.decode(ENCODING)], strict=True))
    except (csv.Error, UnicodeDecodeError) as fault:
        raise Refused(f"It is not a CSV file. {AGAIN}") from fault


def _row(line: int, cells: Sequence[str], header: Header) -> Row:
    place = header.places[URN]
    row = Row(line, cells[place].strip() if place < len(cells) else "")
    if not IS_URN.fullmatch(row.urn):
        row.say("The URN must be 6 numbers. Have it put right in GIAS.", blocks=True)
    elif len(cells) != len(header):
        row.say(
            f"It has {len(cells)} columns and the header has {len(header)}. {AGAIN}", blocks=True
        )
    else:
        for column in COLUMNS:
            said = [
                cells[header.places[name]].strip()
                for name in column.sources
                if name in header.places
            ]
            row.values[column.name] = _value(column, said, row)
    return row


def _value(column: Column, said: list[str], row: Row) -> Value:
    told = [words for words in said if words not in NOTHING]
    if column.read is As.SEVERAL:
        return told
    words = " ".join(told)
    if not words:
        if column.needed:
            row.say(f"{column.label} is missing. Have it put right in GIAS.", blocks=True)
        return "" if column.read in (As.TEXT, As.JOINED) else None
    if column.read is As.NUMBER:
        return _number(column, words, row)
    if column.read is As.DAY:
        return _day(column, words, row)
    if len(words) > column.longest or "\0" in words:
        row.say(
            f"{column.label} is longer than {column.longest} letters. Have it put right in GIAS.",
            blocks=column.needed,
        )
        return ""
    return words


def _number(column: Column, words: str, row: Row) -> int | None:
    if words.isascii() and words.isdigit() and len(words) <= 7:
        return int(words)
    row.say(f"{column.label} must be a whole number, not “{words[:40]}”. It is left empty.")
    return None


def _day(column: Column, words: str, row: Row) -> date | None:
    found = day(words)
    if found is None:
        row.say(
            f"{column.label} must be a day like 31-08-2025, not “{words[:40]}”. It is left empty."
        )
    return found


def day(words: str) -> date | None:
    """Return the day written as GIAS writes it, or None if it is none."""
    found = DAY.fullmatch(words)
    try:
        return date(int(found[3]), int(found[2]), int(found[1])) if found else None
    except ValueError:
        return None
