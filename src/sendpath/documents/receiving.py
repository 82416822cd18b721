"""Uploads as they arrive: sealed before they touch a disk, and stopped when they are too large."""

from __future__ import annotations

import secrets
import tempfile
from typing import Any, BinaryIO, cast

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, StopUpload

from sendpath.documents import sealing

ABOUT = b"upload"
MOST_FILES = 20
AROUND_FILES = 1_000_000
"""Bytes of a form that are not files: more than any browser adds."""


def largest_request() -> int:
    """Return how many bytes may come at once: the files of one form together."""
    return 2 * int(settings.LARGEST_DOCUMENT) + AROUND_FILES


class SealingHandler(FileUploadHandler):
    """Seals each file under a key that exists in memory only, while it arrives.

    The file on disk has no name, so that a process that is killed leaves nothing behind.
    `too_large` holds the name of a file that was stopped, and `too_many` whether one was.
    """

    def __init__(self) -> None:
        super().__init__()
        self.files = 0
        self.too_large = ""
        self.too_many = False

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Begin a file."""
        super().new_file(*args, **kwargs)
        self.files += 1
        if self.files > MOST_FILES:
            self.too_many = True
            raise StopUpload(connection_reset=True)
        self._key, self._size = secrets.token_bytes(sealing.KEY_SIZE), 0
        self._sealed = cast(BinaryIO, tempfile.TemporaryFile())  # noqa: SIM115  # closed with the upload
        self._sealer = sealing.Sealer(self._sealed, self._key, about=ABOUT)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Seal the next piece, or stop."""
        self._size += len(raw_data)
        if self._size > settings.LARGEST_DOCUMENT:
            self.too_large = self.file_name or ""
            self._sealed.close()
            raise StopUpload(connection_reset=True)
        self._sealer.write(raw_data)

    def file_complete(self, file_size: int) -> UploadedFile[bytes]:
        """Return the file, to be read as it was sent. It is gone with the request."""
        self._sealer.finish()
        return UploadedFile(
            file=sealing.opened(self._sealed, self._key, about=ABOUT),
            name=self.file_name,
            size=file_size,
        )

    def upload_interrupted(self) -> None:
        """Let go of half a file."""
        if self.files and not self._sealed.closed:
            self._sealed.close()
