"""Files of returns on disk: under their hash, readable by the service alone."""

from __future__ import annotations

import hashlib
import os
import tempfile
import time
from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from django.conf import settings

PIECE = 1024 * 1024
LOADED, WRITTEN = "returns", "returns-written"
HALF = "half-"
LONGEST_WRITE = 60 * 60
"""Seconds: a half file older than this was left by a process that was killed."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A file that is safely on disk."""

    sha256: str
    size: int


def path_of(sha256: str, *, place: str = LOADED) -> Path:
    """Return where the file with that hash is, or would be."""
    return _folder(place) / f"{sha256}.xml"


def _folder(place: str) -> Path:
    folder = Path(settings.MEDIA_ROOT) / place
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


def keep(write: Callable[[BinaryIO], object], *, place: str = LOADED) -> Kept:
    """Keep what `write` writes, under its hash; half a file is never left under that name."""
    _clear_halves(_folder(place))
    handle, half = tempfile.mkstemp(dir=_folder(place), prefix=HALF)  # mode 0600
    try:
        with os.fdopen(handle, "w+b") as out:
            write(out)
            out.flush()
            os.fsync(out.fileno())
            size = out.tell()
            out.seek(0)
            sha256 = hashlib.file_digest(out, "sha256").hexdigest()
        Path(half).replace(path_of(sha256, place=place))
    except BaseException:
        Path(half).unlink(missing_ok=True)
        raise
    return Kept(sha256, size)


def copy(source: BinaryIO) -> Kept:
    """Keep a copy of the rest of an open file."""

    def write(out: BinaryIO) -> None:
        while piece := source.read(PIECE):
            out.write(piece)

    return keep(write)


def forget(sha256: str) -> None:
    """Delete a file; one that is gone already is no fault."""
    path_of(sha256).unlink(missing_ok=True)


def forget_all_but(needed: Collection[str]) -> int:
    """Delete loaded files of any other hash, and return how many there were.

    A young one is kept: the upload it is for may not be written down yet.
    """
    left = [path for path in _folder(LOADED).glob("*.xml") if path.stem not in needed]
    old = [path for path in left if _age(path) > LONGEST_WRITE]
    for path in old:
        path.unlink(missing_ok=True)
    return len(old)


def _age(path: Path) -> float:
    return time.time() - path.stat().st_mtime


def _clear_halves(folder: Path) -> None:
    for half in folder.glob(f"{HALF}*"):
        if _age(half) > LONGEST_WRITE:
            half.unlink(missing_ok=True)
