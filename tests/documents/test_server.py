"""A real server and a real nginx: killed in mid-upload, sent to slowly, sent 20 MB at once."""

from __future__ import annotations

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest

from tests.returns.own_record import OwnRecord

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("killed")]

SENDER = Path(__file__).with_name("a_sender.py")
NGINX = Path(__file__).parents[2] / "docs" / "nginx.conf"
START = (
    "import django, runpy, sys; django.setup(); sys.argv = sys.argv[1:]; "
    "runpy.run_path(sys.argv[0], run_name='__main__')"
)
KEY = "dGVzdHMgb25seSwgbmV2ZXIgZm9yIGEgcmVjb3JkISE="
EDGE = "----a-form"
HEAD = "\r\n".join(
    f'--{EDGE}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}'
    for name, value in (
        ("kind", "report"),
        ("sensitivity", "ordinary"),
        ("visibility", "officers"),
        ("csrfmiddlewaretoken", "t" * 32),
    )
)
FILE = (
    f'\r\n--{EDGE}\r\nContent-Disposition: form-data; name="files_sent"; filename="a.txt"\r\n'
    "Content-Type: text/plain\r\n\r\n"
)
END = f"\r\n--{EDGE}--\r\n".encode()
MB = 1_000_000


def run(record, *command, dies_at=0, dies=False):
    done = subprocess.run(
        [sys.executable, "-c", START, str(SENDER), *command],
        env={**record.environment, "DIES_AT": str(dies_at)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == (-signal.SIGKILL if dies else 0), done.stderr
    return json.loads(done.stdout or "null")


@pytest.fixture(scope="module")
def prepared(tmp_path_factory):
    """A record with a child in it, and the session of an officer."""
    record = OwnRecord(tmp_path_factory.mktemp("served") / "data")
    record.environment |= {
        "DJANGO_SETTINGS_MODULE": "sendpath.config.settings",
        "SENDPATH_DOCUMENT_KEYS": KEY,
        "SENDPATH_SECRET_KEY": "for these tests only",
    }
    told = run(record, "prepare")
    yield record, told
    record.drop()


@pytest.fixture
def record(prepared, tmp_path):
    made, told = prepared
    record = copied(made, tmp_path / "data")
    record.told = told
    yield record
    record.drop()


def copied(made, folder):
    """Return a record that holds the same, under the same settings but for where it lies."""
    record = made.copy(folder)
    record.environment = {**made.environment, **_own(record)}
    return record


def _own(record):
    names = ("SENDPATH_DATA", "SENDPATH_DATABASE_URL")
    return {name: value for name, value in record.environment.items() if name in names}


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as free:
        return free.getsockname()[1]


def answers(port):
    for _ in range(150):
        try:
            if get(port, "/healthz")[0] == 200:
                return
        except OSError:
            pass
        time.sleep(0.2)
    raise AssertionError("The server did not answer")


def get(port, path, **headers):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", path, headers=headers)
    answer = connection.getresponse()
    found = answer.status, answer.read()
    connection.close()
    return found


@contextmanager
def served(record, temporary):
    """Have a server answer, with one worker of two threads as in the demonstration."""
    port = free_port()
    process = subprocess.Popen(
        [
            Path(sys.executable).with_name("granian"), "--interface", "wsgi", "--host",
            "127.0.0.1", "--port", str(port), "--workers", "1", "--blocking-threads", "2",
            "--workers-kill-timeout", "2", "--log-level", "error",
            "sendpath.config.wsgi:application",
        ],
        env={**record.environment, "TMPDIR": str(temporary), "PYTHONPATH": "src"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        answers(port)
        yield port, process
    finally:
        for child in psutil.Process(process.pid).children() if process.poll() is None else []:
            child.kill()
        process.kill()
        process.wait(10)


def request_of(record, length):
    """Return the head of an upload so long, up to where the file begins."""
    form = (HEAD + FILE).encode()
    head = (
        f"POST /documents/of/{record.told['person']}/add HTTP/1.1\r\nHost: localhost\r\n"
        f"Cookie: sessionid={record.told['session']}; csrftoken={'t' * 32}\r\n"
        f"Accept: application/json\r\nContent-Type: multipart/form-data; boundary={EDGE}\r\n"
        f"Content-Length: {len(form) + length + len(END)}\r\n\r\n"
    )
    return head.encode() + form


def answer_to(sending):
    told = b""
    while piece := sending.recv(65536):
        told += piece
        if b"}" in told:
            break
    return told.partition(b"\r\n")[0].decode(), told


def test_a_process_killed_at_any_moment_leaves_a_whole_document_or_none(record, tmp_path):
    whole = copied(record, tmp_path / "whole")
    statements = run(whole, "add")["statements"]
    whole.drop()
    assert statements > 8

    for dies_at in sorted({2, statements // 2, statements - 1, statements}):
        again = copied(record, tmp_path / f"at{dies_at}")
        run(again, "add", dies_at=dies_at, dies=True)
        told = run(again, "tell")
        again.drop()

        assert told["documents"] == told["whole"] == told["jobs"]
        assert told["files"] == told["known"]


def test_a_server_killed_in_mid_upload_leaves_nothing(record, tmp_path):
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    with served(record, temporary) as (port, process):
        (worker,) = psutil.Process(process.pid).children()
        sending = socket.create_connection(("127.0.0.1", port))
        sending.sendall(request_of(record, 20 * MB))
        sending.sendall(b"words " * (MB // 3))
        time.sleep(1)
        assert [path.name for path in temporary.iterdir()] == []  # what came has no name
        os.kill(process.pid, signal.SIGKILL)
        worker.kill()
        sending.close()

    assert list(temporary.iterdir()) == []
    told = run(record, "tell")
    assert (told["documents"], told["before"], told["jobs"]) == (0, [], 0)


def test_20_megabytes_take_less_than_50_of_memory(record, tmp_path):
    with served(record, tmp_path) as (port, process):
        (worker,) = psutil.Process(process.pid).children()
        get(port, "/", Host="localhost", Cookie=f"sessionid={record.told['session']}")
        _send(record, port, b"words " * 1000)  # whatever is read in once has been
        before = worker.memory_info().rss

        status, told = _send(record, port, b"words " * (20 * MB // 6))

        assert (status, b'{"added": 1}' in told) == ("HTTP/1.1 200 OK", True)
        assert _peak(worker) - before < 50 * MB


def _send(record, port, content):
    sending = socket.create_connection(("127.0.0.1", port), timeout=60)
    sending.sendall(request_of(record, len(content)) + content + END)
    answer = answer_to(sending)
    sending.close()
    return answer


def _peak(process):
    status = Path(f"/proc/{process.pid}/status").read_text()
    (line,) = (line for line in status.splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) * 1024


@contextmanager
def nginx_before(port, folder, patience):
    """Have nginx answer by the lines that docs/ gives, on another port and with less patience."""
    own, where = free_port(), tempfile.mkdtemp(dir=folder)
    lines = NGINX.read_text()
    for said, meant in (
        ("listen 127.0.0.1:8080", f"listen 127.0.0.1:{own}"),
        ("127.0.0.1:8000", f"127.0.0.1:{port}"),
        ("client_body_timeout 20s", f"client_body_timeout {patience}s"),
        ("/dev/shm/sendpath-uploads", f"{where}/uploads"),
        ("/run/sendpath-nginx.pid", f"{where}/pid"),
        ("http {", f"http {{ proxy_temp_path {where}/proxy;"),
        ("worker_processes 1;", "worker_processes 1; user root;" if os.getuid() == 0 else ""),
    ):
        assert said in lines, said
        lines = lines.replace(said, meant)
    (Path(where) / "nginx.conf").write_text(lines)
    process = subprocess.Popen(
        ["/usr/sbin/nginx", "-c", f"{where}/nginx.conf", "-p", where, "-g", "daemon off;"],
        stderr=subprocess.DEVNULL,
    )
    try:
        answers(own)
        yield own
    finally:
        process.terminate()
        process.wait(10)


def test_slow_uploads_hold_nothing_of_the_service(record, tmp_path):
    with served(record, tmp_path) as (port, _), nginx_before(port, tmp_path, 2) as front:
        slow = [socket.create_connection(("127.0.0.1", front), timeout=20) for _ in range(8)]
        for sending in slow:
            sending.sendall(request_of(record, 20 * MB) + b"a word")

        started = time.monotonic()
        assert get(front, "/healthz", Host="localhost")[0] == 200
        assert time.monotonic() - started < 1.5

        for sending in slow:  # given up, with or without a word
            assert sending.recv(100)[:12] in (b"", b"HTTP/1.1 408")
            sending.close()
        assert _send(record, front, b"words " * 1000)[0] == "HTTP/1.1 200 OK"
