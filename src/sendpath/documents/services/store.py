"""Where sealed files lie: a folder, or a store that speaks S3. What lies there is unreadable."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, cast

from django.core.files import File
from django.core.files.storage import FileSystemStorage, Storage, storages

ALIAS = "documents"
FOLDER = "documents"
HALF = "half-"
PIECE = 1024 * 1024


class DurableFolder(FileSystemStorage):
    """A folder in which a file is there whole or not at all, even after a power cut."""

    def _save(self, name: str, content: File[bytes]) -> str:
        target = Path(self.path(name))
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, half = tempfile.mkstemp(dir=target.parent, prefix=HALF)  # mode 0600
        try:
            with os.fdopen(handle, "wb") as out:
                for piece in content.chunks(PIECE):
                    out.write(piece)
                out.flush()
                os.fsync(out.fileno())
            Path(half).replace(target)
        except BaseException:
            Path(half).unlink(missing_ok=True)
            raise
        folder = os.open(target.parent, os.O_RDONLY)
        os.fsync(folder)
        os.close(folder)
        return name


def _store() -> Storage:
    return storages[ALIAS]


def keep(name: str, sealed: BinaryIO) -> None:
    """Keep a sealed file under a name that was never used before."""
    sealed.seek(0)
    _store().save(f"{FOLDER}/{name}", File(sealed, name=name))


def open_sealed(name: str) -> BinaryIO:
    """Return a sealed file, open for reading from any place."""
    return cast(BinaryIO, _store().open(f"{FOLDER}/{name}", "rb"))


def forget(name: str) -> None:
    """Delete a sealed file; one that is gone already is no fault."""
    with contextlib.suppress(FileNotFoundError):
        _store().delete(f"{FOLDER}/{name}")


def names_kept() -> Iterator[tuple[str, datetime]]:
    """Yield the name of every file that lies there, half files too, and when it was written."""
    try:
        _, names = _store().listdir(FOLDER)
    except FileNotFoundError:
        return
    for name in names:
        with contextlib.suppress(FileNotFoundError):
            yield name, _store().get_modified_time(f"{FOLDER}/{name}")
