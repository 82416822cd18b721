"""Read a SEN2 file as a stream of people, and refuse what is not one.

The file comes from outside and may be anything. It is parsed a piece at a time, one
person in memory at once. A document type declaration is refused where it begins, before
an entity can be declared, let alone expanded. What is only odd is read and noted.

A fault may stand on the last line: keep nothing until `persons()` has come to its end.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO
from xml.parsers import expat

from sendpath.core.sen2.notes import Note
from sendpath.core.sen2.reading import Reading
from sendpath.core.sen2.records import Record
from sendpath.core.sen2.refusal import Refused, unparsable, with_hint
from sendpath.core.sen2.years import Survey

LIMIT = 250_000_000
"""Bytes: ten times the return of a large county."""

_PIECE = 65_536
_LONGEST_TAG = 1_048_576


class Return:
    """A return that is being read: its header now, its people as they come.

    `persons()` can be gone through once, and raises Refused where the file turns out not
    to be a return after all. `notes` are complete once it has come to its end.
    """

    def __init__(self, header: Record, survey: Survey, source: _Source) -> None:
        self.header = header
        self.survey = survey
        self._source = source

    def persons(self) -> Iterator[Record]:
        """Yield the people in the order of the file."""
        people = self._source.reading.people
        while True:
            while people:
                yield people.popleft()
            if not self._source.parse_more():
                return

    @property
    def notes(self) -> tuple[Note, ...]:
        """What was unexpected in the part of the file that has been read."""
        return self._source.reading.notes.all()


def read_return(source: BinaryIO, *, limit: int = LIMIT, size: int | None = None) -> Return:
    """Begin to read a return, as far as its header.

    `limit` and `size` are in bytes; a file whose `size` is known to be over the limit is
    refused unread. Raises Refused under rule S2-F01, F02, F03, F04 or F07, or under
    S2-001 where the survey year is not one the product knows.
    """
    if size is not None and size > limit:
        raise _too_large(limit)
    file = _Source(source, limit)
    while file.reading.survey is None:
        file.parse_more()
    return Return(file.reading.header, file.reading.survey, file)


def _too_large(limit: int) -> Refused:
    return Refused(
        "S2-F07",
        f"The file is larger than {limit / 1_000_000:,.0f} MB, the most this system loads. "
        f"Check that it is the right file; an area's return is usually under 50 MB.",
    )


class _Source:
    def __init__(self, source: BinaryIO, limit: int) -> None:
        self.reading = Reading()
        self._source, self._limit = source, limit
        self._parser = self.reading.parser
        self._head = b""
        self._last = b""
        self._fed = 0

    def parse_more(self) -> bool:
        """Parse the next piece; return whether there may be more."""
        piece = self._source.read(_PIECE)
        self._head = self._head or piece[:512]
        if self._fed + len(piece) > self._limit:
            raise _too_large(self._limit)
        try:
            self._parse(piece)
        except expat.ExpatError as error:
            raise unparsable(error, self._near(), self._head, self.reading.encoding) from None
        except Refused as refused:
            refused.message = with_hint(refused.message, self._head)
            raise
        return bool(piece)

    def _parse(self, piece: bytes) -> None:
        if not piece:
            self._parser.Parse(b"", True)
            return
        # Up to the first element, a tag at a time: the parser goes on to the end of what
        # it was given even after a handler has refused, and must find no entity there.
        while piece and not self.reading.begun:
            end = piece.find(b">") + 1 or len(piece)
            self._feed(piece[:end])
            piece = piece[end:]
        if piece:
            self._feed(piece)

    def _feed(self, piece: bytes) -> None:
        self._last = self._last[-8:] + piece
        self._fed += len(piece)
        self._parser.Parse(piece, False)
        if self._fed - self._parser.CurrentByteIndex > _LONGEST_TAG:
            raise Refused(
                "S2-F01", "The file is not well-formed XML: one tag never ends. Export it again."
            )

    def _near(self) -> bytes:
        index = self._parser.ErrorByteIndex - (self._fed - len(self._last))
        return self._last[index:] if index >= 0 else b""
