"""Files of returns are whole or not there, and what a killed process left is cleared away."""

import os
import time
from io import BytesIO

import pytest

from sendpath.returns.services import files


def test_a_file_is_kept_under_its_hash():
    kept = files.copy(BytesIO(b"made up"))

    assert files.path_of(kept.sha256).read_bytes() == b"made up"
    assert (len(kept.sha256), kept.size) == (64, 7)


def test_half_a_file_is_never_left():
    def write(out):
        out.write(b"half")
        raise OSError("no space")

    with pytest.raises(OSError, match="no space"):
        files.keep(write)

    assert list(files.path_of("any").parent.iterdir()) == []


@pytest.mark.parametrize(("age", "left"), [(3500, 1), (3700, 0)])
def test_what_a_killed_process_left_is_cleared_after_an_hour(age, left):
    folder = files.path_of("any").parent
    half = folder / "half-abc"
    half.write_bytes(b"<Message>")
    written_at = time.time() - age
    os.utime(half, (written_at, written_at))

    files.copy(BytesIO(b"made up"))

    assert len(list(folder.glob("half-*"))) == left
