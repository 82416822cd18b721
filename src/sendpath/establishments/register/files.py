"""Extracts of the register on disk, under their hash, until they are accepted or left."""

from __future__ import annotations

import hashlib
import os
import tempfile
import time
from pathlib import Path
from typing import BinaryIO

from django.conf import settings
from django.db.models import Q

from sendpath.establishments.models import RegisterLoad

PIECE = 1024 * 1024
NEEDED = [RegisterLoad.State.READING, RegisterLoad.State.READY, RegisterLoad.State.ACCEPTING]
LONGEST_WRITE = 60 * 60
"""Seconds: an older file that no load needs was left by a process that was killed."""


def _folder() -> Path:
    folder = Path(settings.MEDIA_ROOT) / "register"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


def path_of(sha256: str) -> Path:
    """Return where the file with that hash is, or would be."""
    return _folder() / f"{sha256}.csv"


def keep(source: BinaryIO) -> str:
    """Keep a copy of an open file and return its hash. No half of it is left under that name."""
    source.seek(0)
    handle, half = tempfile.mkstemp(dir=_folder(), prefix="half-")
    try:
        with os.fdopen(handle, "w+b") as out:
            while piece := source.read(PIECE):
                out.write(piece)
            out.flush()
            os.fsync(out.fileno())
            out.seek(0)
            sha256 = hashlib.file_digest(out, "sha256").hexdigest()
        Path(half).replace(path_of(sha256))
    except BaseException:
        Path(half).unlink(missing_ok=True)
        raise
    return sha256


def forget_unneeded() -> None:
    """Delete the files of loads that are over. A young one may belong to a load to come."""
    open_loads = RegisterLoad.objects.filter(state__in=NEEDED)
    needed = {
        sha256 for hashes in open_loads.values_list("sha256", "links_sha256") for sha256 in hashes
    }
    for path in _folder().iterdir():
        old = time.time() - path.stat().st_mtime > LONGEST_WRITE
        over = RegisterLoad.objects.filter(Q(sha256=path.stem) | Q(links_sha256=path.stem))
        if path.stem not in needed and (old or over.exists()):
            path.unlink(missing_ok=True)
