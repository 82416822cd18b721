"""What benchmarks stand on: the return of a county, and databases to load it into."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TypeVar

from tools.bench.machine import settle
from tools.bench.measure import Finished, sendpath

SQLITE, POSTGRESQL = "SQLite", "PostgreSQL"
DATABASES = (SQLITE, POSTGRESQL)
DEMONSTRATION = {"SENDPATH_DEMO": "1", "SENDPATH_TODAY": "2026-01-19", "SENDPATH_LA": "999"}

T = TypeVar("T")


class Ground:
    """A folder for one run of the command. What takes long is made once, when first asked for.

    `runs` is how often a benchmark repeats what it can, and `patience` how many seconds it
    waits before each time for other programs to leave the machine alone.
    """

    def __init__(self, folder: Path, *, runs: int, patience: float) -> None:
        self.folder, self.runs, self.patience = folder, runs, patience
        self._server, _, own = os.environ["TEST_POSTGRESQL"].rpartition("/")
        self._prefix = f"{own}_bench"
        self._made: set[str] = set()
        self.area = cache(self._area)
        self.county = cache(self._county)

    def repeat(self, work: Callable[[], T], runs: int | None = None) -> list[T]:
        """Do some work as often as was asked for, each time on a machine as quiet as may be."""
        done = []
        for _ in range(runs or self.runs):
            settle(self.patience)
            done.append(work())
        return done

    def write_area(self, size: str, to: Path) -> Finished:
        """Write the fictional area of that size into a folder."""
        environment = {**DEMONSTRATION, "SENDPATH_DATA": str(self.folder)}
        return sendpath(
            "demo-area", "--size", size, "--seed", "1", "--out", str(to), environment=environment
        )

    def _area(self, size: str) -> Path:
        """Return a folder with the fictional area of that size."""
        self.write_area(size, self.folder / size)
        return self.folder / size

    @contextmanager
    def empty(self, database: str) -> Iterator[dict[str, str]]:
        """Give the environment of an installation with nothing in it, and clear it up after."""
        environment = self._installation(database, "empty")
        try:
            yield environment
        finally:
            self._drop("empty")

    def _county(self, database: str) -> dict[str, str]:
        """Return the environment of an installation that holds the county."""
        environment = self._installation(database, f"county_{database.lower()}")
        sendpath("demo-load", str(self.area("county")), environment=environment)
        sendpath("manage", "collectstatic", "--noinput", "-v", "0", environment=environment)
        return environment

    def _installation(self, database: str, name: str) -> dict[str, str]:
        data = self.folder / name
        data.mkdir()
        url = f"sqlite:///{data}/sendpath.sqlite3"
        self._made.add(name)
        if database == POSTGRESQL:
            self._ask(f"DROP DATABASE IF EXISTS {self._prefix}_{name}")
            self._ask(f"CREATE DATABASE {self._prefix}_{name}")
            url = f"{self._server}/{self._prefix}_{name}"
        environment = {
            **DEMONSTRATION, "SENDPATH_DATA": str(data), "SENDPATH_DATABASE_URL": url,
        }  # fmt: skip
        sendpath("manage", "migrate", "-v", "0", environment=environment)
        return environment

    def clear(self) -> None:
        """Drop the databases that were made."""
        for name in sorted(self._made):
            self._drop(name)

    def _drop(self, name: str) -> None:
        self._ask(f"DROP DATABASE IF EXISTS {self._prefix}_{name}")
        shutil.rmtree(self.folder / name, ignore_errors=True)
        self._made.discard(name)

    def _ask(self, statement: str) -> None:
        import psycopg

        with psycopg.connect(f"{self._server}/postgres", autocommit=True) as connection:
            connection.execute(statement)
