"""A worker killed at any moment leaves nothing half done, and the next one ends the work."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from sendpath.returns.hartwell import Size, return_name, write_area

pytestmark = pytest.mark.slow

WORKER = Path(__file__).with_name("a_worker.py")
START = (
    "import django, runpy, sys; django.setup(); sys.argv = sys.argv[1:]; "
    "runpy.run_path(sys.argv[0], run_name='__main__')"
)
KILLED = -9
MOMENTS = [0.05, 0.4, 0.7, 0.95]
"""How far through its statements the worker is when it is killed."""


def run(folder, *command, dies_at=0):
    environment = {
        **os.environ,
        "SENDPATH_DATA": str(folder),
        "SENDPATH_TODAY": "2026-01-19",
        "DJANGO_SETTINGS_MODULE": "sendpath.config.settings",
        "DIES_AT": str(dies_at),
    }
    environment.pop("SENDPATH_DATABASE_URL", None)
    return subprocess.run(
        [sys.executable, "-c", START, str(WORKER), *command],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def ended(folder, *command):
    done = run(folder, *command)
    assert done.returncode == 0, done.stderr
    return done.stdout


def end(folder):
    """Let a worker end the job; return how many statements it took and what the record says."""
    statements, told = ended(folder, "end").splitlines()
    return int(statements), json.loads(told)


@pytest.fixture(scope="module")
def steps(tmp_path_factory):
    """Do all of it without interruption, keeping the state before and after each job."""
    area = tmp_path_factory.mktemp("area")
    write_area(area, size=Size.SMALL, seed=1)
    kept = tmp_path_factory.mktemp("kept")
    folder = kept / "now"
    folder.mkdir()
    ended(folder, "prepare", str(area / return_name(2026)))
    shutil.copytree(folder, kept / "received")
    statements, whole = {}, {}
    statements["received"], whole["received"] = end(folder)
    ended(folder, "ask")
    shutil.copytree(folder, kept / "asked")
    statements["asked"], whole["asked"] = end(folder)
    return kept, statements, whole


@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize("before", ["received", "asked"])
def test_the_next_worker_ends_with_the_same_record(steps, tmp_path, before, moment):
    kept, statements, whole = steps
    folder = shutil.copytree(kept / before, tmp_path / "data")

    killed = run(folder, "work", dies_at=max(1, round(statements[before] * moment)))
    assert killed.returncode == KILLED, killed.stderr
    _, told = end(folder)

    assert told == whole[before]


def test_the_record_of_an_uninterrupted_run_is_whole(steps):
    _, _, whole = steps
    state, counts = whole["asked"]["upload"]

    assert state == "accepted"
    assert len(whole["asked"]["people"]) == counts["people"] == counts["done"]["people"]
    assert whole["received"]["events"] == []
