"""A file's name as somebody's computer gave it, made fit to be shown. It is never a path."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 120
NAMELESS = "Document"


def cleaned(name: str) -> str:
    """Return the name without its folders and ending, and with nothing that misleads an eye.

    Control characters and those that turn the direction of writing are dropped: they make
    “annexe[U+202E]fdp.exe” look like a PDF.
    """
    last = unicodedata.normalize("NFC", name).replace("\\", "/").rpartition("/")[2]
    shown = "".join(
        letter for letter in last if unicodedata.category(letter)[0] != "C" or letter == "\t"
    )
    stem = re.sub(r"\.[A-Za-z0-9]{1,5}$", "", " ".join(shown.split()))
    return stem.strip(" .")[:LONGEST].strip() or NAMELESS


def as_download(title: str, ending: str) -> str:
    """Return what a downloaded file is called on the computer of whoever downloads it."""
    safe = re.sub(r'[<>:"/\\|?*%]', " ", title)
    return f"{' '.join(safe.split()).strip(' .') or NAMELESS}.{ending}"
