"""Files of returns are whole or not there, and what a killed process left is cleared away."""

import os
import time
from io import BytesIO

import pytest

from sendpath.jobs import services as jobs
from sendpath.jobs.worker import run_one
from sendpath.returns.models import Upload
from sendpath.returns.services import files
from tests.returns.conftest import a_file, a_person


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


def make_old(path, seconds):
    written_at = time.time() - seconds
    os.utime(path, (written_at, written_at))


@pytest.mark.parametrize(("age", "left"), [(3500, 1), (3700, 0)])
def test_what_a_killed_process_left_is_cleared_after_an_hour(age, left):
    folder = files.path_of("any").parent
    half = folder / "half-abc"
    half.write_bytes(b"<Message>")
    make_old(half, age)

    files.copy(BytesIO(b"made up"))

    assert len(list(folder.glob("half-*"))) == left


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("state", "age", "left"),
    [
        ("ready", 3700, True),
        ("reading", 3700, True),
        ("accepting", 3700, True),
        ("accepted", 3500, True),
        ("accepted", 3700, False),
        ("cancelled", 3700, False),
        ("refused", 3700, False),
    ],
)
def test_each_night_a_file_goes_that_no_upload_needs(stage, state, age, left):
    upload = stage(a_file(a_person()))
    path = files.path_of(upload.sha256)
    make_old(path, age)
    Upload.objects.filter(pk=upload.pk).update(state=state)

    jobs.enqueue(kind="returns.forget", arguments={}, by=None)
    run_one(worker="tests")

    assert path.exists() == left
