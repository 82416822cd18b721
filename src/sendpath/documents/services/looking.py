"""Opening a document for somebody: what they see, with a note of it in the log of changes."""

from __future__ import annotations

import io
import re

import nh3
from django.utils.safestring import SafeString

from sendpath.accounts.models import User
from sendpath.audit import services as audit
from sendpath.documents.models import Version
from sendpath.documents.services.parsing.ask import ask
from sendpath.documents.services.sealed import open_version

MOST_SHOWN = 200_000
"""Bytes of plain text shown in a page; a download gives all of it."""

HARMLESS = {
    *("p", "h3", "h4", "ul", "ol", "li", "strong", "em", "u", "s", "sub", "sup", "br"),
    *("table", "thead", "tbody", "tr", "td", "th", "a"),
}


def note(*, version: Version, act: str, by: User, page: int | None = None) -> None:
    """Note that somebody looked at a version, or took a copy of it away."""
    audit.record(
        by=by.username,
        act=act,
        subject=f"document:{version.document_id}",
        details={
            "person": version.document.person_id,
            "version": version.number,
            "sensitivity": version.document.sensitivity,
            "page": page,
        },
    )


def opened(*, version: Version) -> io.BufferedReader:
    """Return the file as it was uploaded. Raises Tampered if its beginning is not as sealed."""
    file = open_version(version)
    file.peek(1)
    return file


def page_drawn(*, version: Version, page: int) -> bytes:
    """Return a page, or a picture, drawn again as PNG. Raises Unreadable."""
    with open_version(version) as file:
        return ask("page", file, version.file_type, {"page": page})


def word_as_html(*, version: Version) -> SafeString:
    """Return a Word document as HTML with nothing in it but words and their shape.

    It is made harmless here and not by the process that read the file, which may be in the
    power of whoever wrote it.
    """
    with open_version(version) as file:
        written = ask("word", file, version.file_type).decode(errors="replace")
    clean = nh3.clean(
        written,
        tags=HARMLESS,
        attributes={"a": {"href"}, "td": {"colspan", "rowspan"}, "th": {"colspan", "rowspan"}},
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener noreferrer",
    )
    return SafeString(_with_words_only(clean))


def text_shown(*, version: Version) -> str:
    """Return the beginning of a plain text."""
    with open_version(version) as file:
        told = file.read(MOST_SHOWN)
    try:
        return told.decode("utf-8-sig")
    except UnicodeDecodeError:
        return told.decode("cp1252", errors="replace")


def _with_words_only(html: str) -> str:
    """Drop links and headings without a word in them: a reader by ear is told of each."""
    return re.sub(r"<(a|h3|h4)\b[^>]*>\s*</\1>", "", html)
