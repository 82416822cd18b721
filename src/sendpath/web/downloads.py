"""Files that a browser saves under a name."""

from __future__ import annotations

from django.utils.http import content_disposition_header


def saved_as(name: str) -> dict[str, str]:
    """Return the header by which a browser saves an answer under a name, whatever is in it."""
    one_line = " ".join(name.split())
    return {"Content-Disposition": content_disposition_header(True, one_line) or "attachment"}
