"""Eight people at once: a server as `./run demo` starts it, and browsers that ask it for pages."""

from __future__ import annotations

import http.client
import os
import re
import socket
import statistics
import sys
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

import psutil

from tools.bench.machine import Watch
from tools.bench.measure import PROJECT

PEOPLE = 8
REQUESTS_EACH = 40
WORKERS, THREADS = 2, 2  # as `run` and docs/operations.md have it
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


class Visitor:
    """A signed-in person with a browser's cookies and one connection."""

    def __init__(self, port: int, username: str) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self.cookies: dict[str, str] = {}
        self.send("/sign-in", "/sign-in/as", username=username)

    def get(self, path: str) -> str:
        """Return the page at a path."""
        return self._ask("GET", path, None)

    def send(self, page: str, to: str = "", **form: str) -> None:
        """Send a form of a page; to the page itself, unless it goes elsewhere."""
        token = TOKEN.search(self.get(page))
        assert token, f"{page} has no form"
        self._ask("POST", to or page, urlencode({"csrfmiddlewaretoken": token[1], **form}))

    def _ask(self, method: str, path: str, body: str | None) -> str:
        headers = {"Cookie": "; ".join(f"{k}={v}" for k, v in self.cookies.items())}
        if body:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self.connection.request(method, path, body, headers)
        answer = self.connection.getresponse()
        text = answer.read().decode()
        for header in answer.headers.get_all("Set-Cookie") or []:
            name, _, value = header.partition(";")[0].partition("=")
            self.cookies[name] = value
        assert answer.status in {200, 302}, f"{path} answered {answer.status}"
        return text


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """Every request of one round: milliseconds as people waited, and of processors a page.

    `others` is how many processors other programs used meanwhile.
    """

    waited: Sequence[float]
    processor_ms: float
    others: float

    @property
    def median(self) -> float:
        return statistics.median(self.waited)

    @property
    def p95(self) -> float:
        return statistics.quantiles(self.waited, n=20)[-1]

    @property
    def p99(self) -> float:
        return statistics.quantiles(self.waited, n=100)[-1]


class Service:
    """A server that runs."""

    def __init__(self, process: psutil.Popen, port: int, database: str) -> None:
        self.process, self.port, self._database = process, port, database

    def visitor(self, username: str) -> Visitor:
        """Sign somebody in."""
        return Visitor(self.port, username)

    def round(self, username: str, paths: Sequence[str]) -> Round:
        """Have eight people who have just signed in ask for these pages, all at the same time."""
        visitors = [self.visitor(username) for _ in range(PEOPLE)]
        waited: list[float] = []

        def browse(number: int, visitor: Visitor) -> None:
            for turn in range(REQUESTS_EACH):
                started = time.perf_counter()
                visitor.get(paths[(number * REQUESTS_EACH + turn) % len(paths)])
                waited.append((time.perf_counter() - started) * 1000)

        threads = [threading.Thread(target=browse, args=pair) for pair in enumerate(visitors)]
        before = self._used()
        with Watch(database=self._database) as watch:
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
        work = self._used() - before + watch.database_seconds
        for visitor in visitors:
            visitor.connection.close()
        assert len(waited) == PEOPLE * REQUESTS_EACH, "somebody got no page"
        return Round(waited=waited, processor_ms=work / len(waited) * 1000, others=watch.others)

    def _used(self) -> float:
        own = [self.process, *self.process.children(recursive=True)]
        return sum(times.user + times.system for times in (one.cpu_times() for one in own))


@contextmanager
def serve(environment: Mapping[str, str], *, threads: int = THREADS) -> Iterator[Service]:
    """Serve an installation with two processes of so many threads until the block ends."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    process = psutil.Popen(
        [
            str(Path(sys.executable).parent / "granian"), "--interface", "wsgi", "--host",
            "127.0.0.1", "--port", str(port), "--workers", str(WORKERS), "--blocking-threads",
            str(threads), "--log-level", "warning", "--workers-kill-timeout", "5",
            "sendpath.config.wsgi:application",
        ],
        env={**os.environ, **environment}, cwd=PROJECT,
    )  # fmt: skip
    try:
        _wait(port)
        url = environment["SENDPATH_DATABASE_URL"]
        named = url.rpartition("/")[2] if url.startswith("postgres") else ""
        yield Service(process, port, named)
    finally:
        process.terminate()
        try:
            process.wait(timeout=10)
        except psutil.TimeoutExpired:
            process.kill()


@contextmanager
def every_second(visitor: Visitor, page: str, forms: Sequence[Mapping[str, str]]) -> Iterator[None]:
    """Send these forms of a page in turn, one a second, until the block ends."""
    done = threading.Event()

    def send() -> None:
        turn = 0
        while not done.wait(1):
            visitor.send(page, **forms[turn % len(forms)])
            turn += 1

    sending = threading.Thread(target=send)
    sending.start()
    try:
        yield
    finally:
        done.set()
        sending.join()


def _wait(port: int) -> None:
    for _ in range(200):
        try:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=1)
            connection.request("GET", "/healthz")
            if connection.getresponse().status == 200:
                return
        except OSError:
            time.sleep(0.1)
    sys.exit("The server did not start.")
