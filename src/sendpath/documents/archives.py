"""Word files are archives: counted before anything in them is unpacked."""

from __future__ import annotations

import zipfile
from itertools import pairwise
from typing import BinaryIO

MOST_PARTS = 2_000
LARGEST_UNPACKED = 200_000_000
ENCRYPTED = 0x1
LOCAL_HEADER = 30
"""Bytes before the name, in front of each part: the least that two parts lie apart."""

WORD, OPEN_TEXT = "docx", "odt"
OPEN_TEXT_SAYS = b"application/vnd.oasis.opendocument.text"


class Unfit(Exception):
    """The archive is none we take. The text says why and what to do."""


def kind_of(file: BinaryIO) -> str:
    """Return which kind of text document an archive is. Raises Unfit."""
    try:
        with zipfile.ZipFile(file) as archive:
            parts = archive.infolist()
            _refuse_bombs(parts)
            return _kind(archive, {part.filename for part in parts})
    except (zipfile.BadZipFile, NotImplementedError, EOFError, ValueError, OSError):
        raise Unfit(
            "The file is damaged. Open it where it was written, and save it again."
        ) from None


def _refuse_bombs(parts: list[zipfile.ZipInfo]) -> None:
    if any(part.flag_bits & ENCRYPTED for part in parts):
        raise Unfit("The file is protected by a password. Save it without one.")
    unpacked = sum(part.file_size for part in parts)
    if len(parts) > MOST_PARTS or unpacked > LARGEST_UNPACKED or _overlap(parts):
        raise Unfit("The file unpacks to far more than a document holds. Save it as a PDF.")


def _overlap(parts: list[zipfile.ZipInfo]) -> bool:
    """Say whether two parts share bytes, as in an archive that unpacks one part many times."""
    inside = sorted(parts, key=lambda part: part.header_offset)
    return any(
        one.header_offset + LOCAL_HEADER + one.compress_size > following.header_offset
        for one, following in pairwise(inside)
    )


def _kind(archive: zipfile.ZipFile, names: set[str]) -> str:
    if {"[Content_Types].xml", "word/document.xml"} <= names:
        if any(name.endswith(("vbaProject.bin", "vbaData.xml")) for name in names):
            raise Unfit("The file holds macros. Save it as a Word document without macros.")
        return WORD
    if "mimetype" in names and archive.read("mimetype")[:80].strip() == OPEN_TEXT_SAYS:
        if any(name.startswith("Basic/") for name in names):
            raise Unfit("The file holds macros. Save it without macros.")
        return OPEN_TEXT
    raise Unfit(
        "An archive of files is not taken, nor a spreadsheet or slides. Add the documents one by "
        "one, or save it as a PDF."
    )
