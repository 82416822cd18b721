"""Makes a screenshot's PNG smaller: sixteen colours, two pixels to a byte."""

from __future__ import annotations

import struct
import zlib
from collections import Counter
from collections.abc import Iterator

SIGNATURE = b"\x89PNG\r\n\x1a\n"
COLOURS = 16
DEPTH = 4
RGB, RGBA, PALETTE = 2, 6, 3
Colour = tuple[int, int, int]


def smaller(png: bytes) -> bytes:
    """Return a PNG of 8-bit colour as one with a palette of the commonest colours.

    Raises `ValueError` for a PNG of another sort. Transparency is dropped.
    """
    chunks = dict(_chunks(png))
    width, height, depth, kind = struct.unpack(">IIBB", chunks[b"IHDR"][:10])
    if depth != 8 or kind not in {RGB, RGBA}:
        raise ValueError(f"A PNG of {depth} bits and kind {kind} cannot be made smaller here.")
    size = 4 if kind == RGBA else 3
    rows = [
        [(row[x], row[x + 1], row[x + 2]) for x in range(0, width * size, size)]
        for row in _rows(zlib.decompress(chunks[b"IDAT"]), width * size, height, size)
    ]
    counted = Counter(colour for row in rows for colour in row)
    palette = [colour for colour, _ in counted.most_common(COLOURS)]
    place = {colour: _nearest(colour, palette) for colour in counted}
    packed = b"".join(b"\0" + _halved([place[colour] for colour in row]) for row in rows)
    head = struct.pack(">IIBBBBB", width, height, DEPTH, PALETTE, 0, 0, 0)
    return SIGNATURE + b"".join(
        (
            _chunk(b"IHDR", head),
            _chunk(b"PLTE", bytes(part for colour in palette for part in colour)),
            _chunk(b"IDAT", zlib.compress(packed, 9)),
            _chunk(b"IEND", b""),
        )
    )


def _halved(row: list[int]) -> bytes:
    """Return a row with two pixels in a byte, the left one in its upper half."""
    even = row + [0] * (len(row) % 2)
    pairs = zip(even[::2], even[1::2], strict=True)
    return bytes(left << DEPTH | right for left, right in pairs)


def _nearest(colour: Colour, palette: list[Colour]) -> int:
    return min(
        range(len(palette)),
        key=lambda n: sum((a - b) ** 2 for a, b in zip(colour, palette[n], strict=True)),
    )


def _chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield each chunk by its name, the parts of the picture itself joined into one."""
    at, data = len(SIGNATURE), b""
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        name, body = png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        if name == b"IDAT":
            data += body
        else:
            yield name, body
        at += 12 + length
    yield b"IDAT", data


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def _rows(data: bytes, length: int, height: int, size: int) -> Iterator[bytearray]:
    """Yield each row of a picture with its filter undone (PNG specification, part 9)."""
    above = bytearray(length)
    for number in range(height):
        start = number * (length + 1)
        row = bytearray(data[start + 1 : start + 1 + length])
        _undo(data[start], row, above, size)
        yield row
        above = row


def _undo(kind: int, row: bytearray, above: bytearray, size: int) -> None:
    for x in range(len(row)):
        left = row[x - size] if x >= size else 0
        corner = above[x - size] if x >= size else 0
        if kind == 1:
            row[x] = (row[x] + left) & 255
        elif kind == 2:
            row[x] = (row[x] + above[x]) & 255
        elif kind == 3:
            row[x] = (row[x] + (left + above[x]) // 2) & 255
        elif kind == 4:
            row[x] = (row[x] + _paeth(left, above[x], corner)) & 255


def _paeth(left: int, above: int, corner: int) -> int:
    guess = left + above - corner
    return min((left, above, corner), key=lambda near: abs(guess - near))
