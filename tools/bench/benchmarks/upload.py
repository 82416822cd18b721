"""A document of 20 MB from a browser to where it lies sealed, and a page of a PDF drawn again."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from pathlib import Path

import psutil

from tools.bench.benchmark import Benchmark, Figure
from tools.bench.ground import DATABASES, Ground
from tools.bench.machine import Watch
from tools.bench.measure import sendpath
from tools.bench.visitors import TOKEN, Service, Visitor, serve

MB = 1_000_000
CONTENT = b"A word. " * (20 * MB // 8)
KEY = "YmVuY2htYXJrcyBvbmx5LCBub3QgZm9yIGEgY2hpbGQ="
EDGE = "----a-form"
CASE, OF = re.compile(r"/cases/C\d+"), re.compile(r"/documents/of/\d+")


def measure(ground: Ground) -> Iterator[Figure]:
    """Add a file of 20 MB as an officer does, again and again, on each database."""
    for database in DATABASES:
        with ground.empty(database) as installation:
            environment = {**installation, "SENDPATH_DOCUMENT_KEYS": KEY}
            sendpath("demo-load", str(ground.area("small")), environment=environment)
            sendpath("manage", "collectstatic", "--noinput", "-v", "0", environment=environment)
            yield from _figures(ground, environment, database)


def _figures(ground: Ground, environment: dict[str, str], database: str) -> Iterator[Figure]:
    with serve(environment) as service:
        officer = service.visitor("priya")
        of = _documents_of_a_child(officer)
        for _ in range(4):  # each of two processes has read in what it will
            _send(officer, of, b"A word. " * 1000)
        before = _largest(service)
        sent = ground.repeat(lambda: _timed(officer, of))
        grown = _largest(service) - before
    yield Figure(
        what=f"Memory that 20 MB add to the process that takes them, {database}",
        values=(grown / MB,),
        unit="MB",
        promise=50,
    )
    yield Figure(
        what=f"20 MB sent, sealed and written down, {database}",
        values=tuple(seconds for seconds, _ in sent),
        unit="s",
        others=tuple(others for _, others in sent),
    )


def _documents_of_a_child(officer: Visitor) -> str:
    case = CASE.search(officer.get("/worklist"))
    assert case, "The officer has no case"
    of = OF.search(officer.get(case[0]))
    assert of, "The case leads to no documents"
    return f"{of[0]}/add"


def _timed(officer: Visitor, of: str) -> tuple[float, float]:
    with Watch() as watch:
        started = time.perf_counter()
        _send(officer, of, CONTENT)
        took = time.perf_counter() - started
    return took, watch.others


def _send(officer: Visitor, of: str, content: bytes) -> None:
    token = TOKEN.search(officer.get(of))
    assert token, f"{of} has no form"
    fields = {
        "csrfmiddlewaretoken": token[1], "kind": "report", "sensitivity": "ordinary",
        "visibility": "officers",
    }  # fmt: skip
    parts = [f'; name="{name}"\r\n\r\n{value}' for name, value in fields.items()]
    parts.append('; name="files_sent"; filename="a.txt"\r\nContent-Type: text/plain\r\n\r\n')
    head = "\r\n".join(f"--{EDGE}\r\nContent-Disposition: form-data{part}" for part in parts)
    body = head.encode() + content + f"\r\n--{EDGE}--\r\n".encode()
    headers = {
        "Cookie": "; ".join(f"{name}={value}" for name, value in officer.cookies.items()),
        "Accept": "application/json",
        "Content-Type": f"multipart/form-data; boundary={EDGE}",
    }
    officer.connection.request("POST", of, body, headers)
    answer = officer.connection.getresponse()
    told = answer.read()
    assert told == b'{"added": 1}', f"{of} answered {answer.status}: {told[:200]!r}"


def _largest(service: Service) -> int:
    """Return the most memory that any process of a server has held so far, in bytes."""
    own: list[psutil.Process] = service.process.children(recursive=True)
    return max(_peak(process.pid) for process in own)


def _peak(pid: int) -> int:
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    (line,) = (line for line in lines if line.startswith("VmHWM"))
    return int(line.split()[1]) * 1024


BENCHMARK = Benchmark(
    title="A document of 20 MB",
    about="An officer of the small area adds a text of 20 MB, which is sealed while it arrives, "
    "told by its content, sealed again under the child's key and written down. The server runs "
    "as in the demonstration; nothing is scanned. Memory is the most that the larger of its two "
    "processes ever held, after, less before.",
    measure=measure,
)
