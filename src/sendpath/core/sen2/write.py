"""Write records as a SEN2 file, in the order of the survey year.

People are written as they come, so a county's return needs no more memory than one
person. Blank items are left out: in SEN2 an empty element means the same as none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import BinaryIO
from xml.sax.saxutils import escape

from sendpath.core.sen2.records import Record
from sendpath.core.sen2.years import Field, Module, Survey

FILE_NAME = "{lea}_SEN2_{lea}LL{yy}_{serial}.xml"
"""Seen for the school census only (grade C): pass another pattern where it differs."""

# XML 1.0 section 2.2: no escape can carry these characters.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ESCAPES = {"\r": "&#13;", "\n": "&#10;", "\t": "&#9;"}


class CannotWrite(ValueError):
    """A record holds something that this year's file has no way to carry."""


def write_return(
    out: BinaryIO, *, survey: Survey, header: Record, persons: Iterable[Record]
) -> int:
    """Write a whole return in UTF-8 and return how many people it holds.

    Raises CannotWrite for an item the year does not have, a character XML forbids, or a
    record in the wrong place. What was written by then stays in `out`: write to a
    temporary file and move it into place afterwards.
    """
    out.write(b'<?xml version="1.0" encoding="UTF-8"?>\n<Message>\n')
    _write(out, _lines(survey, header, depth=1))
    out.write(b" <Persons>\n")
    count = 0
    for person in persons:
        _write(out, _lines(survey, person, depth=2))
        count += 1
    out.write(b" </Persons>\n</Message>\n")
    return count


def file_name(header: Record, *, pattern: str = FILE_NAME) -> str:
    """Return the name to upload the return under, from its area, year and serial number."""
    values = header.values
    return pattern.format(lea=values["LEA"], yy=values["Year"][-2:], serial=values["SerialNo"])


def next_serial(serial: str | None) -> str:
    """Return the serial number after that one, three digits; the first is 001.

    After 999 it starts again at 001.
    """
    return f"{int(serial or 0) % 999 + 1:03d}"


def _write(out: BinaryIO, lines: Iterable[str]) -> None:
    out.write("".join(lines).encode())


def _lines(survey: Survey, record: Record, *, depth: int) -> Iterator[str]:
    module = survey.modules[record.module]
    _refuse_unknown(survey, module, record)
    indent = " " * depth
    yield f"{indent}<{module.xml}>\n"
    group = None
    for field in module.fields:
        if record.values.get(field.xml, "").strip():
            if field.group != group:
                yield from _regroup(group, field.group, indent)
                group = field.group
            yield _item(field, record.values[field.xml], indent + " " * (2 if group else 1))
    yield from _regroup(group, None, indent)
    for child in survey.children(module.key):
        for inner in record.all(child.key):
            yield from _lines(survey, inner, depth=depth + 1)
    yield f"{indent}</{module.xml}>\n"


def _regroup(before: str | None, after: str | None, indent: str) -> Iterator[str]:
    if before:
        yield f"{indent} </{before}>\n"
    if after:
        yield f"{indent} <{after}>\n"


def _item(field: Field, value: str, indent: str) -> str:
    forbidden = _FORBIDDEN.search(value)
    if forbidden:
        raise CannotWrite(
            f"{field.xml} holds the character U+{ord(forbidden.group()):04X}, which XML cannot "
            f"carry. Remove it from the record, often where text was pasted in."
        )
    return f"{indent}<{field.xml}>{escape(value, _ESCAPES)}</{field.xml}>\n"


def _refuse_unknown(survey: Survey, module: Module, record: Record) -> None:
    unknown = record.values.keys() - {field.xml for field in module.fields}
    if unknown:
        raise CannotWrite(
            f"{module.xml} has no item {', '.join(sorted(unknown))} in the {survey.year} return."
        )
    allowed = {child.key for child in survey.children(module.key)}
    misplaced = {child.module for child in record.children} - allowed
    if misplaced:
        raise CannotWrite(
            f"{module.xml} cannot hold {', '.join(sorted(misplaced))} in the {survey.year} return."
        )
