"""However many write at once, and however one dies, each chain is one, and nothing said is lost."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.returns.own_record import OwnRecord

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("killed")]

WRITER = Path(__file__).with_name("a_writer.py")
START = (
    "import django, runpy, sys; django.setup(); sys.argv = sys.argv[1:]; "
    "runpy.run_path(sys.argv[0], run_name='__main__')"
)
KILLED = -9


@pytest.fixture(scope="module")
def own(tmp_path_factory):
    made = OwnRecord(tmp_path_factory.mktemp("audit") / "record")
    assert ended(start(made, "prepare")) == (0, "")
    yield made
    made.drop()


def start(own, *command):
    return subprocess.Popen(
        [sys.executable, "-c", START, str(WRITER), *command],
        env={**own.environment, "DJANGO_SETTINGS_MODULE": "sendpath.config.settings"},
        stdout=subprocess.PIPE,
        text=True,
    )


def ended(process):
    output, _ = process.communicate(timeout=120)
    return process.returncode, output


def promised(output):
    """Return the numbers of the changes and of the looks that a process was told are kept."""
    changes, looks = zip(*(line.split() for line in output.splitlines()), strict=True)
    return {(1, int(n)) for n in changes} | {(2, int(n)) for n in looks}


def test_processes_and_threads_that_write_at_once_and_one_that_dies(own):
    writing = [start(own, "write", name, "15", "2") for name in ("amber", "bo")]
    dying = start(own, "die", "cass")
    answers = [ended(process) for process in writing]
    code, output = ended(dying)

    assert [code for code, _ in answers] == [0, 0]
    assert code == KILLED
    told = json.loads(ended(start(own, "tell"))[1])
    assert told["faults"] == []
    kept = {(chain, number) for chain, number, _ in told["rows"]}
    said = promised(output).union(*(promised(text) for _, text in answers))
    assert kept == said == {(chain, n) for chain in (1, 2) for n in range(1, 70)}
