"""A picture made smaller shows what it showed."""

import struct
import zlib
from itertools import product

import pytest

from tools.small_png import smaller

WHITE, BLACK, BLUE, RED = (255, 255, 255), (0, 0, 0), (29, 78, 90), (202, 53, 53)
ROWS = [
    [WHITE, BLUE, BLUE, RED, BLACK],
    [RED, WHITE, BLUE, BLACK, BLACK],
    [BLACK, RED, WHITE, WHITE, BLUE],
]


def chunk(name, body):
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def png(rows, *, filters, kind=2, depth=8):
    """Write a picture, each row under the filter of the PNG specification given for it."""
    size = 4 if kind == 6 else 3
    flat = [[part for colour in row for part in (*colour, 255)[:size]] for row in rows]
    data, above = b"", [0] * len(flat[0])
    for number, row in zip(filters, flat, strict=True):
        left = [0] * size + row[:-size]
        corner = [0] * size + above[:-size]
        guess = [
            predicted(number, *near) for near in zip(left, above, corner, strict=True)
        ]  # fmt: skip
        data += bytes([number, *((a - b) % 256 for a, b in zip(row, guess, strict=True))])
        above = row
    head = struct.pack(">IIBBBBB", len(rows[0]), len(rows), depth, kind, 0, 0, 0)
    half = len(zlib.compress(data)) // 2
    parts = (zlib.compress(data)[:half], zlib.compress(data)[half:])
    body = b"".join(chunk(b"IDAT", part) for part in parts)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + body + chunk(b"IEND", b"")


def predicted(number, left, above, corner):
    if number == 4:
        guess = left + above - corner
        return min((left, above, corner), key=lambda near: abs(guess - near))
    return (0, left, above, (left + above) // 2)[number]


def colours(picture):
    """Read a picture of 16 colours without filters, as `smaller` writes it."""
    at, chunks = 8, {}
    while at < len(picture):
        (length,) = struct.unpack(">I", picture[at : at + 4])
        chunks[picture[at + 4 : at + 8]] = picture[at + 8 : at + 8 + length]
        at += 12 + length
    width, height, depth, kind = struct.unpack(">IIBB", chunks[b"IHDR"][:10])
    assert (depth, kind) == (4, 3)
    palette = list(zip(*[iter(chunks[b"PLTE"])] * 3, strict=True))
    data, step = zlib.decompress(chunks[b"IDAT"]), 1 + (width + 1) // 2
    rows = [data[n * step + 1 : (n + 1) * step] for n in range(height)]
    return [[palette[p] for byte in row for p in (byte >> 4, byte & 15)][:width] for row in rows]


@pytest.mark.parametrize(("kind", "number"), list(product((2, 6), range(5))))
def test_every_pixel_of_a_picture_of_few_colours_stays(kind, number):
    assert colours(smaller(png(ROWS, filters=[number] * 3, kind=kind))) == ROWS


def test_a_rare_colour_becomes_the_nearest_common_one():
    common = [[(n * 16, 0, 0)] * 2 for n in range(16)]

    made = colours(smaller(png([*common, [(33, 0, 0), (240, 0, 0)]], filters=[0] * 17)))

    assert made == [*common, [(32, 0, 0), (240, 0, 0)]]


def test_a_picture_of_another_sort_is_refused():
    with pytest.raises(ValueError, match="A PNG of 16 bits and kind 2 cannot be made smaller here"):
        smaller(png(ROWS, filters=[0] * 3, depth=16))
