"""A sealed file gives back what was sealed, from any place, and nothing once it was changed."""

import io
import os

import pytest
from hypothesis import given
from hypothesis import strategies as draw

from sendpath.documents.sealing import MARK, PIECE, TAG, Sealer, Tampered, Unsealed, opened

KEY, ABOUT = bytes(range(32)), b"7/one"
SIZES = [0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE, 3 * PIECE + 5]


def sealed(content, *, about=ABOUT, step=10_000):
    out = io.BytesIO()
    sealer = Sealer(out, KEY, about=about)
    for start in range(0, len(content), step):
        sealer.write(content[start : start + step])
    sealer.finish()
    return out.getvalue()


def unsealed(file, *, key=KEY, about=ABOUT):
    with opened(io.BytesIO(file), key, about=about) as reader:
        return reader.read()


@pytest.mark.parametrize("size", SIZES)
def test_what_was_sealed_comes_back(size):
    content = os.urandom(size)

    file = sealed(content)

    assert unsealed(file) == content
    assert Unsealed(io.BytesIO(file), KEY, about=ABOUT).size == size
    assert content[:32] not in file or size < 8


@given(start=draw.integers(0, 3 * PIECE + 9), length=draw.integers(0, 2 * PIECE))
def test_any_place_is_read_without_what_lies_before(start, length):
    content = bytes(range(251)) * (3 * PIECE // 251 + 1)
    with opened(io.BytesIO(sealed(content, step=PIECE)), KEY, about=ABOUT) as reader:
        reader.seek(start)
        assert reader.read(length) == content[start : start + length]
        reader.seek(-length, os.SEEK_END)
        assert reader.tell() == max(0, len(content) - length)


def changed(file, place):
    return file[:place] + bytes([file[place] ^ 1]) + file[place + 1 :]


CONTENT = os.urandom(3 * PIECE + 100)
WHOLE = sealed(CONTENT)
ONE = PIECE + TAG
START = len(MARK)


@pytest.mark.parametrize(
    "file",
    [
        changed(WHOLE, 0),
        changed(WHOLE, START),
        changed(WHOLE, START + ONE + 7),
        changed(WHOLE, len(WHOLE) - 1),
        WHOLE[:-1],
        WHOLE[: START + 3 * ONE],  # the last piece cut off
        WHOLE[: START + ONE],
        WHOLE[:START],
        b"",
        WHOLE + bytes(5),
        WHOLE[:START] + WHOLE[START + ONE : START + 2 * ONE] + WHOLE[START : START + ONE]
        + WHOLE[START + 2 * ONE :],  # two pieces changed about
        WHOLE[:START] + WHOLE[START + ONE :],  # the first left out
    ],
)  # fmt: skip
def test_a_changed_file_is_refused(file):
    with pytest.raises(Tampered):
        unsealed(file)


def test_it_opens_with_its_own_key_and_in_its_own_place_only():
    with pytest.raises(Tampered):
        unsealed(WHOLE, key=bytes(32))
    with pytest.raises(Tampered):
        unsealed(WHOLE, about=b"8/one")


def test_an_empty_file_that_was_tampered_with_is_refused():
    with pytest.raises(Tampered):
        unsealed(changed(sealed(b""), START))
