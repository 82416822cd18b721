"""What the hash of an entry is made of. docs/audit.md says the same for whoever checks it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import NamedTuple

FORM = 2
"""How hashes are made now. Form 1 is that of entries made before looks were logged."""


class Content(NamedTuple):
    """An entry's columns, in the order in which form 2 takes them."""

    chain: int
    number: int
    at: datetime
    by: str
    user: int | None
    role: str
    organisation: str
    purpose: str
    act: str
    subject: str
    child: int | None
    case: int | None
    listed: str
    details: Mapping[str, str | int | bool | None]
    request: str
    previous_hash: str


_compact: Callable[[object], str] = json.JSONEncoder(
    ensure_ascii=False, sort_keys=True, separators=(",", ":")
).encode
_ascii: Callable[[object], str] = json.JSONEncoder(sort_keys=True, separators=(",", ":")).encode


def hash_of(content: Content, form: int) -> str:
    """Return the SHA-256 of an entry's content and of the hash before it.

    Empty, and so never right, where an entry holds what its form has no place for.
    """
    written = _form_2(content) if form == FORM else _form_1(content)
    return hashlib.sha256(written).hexdigest() if written else ""


def _form_2(content: Content) -> bytes:
    """One compact JSON list in UTF-8, keys in order, the moment in UTC to the microsecond."""
    moment = content.at.astimezone(UTC).isoformat(timespec="microseconds")
    return _compact((*content[:2], moment, *content[3:])).encode()


def _form_1(content: Content) -> bytes:
    c = content
    since = (c.chain, c.user, c.role, c.organisation, c.purpose, c.child, c.case, c.listed)
    if (*since, c.request) != (1, None, "", "", "", None, None, "", ""):
        return b""
    old = [c.number, c.at.timestamp(), c.by, c.act, c.subject, c.details, c.previous_hash]
    return _ascii(old).encode()
