"""How long pages take with eight people at once, on two server processes."""

from __future__ import annotations

import http.client
import os
import re
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import urlencode

from tools.bench.measure import PROJECT, Figure

PORT = 8765
PEOPLE = 8
REQUESTS_EACH = 40
SERVER = (
    f"--interface wsgi --host 127.0.0.1 --port {PORT} --workers 2 --blocking-threads 2 "
    "--log-level warning --workers-kill-timeout 5"
).split()


class Visitor:
    """A signed-in person with a browser's cookies and one connection."""

    def __init__(self, username: str) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=30)
        self.cookies: dict[str, str] = {}
        page = self.get("/sign-in")
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
        assert token, "the sign-in page has no form"
        form = {"csrfmiddlewaretoken": token[1], "username": username}
        self._ask("POST", "/sign-in/as", urlencode(form))

    def get(self, path: str) -> str:
        """Return the page at a path."""
        return self._ask("GET", path, None)

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


def times(visitors: list[Visitor], paths: list[str]) -> list[float]:
    """Return the milliseconds of every request, all visitors asking at the same time."""
    taken: list[float] = []

    def browse(number: int, visitor: Visitor) -> None:
        for turn in range(REQUESTS_EACH):
            started = time.perf_counter()
            visitor.get(paths[(number * REQUESTS_EACH + turn) % len(paths)])
            taken.append((time.perf_counter() - started) * 1000)

    threads = [threading.Thread(target=browse, args=pair) for pair in enumerate(visitors)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return taken


def pages(name: str, environment: Mapping[str, str]) -> Iterator[Figure]:
    """Serve the county and time the worklist and the case page."""
    granian = Path(sys.executable).parent / "granian"
    server = subprocess.Popen(
        [str(granian), *SERVER, "sendpath.config.wsgi:application"],
        env={**os.environ, **environment},
        cwd=PROJECT,
    )
    try:
        yield from _visit(name)
    finally:
        server.terminate()
        server.wait()


def _visit(name: str) -> Iterator[Figure]:
    _wait()
    visitors = [Visitor("helen") for _ in range(PEOPLE)]
    worklist = visitors[0].get("/worklist")
    cases = sorted(set(re.findall(r'href="(/cases/C\d+)"', worklist)))
    every = ["/worklist", "/worklist?when=overdue", "/worklist?page=2", "/worklist?when=week"]
    for what, paths, promise in (("Worklist", every, 100), ("Case page", cases, 150)):
        times(visitors, paths)  # once to warm the processes up
        taken = times(visitors, paths)
        p95 = statistics.quantiles(taken, n=20)[-1]
        yield Figure(
            name=f"{what}, 95th percentile with {PEOPLE} people at once, {name}",
            measured=f"{p95:.0f} ms (median {statistics.median(taken):.0f} ms)",
            promised=f"at most {promise} ms",
            kept=p95 <= promise,
        )


def _wait() -> None:
    for _ in range(100):
        try:
            connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=1)
            connection.request("GET", "/healthz")
            if connection.getresponse().status == 200:
                return
        except OSError:
            time.sleep(0.1)
    sys.exit("The server did not start.")
