"""Which kinds of file are taken, told by what is in them and never by their name."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from enum import StrEnum
from typing import BinaryIO

import magic

from sendpath.documents import archives

HEAD = 8192
EDGE = 4096
PDF = b"%PDF-"
MARKUP = (b"<script", b"<html", b"<!doctype html", b"<svg", b"<iframe", b"<?php")
TAKEN = "PDF, Word (.docx), OpenDocument text, pictures, plain text, sound or film"


class Shown(StrEnum):
    """How a kind of file is shown in a page."""

    PAGES = "pages"
    PICTURE = "picture"
    WORD = "word"
    TEXT = "text"
    SOUND = "sound"
    FILM = "film"
    NOT = "not"


@dataclass(frozen=True, slots=True)
class FileType:
    """A kind of file: its ending, what it is served as, its name and how it is shown."""

    ending: str
    served_as: str
    words: str
    shown: Shown


class NotTaken(Exception):
    """The file is of no kind we take. The text says what to do."""


def _type(ending: str, served_as: str, words: str, shown: Shown) -> FileType:
    return FileType(ending, served_as, words, shown)


TYPES: dict[str, FileType] = {
    one.ending: one
    for one in (
        _type("pdf", "application/pdf", "PDF", Shown.PAGES),
        _type(
            "docx",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "Word document",
            Shown.WORD,
        ),
        _type("odt", "application/vnd.oasis.opendocument.text", "OpenDocument text", Shown.NOT),
        _type("jpg", "image/jpeg", "JPEG picture", Shown.PICTURE),
        _type("png", "image/png", "PNG picture", Shown.PICTURE),
        _type("tif", "image/tiff", "TIFF picture", Shown.PICTURE),
        _type("heic", "image/heic", "HEIC picture", Shown.NOT),
        _type("txt", "text/plain; charset=utf-8", "Plain text", Shown.TEXT),
        _type("csv", "text/csv; charset=utf-8", "Table as text (CSV)", Shown.TEXT),
        _type("mp3", "audio/mpeg", "Sound (MP3)", Shown.SOUND),
        _type("m4a", "audio/mp4", "Sound (M4A)", Shown.SOUND),
        _type("wav", "audio/wav", "Sound (WAV)", Shown.SOUND),
        _type("mp4", "video/mp4", "Film (MP4)", Shown.FILM),
        _type("webm", "video/webm", "Film (WebM)", Shown.FILM),
    )
}

BY_CONTENT = {  # what libmagic calls each; archives are looked into instead
    "application/pdf": "pdf",
    "image/jpeg": "jpg",
    "image/png": "png",
    "image/tiff": "tif",
    "image/heic": "heic",
    "image/heif": "heic",
    "text/plain": "txt",
    "text/csv": "csv",
    "application/csv": "csv",
    "audio/mpeg": "mp3",
    "audio/mp4": "m4a",
    "audio/x-m4a": "m4a",
    "video/x-m4v": "mp4",
    "audio/x-wav": "wav",
    "audio/vnd.wave": "wav",
    "video/mp4": "mp4",
    "video/webm": "webm",
    "audio/webm": "webm",
}

ACCEPT = ",".join(["image/*", "audio/*", "video/mp4", "video/webm", *(f".{e}" for e in TYPES)])
"""What a page asks a browser to offer, the camera of a phone included. It decides nothing."""

OLD_OFFICE = "The file is of an old version of Word or Excel. Save it as .docx or PDF."

IN_OTHER_WORDS = {
    "application/msword": OLD_OFFICE,
    "application/x-ole-storage": OLD_OFFICE,
    "application/CDFV2": OLD_OFFICE,
    "application/vnd.ms-excel": "Spreadsheets are not taken. Save it as a PDF.",
    "text/rtf": "Rich text (.rtf) is not taken. Save it as .docx or PDF.",
    "text/html": "Web pages are not taken. Save it as a PDF.",
    "image/gif": "GIF pictures are not taken. Save it as a PNG or JPEG.",
}


def recognise(file: BinaryIO) -> FileType:
    """Return what kind of file it is, and leave it at its beginning. Raises NotTaken."""
    file.seek(0)
    head = file.read(HEAD)
    if not head:
        raise NotTaken("The file is empty. Choose the file again.")
    found = _archive(file, head) if head.startswith(b"PK\x03\x04") else _by_content(file, head)
    file.seek(0)
    return TYPES[found]


def _archive(file: BinaryIO, head: bytes) -> str:
    if PDF in head[:1024]:
        raise _two_at_once()
    try:
        return archives.kind_of(file)
    except archives.Unfit as why:
        raise NotTaken(str(why)) from None


def _by_content(file: BinaryIO, head: bytes) -> str:
    called = magic.from_buffer(head, mime=True)
    found = BY_CONTENT.get(called)
    if found is None:
        other = f"This kind of file is not taken. Save it as one of these: {TAKEN}."
        raise NotTaken(IN_OTHER_WORDS.get(called, other))
    if found in {"txt", "csv"}:
        _refuse_odd_text(file)
    else:
        _refuse_two_at_once(file, head, found)
    return found


def _refuse_two_at_once(file: BinaryIO, head: bytes, found: str) -> None:
    """Refuse a file that is another kind too, to whoever opens it from its other end."""
    if (PDF in head[:1024]) != (found == "pdf") or (found == "pdf" and not head.startswith(PDF)):
        raise _two_at_once()
    file.seek(0)
    if zipfile.is_zipfile(file):
        raise _two_at_once()
    size = file.seek(0, 2)
    file.seek(max(0, size - EDGE))
    ends = (head[:EDGE] + file.read()).lower()
    if any(mark in ends for mark in MARKUP):
        raise _two_at_once()


def _refuse_odd_text(file: BinaryIO) -> None:
    file.seek(0)
    while piece := file.read(HEAD * 8):
        if b"\0" in piece:
            raise NotTaken("The file begins as text and goes on as something else. Save it again.")
        if any(mark in piece.lower() for mark in MARKUP):
            raise NotTaken(IN_OTHER_WORDS["text/html"])


def _two_at_once() -> NotTaken:
    return NotTaken("The file is two kinds of file at once. Open it, and save it as a PDF.")
