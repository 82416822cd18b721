"""Files sealed piece by piece with AES-GCM, so that a large one is never whole in memory.

Each piece is sealed with its place and whether it is the last, so pieces cannot be changed,
reordered, left out or cut off, nor moved to another document, without being found out. Any
place of a sealed file can be read without what lies before it.
"""

from __future__ import annotations

import io
import os
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

MARK = b"SPDOC001"
PIECE = 64 * 1024
TAG = 16
KEY_SIZE = SALT_SIZE = 32


class Tampered(Exception):
    """A sealed file is not what was sealed, or this is not its key."""


def key_of_file(data_key: bytes, salt: bytes) -> bytes:
    """Return the key of one file. Without its salt, the child's key does not open it."""
    return HKDF(SHA256(), KEY_SIZE, salt, b"sendpath document").derive(data_key)


class Sealer:
    """Seals what is written to it into a file. `key` must never have sealed anything before."""

    def __init__(self, into: BinaryIO, key: bytes, *, about: bytes) -> None:
        self._into, self._cipher, self._about = into, AESGCM(key), about
        self._waiting = bytearray()
        self._place = 0
        into.write(MARK)

    def write(self, piece: bytes) -> None:
        """Add to what is sealed."""
        self._waiting += piece
        # the last piece must say that it is, so one is always held back
        while len(self._waiting) > PIECE:
            self._seal(bytes(self._waiting[:PIECE]), last=False)
            del self._waiting[:PIECE]

    def finish(self) -> None:
        """Seal the last piece."""
        self._seal(bytes(self._waiting), last=True)
        self._waiting.clear()

    def _seal(self, piece: bytes, *, last: bool) -> None:
        nonce = _nonce(self._place, last=last)
        self._into.write(self._cipher.encrypt(nonce, piece, self._about))
        self._place += 1


class Unsealed(io.RawIOBase):
    """A sealed file as what was sealed in it; can be read from any place. Raises Tampered."""

    def __init__(self, sealed: BinaryIO, key: bytes, *, about: bytes) -> None:
        super().__init__()
        self._sealed, self._cipher, self._about = sealed, AESGCM(key), about
        length = sealed.seek(0, os.SEEK_END) - len(MARK)
        sealed.seek(0)
        if length < TAG or sealed.read(len(MARK)) != MARK:
            raise Tampered
        self._pieces = -(-length // (PIECE + TAG))
        self.size = length - self._pieces * TAG
        if self.size < 0:
            raise Tampered
        self._at = 0
        self._kept: tuple[int, bytes] = (-1, b"")

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        start = {os.SEEK_SET: 0, os.SEEK_CUR: self._at, os.SEEK_END: self.size}[whence]
        self._at = max(0, start + offset)
        return self._at

    def tell(self) -> int:
        return self._at

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]  # typeshed's Buffer is not importable before Python 3.12
        if self._at >= self.size:
            if not self.size:
                self._piece(0)  # an empty file may have been tampered with too
            return 0
        place, skip = divmod(self._at, PIECE)
        part = self._piece(place)[skip : skip + len(buffer)]
        buffer[: len(part)] = part
        self._at += len(part)
        return len(part)

    def close(self) -> None:
        self._sealed.close()
        super().close()

    def _piece(self, place: int) -> bytes:
        if self._kept[0] != place:
            self._sealed.seek(len(MARK) + place * (PIECE + TAG))
            nonce = _nonce(place, last=place == self._pieces - 1)
            try:
                piece = self._cipher.decrypt(nonce, self._sealed.read(PIECE + TAG), self._about)
            except InvalidTag:
                raise Tampered from None
            self._kept = place, piece
        return self._kept[1]


def opened(sealed: BinaryIO, key: bytes, *, about: bytes) -> io.BufferedReader:
    """Return a sealed file open for reading. Raises Tampered, now or while it is read."""
    try:
        return io.BufferedReader(Unsealed(sealed, key, about=about), PIECE)
    except Tampered:
        sealed.close()
        raise


def _nonce(place: int, *, last: bool) -> bytes:
    return place.to_bytes(8, "big") + bytes([last]) + bytes(3)
