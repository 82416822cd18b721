"""Killed in the middle of its writes, the service has lost nothing that it said was done."""

from __future__ import annotations

import contextlib
import json
import os
import re
import signal
import socket
import sqlite3
import subprocess
import sys
import threading
import time
from pathlib import Path

import psycopg
import pytest
import requests
from django.db import connection

from tests.config.a_service import RETURNS
from tests.returns.own_record import OwnRecord

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("killed")]

SCRIPT = Path(__file__).with_name("a_service.py")
START = (
    "import django, runpy, sys; django.setup(); sys.argv = sys.argv[1:]; "
    "runpy.run_path(sys.argv[0], run_name='__main__')"
)
SECONDS = 30
DAY = {"occurred_on_day": "16", "occurred_on_month": "1", "occurred_on_year": "2026"}


def environment(record):
    return {
        **record.environment,
        "SENDPATH_TODAY": "2026-01-19",
        "SENDPATH_DEBUG": "1",  # so that static files need not be collected first
        "DJANGO_SETTINGS_MODULE": "sendpath.config.settings",
    }


def do(record, *command):
    done = subprocess.run(
        [sys.executable, "-c", START, str(SCRIPT), *command],
        env=environment(record), capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


def told(record):
    return json.loads(do(record, "tell"))


def start(record, *command):
    """Start a process in a group of its own, so that all of it can be killed at once."""
    return subprocess.Popen(
        [sys.executable, *command],
        env=environment(record), start_new_session=True,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip


def kill(process):
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def until(true):
    """Wait until something is so."""
    end = time.monotonic() + SECONDS
    while not true():
        assert time.monotonic() < end
        time.sleep(0.01)


@pytest.fixture(scope="module")
def prepared(tmp_path_factory):
    record = OwnRecord(tmp_path_factory.mktemp("service") / "prepared")
    do(record, "prepare")
    yield record
    record.drop()


@pytest.fixture
def record(prepared, tmp_path):
    record = prepared.copy(tmp_path / "data")
    yield record
    record.drop()


def done_jobs(record):
    ask = "SELECT count(*) FROM jobs_job WHERE kind = 'returns.write' AND state = 'done'"
    if connection.vendor == "postgresql":
        with psycopg.connect(record.environment["SENDPATH_DATABASE_URL"]) as database:
            return database.execute(ask).fetchone()[0]
    with contextlib.closing(sqlite3.connect(record.folder / "sendpath.sqlite3")) as database:
        return database.execute(ask).fetchone()[0]


def test_a_killed_worker_leaves_its_jobs_to_the_next_and_none_is_done_twice(record):
    worker = start(record, "-m", "sendpath.config.cli", "worker")
    until(lambda: done_jobs(record))
    kill(worker)
    do(record, "free")

    worker = start(record, "-m", "sendpath.config.cli", "worker")
    until(lambda: done_jobs(record) == RETURNS)
    worker.send_signal(signal.SIGTERM)

    assert worker.wait(SECONDS) == 0
    now = told(record)
    assert now["serials"] == [f"{n:03}" for n in range(1, RETURNS + 1)]
    assert (now["jobs"], now["wrong"]) == (["done"] * RETURNS, [])
    assert now["stopped"] == 1  # the one that was killed could not say so


class Officer(threading.Thread):
    """Somebody who records one thing after another in a case, and notes what was acknowledged."""

    def __init__(self, address, case, session):
        super().__init__(daemon=True)
        self.case, self.acknowledged = case, 1
        self.page = f"{address}/cases/C{int(case):06}/record/plan.draft_sent"
        self.http = requests.Session()
        self.http.cookies["sessionid"] = session

    def run(self):
        with contextlib.suppress(requests.RequestException):
            while True:
                self.record_one()

    def record_one(self):
        form = self.http.get(self.page, timeout=SECONDS).text
        token = re.search(r'csrfmiddlewaretoken" value="(\w+)"', form)[1]
        said = {"step": "save", "after_entry": self.acknowledged, "csrfmiddlewaretoken": token}
        answer = self.http.post(self.page, said | DAY, allow_redirects=False, timeout=SECONDS)
        assert answer.status_code == 302
        self.acknowledged += 1


@pytest.fixture
def serve(record):
    started = []

    def begin():
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        server = start(
            record, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1",
            "--port", str(port), "--workers", "1", "--blocking-threads", "2",
            "sendpath.config.wsgi:application",
        )  # fmt: skip
        started.append(server)
        address = f"http://127.0.0.1:{port}"

        def answers():
            with contextlib.suppress(requests.RequestException):
                return requests.get(f"{address}/healthz", timeout=1).status_code == 200
            return False

        until(answers)
        return server, address

    yield begin
    for server in started:
        with contextlib.suppress(ProcessLookupError):
            kill(server)


def test_a_killed_server_has_kept_every_write_it_acknowledged_and_half_done_none(record, serve):
    server, address = serve()
    session = do(record, "session")
    officers = [Officer(address, case, session) for case in ("1", "2")]
    for officer in officers:
        officer.start()
    until(lambda: all(officer.acknowledged > 5 for officer in officers))
    kill(server)
    for officer in officers:
        officer.join(SECONDS)

    now = told(record)

    for officer in officers:
        # what was on its way when it died may be in, whole, or not at all
        assert now["events"][officer.case] - officer.acknowledged in (0, 1)
    assert now["logged"] == sum(now["events"].values())
    assert now["wrong"] == []
    _, address = serve()
    later = Officer(address, "1", session)
    later.acknowledged = now["events"]["1"]
    later.record_one()
