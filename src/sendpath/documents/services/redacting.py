"""Making a copy with something left out, so that nothing of it survives in the copy."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from typing import BinaryIO, cast

from django.core.exceptions import ValidationError

from sendpath.accounts.models import User
from sendpath.documents.models import Document, Version
from sendpath.documents.services.parsing.ask import Unreadable, ask
from sendpath.documents.services.sealed import open_version
from sendpath.documents.services.uploads import add_redacted
from sendpath.documents.words import Visibility


@dataclass(frozen=True, slots=True)
class Box:
    """What is painted over: a page, and a place on it in hundredths of its width and height."""

    page: int
    left: float
    top: float
    width: float
    height: float


def make_copy(
    *,
    version: Version,
    leave_out: Sequence[int],
    boxes: Sequence[Box],
    visibility: Visibility,
    by: User,
) -> Document:
    """Add a copy made of pictures: no word, layer or note of the original lies behind them.

    Raises ValidationError where the original cannot be drawn.
    """
    asked = {
        "leave_out": list(leave_out),
        "boxes": [[b.page, b.left, b.top, b.width, b.height] for b in boxes],
    }
    try:
        with open_version(version) as file:
            drawn = ask("redact", file, version.file_type, asked)
    except Unreadable:
        raise ValidationError(
            "This file could not be drawn again. Redact it where it was written, and add the copy."
        ) from None
    with cast(BinaryIO, tempfile.SpooledTemporaryFile(max_size=len(drawn) + 1)) as copy:
        copy.write(drawn)
        return add_redacted(original=version.document, file=copy, visibility=visibility, by=by)
