"""The machine that is measured on, and what else it had to do meanwhile."""

from __future__ import annotations

import os
import platform
import threading
import time
from contextlib import suppress
from pathlib import Path
from types import TracebackType

import psutil

PAUSE = 0.2  # seconds between two looks at what runs
QUIET = 0.2  # processors that other programs may use while a machine is called quiet


def machine() -> str:
    """Return what is measured on, in one line."""
    lines = Path("/proc/cpuinfo").read_text().splitlines()
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    model = next(named, platform.processor())
    memory = psutil.virtual_memory().total / 2**30
    return (
        f"{os.cpu_count()} processors ({model}), {memory:.0f} GB, {platform.system()}, "
        f"Python {platform.python_version()}"
    )


def settle(patience: float) -> None:
    """Wait until other programs have left the machine alone for a second; so many at most."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        with Watch() as watch:
            time.sleep(1)
        if watch.others <= QUIET:
            return


class Watch:
    """How much of the processors our own processes and all others used while something ran.

    Ours are this process, those it started, and PostgreSQL's that serve the named database.
    After the block, `seconds` is how long it took, `database_seconds` the processor time of
    PostgreSQL's processes, and `others` how many processors all other programs used on average.
    """

    def __init__(self, *, database: str = "") -> None:
        self._database = database
        self._started: dict[int, float] = {}
        self._latest: dict[int, float] = {}
        self._serving: set[int] = set()
        self._end = threading.Event()
        self._looking = threading.Thread(target=self._look_on, daemon=True)
        self.seconds = self.database_seconds = self.others = 0.0

    def __enter__(self) -> Watch:
        self._look()
        self._started = dict(self._latest)
        self._busy, self._at = _busy(), time.monotonic()
        self._looking.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._end.set()
        self._looking.join()
        self._look()
        self.seconds = time.monotonic() - self._at
        used = {pid: cpu - self._started.get(pid, 0) for pid, cpu in self._latest.items()}
        self.database_seconds = sum(used[pid] for pid in self._serving)
        other = _busy() - self._busy - sum(used.values())
        self.others = max(0.0, other / self.seconds)

    def _look_on(self) -> None:
        while not self._end.wait(PAUSE):
            self._look()

    def _look(self) -> None:
        own = psutil.Process()
        self._serving |= set(_serving(self._database)) if self._database else set()
        ours = [own, *own.children(recursive=True)]
        for process in [*ours, *map(_process, self._serving)]:
            with suppress(psutil.Error, AttributeError):
                self._latest[process.pid] = _used(process)


def _process(pid: int) -> psutil.Process | None:
    with suppress(psutil.Error):
        return psutil.Process(pid)
    return None


def _used(process: psutil.Process) -> float:
    times = process.cpu_times()
    return times.user + times.system


def _busy() -> float:
    times = psutil.cpu_times()
    return sum(times) - times.idle - times.iowait - times.guest - times.guest_nice


def _serving(database: str) -> list[int]:
    """Return PostgreSQL's processes for a database: their titles name it."""
    found = []
    for process in psutil.process_iter(["name", "cmdline"]):
        title = " ".join(process.info["cmdline"] or ())
        if title.startswith("postgres: ") and f" {database} " in f"{title} ":
            found.append(process.pid)
    return found
