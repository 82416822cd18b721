"""Why a file cannot be loaded at all, in words a data officer can act on.

Five rules refuse a file; every other rule reports and reads on. An unknown survey year
also refuses, under the rule that compares the year with the survey day.
"""

from __future__ import annotations

import re
from xml.parsers import expat

from sendpath.core.sen2.records import Record

_SIGNATURES = (
    (b"PK\x03\x04", "an Excel workbook, or another zip file, that was renamed"),
    (b"\xd0\xcf\x11\xe0", "an old Excel or Word file that was renamed"),
    (b"%PDF", "a PDF"),
    (b"\x1f\x8b", "a compressed (gzip) file"),
    (b"{", "a JSON file"),
    (b"[", "a JSON file"),
    (b"\x00\x00\x00\x00", "a damaged file: it begins with empty bytes"),
)
_HTML = re.compile(rb"<(!doctype\s+html|html|head|body)\b", re.I)
_CSV = re.compile(rb"[^<\r\n]*[,;\t][^<\r\n]*[\r\n]")

_TRUNCATED = {
    expat.errors.codes[expat.errors.XML_ERROR_NO_ELEMENTS],
    expat.errors.codes[expat.errors.XML_ERROR_UNCLOSED_TOKEN],
}
_JUNK = expat.errors.codes[expat.errors.XML_ERROR_JUNK_AFTER_DOC_ELEMENT]
_ENTITY = expat.errors.codes[expat.errors.XML_ERROR_UNDEFINED_ENTITY]
_INVALID = expat.errors.codes[expat.errors.XML_ERROR_INVALID_TOKEN]
_ENCODING = {
    expat.errors.codes[expat.errors.XML_ERROR_PARTIAL_CHAR],
    expat.errors.codes[expat.errors.XML_ERROR_BAD_CHAR_REF],
    expat.errors.codes[expat.errors.XML_ERROR_UNKNOWN_ENCODING],
    expat.errors.codes[expat.errors.XML_ERROR_INCORRECT_ENCODING],
}


class Refused(Exception):
    """The file is not loaded: the rule that refuses it, and what to do.

    `header` is what could be read of the file's header before it was refused.
    """

    def __init__(self, rule: str, message: str, header: Record | None = None) -> None:
        super().__init__(rule, message)
        self.rule = rule
        self.message = message
        self.header = header

    def __str__(self) -> str:
        return self.message


def looks_like(head: bytes) -> str | None:
    """Return what a file with these first bytes seems to be, if it does not seem XML."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    for signature, kind in _SIGNATURES:
        if start.startswith(signature):
            return kind
    if _HTML.match(start):
        return "a web page, perhaps an error page that was saved in place of the file"
    return "a CSV or text file" if _CSV.match(start) else None


def _begins_as_xml(head: bytes) -> bool:
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    return not start or start.startswith((b"<", b"\x00<", b"\xff\xfe", b"\xfe\xff"))


def with_hint(message: str, head: bytes) -> str:
    """Return the message, or what the file looks like instead where that is plain."""
    kind = looks_like(head)
    if not kind and _begins_as_xml(head):
        return message
    seems = f"It looks like {kind}." if kind else "It does not begin as XML does."
    return f"This is not a SEN2 file. {seems} Upload the .xml file that the case system makes."


def unparsable(error: expat.ExpatError, near: bytes, head: bytes, encoding: str) -> Refused:
    """Return the refusal for what the parser stumbled over; `near` begins at that place."""
    where = f"line {error.lineno:,}, column {error.offset + 1:,}"
    if error.code in _ENCODING or (error.code == _INVALID and _wrong_character(near, encoding)):
        return Refused("S2-F04", with_hint(_encoding_message(where, near, encoding), head))
    return Refused("S2-F01", with_hint(_syntax_message(error.code, where), head))


def _syntax_message(code: int, where: str) -> str:
    if code in _TRUNCATED:
        return (
            f"The file ends too early, at {where}: it is cut short or empty. "
            f"Export it again and compare the file sizes."
        )
    if code == _JUNK:
        return f"The return has ended but the file goes on at {where}. Upload one return a file."
    if code == _ENTITY:
        return f"The file uses an abbreviation XML does not know at {where}. Write & as &amp;."
    if code == _INVALID:
        reason = "a character stands where XML allows none, often a bare & or <,"
    else:
        reason = expat.ErrorString(code) or "a fault"
    return f"The file is not well-formed XML: {reason} at {where}. Export it again."


def _encoding_message(where: str, near: bytes, encoding: str) -> str:
    return (
        f"The file holds a byte or character at {where} that {encoding} or XML does not allow"
        f"{f' (byte {near[0]:02X} hex)' if near else ''}. "
        f"Export it again as UTF-8, and remove text pasted in from other programs."
    )


def _wrong_character(near: bytes, encoding: str) -> bool:
    try:
        text = near[:4].decode(encoding, "strict")
    except UnicodeDecodeError as error:
        if error.start == 0:
            return True
        text = near[: error.start].decode(encoding)
    return bool(text) and (text[0] in "\ufffe\uffff" or (text[0] < " " and text[0] not in "\t\r\n"))
