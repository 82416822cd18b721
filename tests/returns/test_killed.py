"""A process killed at any moment leaves nothing half done, and the next one ends the work."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from sendpath.returns.hartwell import Size, return_name, write_area
from tests.returns.own_record import OwnRecord

# the import before it is killed is done once, so one worker of pytest does them all
pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("killed")]

WORKER = Path(__file__).with_name("a_worker.py")
START = (
    "import django, runpy, sys; django.setup(); sys.argv = sys.argv[1:]; "
    "runpy.run_path(sys.argv[0], run_name='__main__')"
)
KILLED = -9
MOMENTS = [0.05, 0.4, 0.7, 0.95]
"""How far through its statements the process is when it is killed."""
RECORDED = ("people", "events", "items")


def run(record, *command, dies_at=0):
    environment = {
        **record.environment,
        "SENDPATH_TODAY": "2026-01-19",
        "DJANGO_SETTINGS_MODULE": "sendpath.config.settings",
        "DIES_AT": str(dies_at),
    }
    return subprocess.run(
        [sys.executable, "-c", START, str(WORKER), *command],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def ended(record, *command):
    done = run(record, *command)
    assert done.returncode == 0, done.stderr
    return done.stdout


def watched(record, *command):
    """Let a process do it all; return what stood before and after, and the statements it took."""
    return json.loads(ended(record, *command))


def kill(record, *command, statements, moment):
    """Kill a process so far through its statements."""
    done = run(record, *command, dies_at=max(1, round(statements * moment)))
    assert done.returncode == KILLED, done.stderr


class Steps:
    """The import done without interruption: the record before each step, and what came of it."""

    def __init__(self, folder):
        area = folder / "area"
        area.mkdir()
        write_area(area, size=Size.SMALL, seed=1)
        self.file = str(area / return_name(2026))
        self.before, self.statements, self.whole = {}, {}, {}
        now = OwnRecord(folder / "now")
        ended(now, "prepare")
        alone = now.copy(folder / "alone")
        self._measure("commanded", alone, "load", self.file)
        ended(now, "receive", self.file)
        self._measure("received", now, "work")
        ended(now, "ask")
        self._measure("asked", now, "work")
        for record in (now, alone):
            record.drop()

    def _measure(self, name, now, *command):
        self.before[name] = now.copy(now.folder.with_name(name))
        done = watched(now, *command)
        self.statements[name], self.whole[name] = done["statements"], done["after"]


@pytest.fixture(scope="module")
def steps(tmp_path_factory):
    steps = Steps(tmp_path_factory.mktemp("killed"))
    yield steps
    for record in steps.before.values():
        record.drop()


@pytest.fixture
def record_before(steps, tmp_path):
    copies = []

    def copy(name):
        copies.append(steps.before[name].copy(tmp_path / "data"))
        return copies[-1]

    yield copy
    for record in copies:
        record.drop()


def test_the_record_of_an_uninterrupted_import_is_whole(steps):
    whole = steps.whole["asked"]
    ((state, counts),) = whole["uploads"]

    assert (state, whole["wrong"], whole["staged"]) == ("accepted", [], [])
    assert len(whole["people"]) == counts["people"] == counts["done"]["people"]
    assert steps.whole["received"]["events"] == []
    assert steps.whole["commanded"] == whole


@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize("before", ["received", "asked"])
def test_the_next_worker_ends_with_the_same_record(steps, record_before, before, moment):
    record = record_before(before)

    kill(record, "work", statements=steps.statements[before], moment=moment)
    next_worker = watched(record, "work")

    left = next_worker["before"]
    assert left["wrong"] == []
    assert len(left["people"]) == sum(applied for *_, applied in left["staged"])
    assert next_worker["after"] == steps.whole[before]


@pytest.mark.parametrize("moment", [0.05, 0.4, 0.95])
def test_the_command_run_again_ends_with_the_same_record(steps, record_before, moment):
    record, whole = record_before("commanded"), steps.whole["commanded"]
    load = "load", steps.file

    kill(record, *load, statements=steps.statements["commanded"], moment=moment)
    again = watched(record, *load)

    told = again["after"]
    assert again["before"]["wrong"] == told["wrong"] == []
    assert [told[kind] for kind in RECORDED] == [whole[kind] for kind in RECORDED]
    assert {state for state, _ in told["uploads"]} <= {"accepted", "cancelled"}
    assert (told["staged"], told["files"]) == ([], [])
