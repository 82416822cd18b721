"""A county's return is read and checked in seconds and in the memory of a few people."""

import io
import time
import tracemalloc

import pytest

from core.sen2.made_up import SURVEY, header, old_plan, person
from sendpath.core.sen2.validate import validate
from sendpath.core.sen2.write import write_return

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def county(tmp_path_factory):
    path = tmp_path_factory.mktemp("sen2") / "county.xml"
    people = (person(n, *([old_plan()] if n % 2 else [])) for n in range(1, 25_001))
    with path.open("wb") as out:
        write_return(out, survey=SURVEY, header=header(), persons=people)
    return path


def test_twenty_five_thousand_people_are_checked_in_twelve_seconds(county):
    started = time.process_time()

    with county.open("rb") as file:
        report = validate(file, size=county.stat().st_size)

    assert report.counts["person"] == 25_000
    assert report.issues == ()
    assert time.process_time() - started < 12


def test_the_people_are_never_all_in_memory():
    out = io.BytesIO()
    people = (person(n, old_plan()) for n in range(1, 4_001))
    write_return(out, survey=SURVEY, header=header(), persons=people)
    size = out.tell()
    out.seek(0)
    tracemalloc.start()

    report = validate(out, size=size)

    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert report.counts["person"] == 4_000
    assert most < size
