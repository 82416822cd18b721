"""A record of its own for processes that are killed: a folder, and on PostgreSQL a database.

The record of a test can't serve: what it holds is undone at the end, so another process would
never see it.
"""

from __future__ import annotations

import os
import shutil
from itertools import count
from pathlib import Path

import psycopg
from django.db import connection

ADDRESS = os.environ.get("SENDPATH_DATABASE_URL", "")
WORKER = os.environ.get("PYTEST_XDIST_WORKER", "gw0")
numbers = count(1)


class OwnRecord:
    """The environment under which a process works on this record and no other."""

    def __init__(self, folder: Path, *, like: OwnRecord | None = None) -> None:
        if like:
            shutil.copytree(like.folder, folder)
        else:
            folder.mkdir()
        self.folder = folder
        self.environment = {**os.environ, "SENDPATH_DATA": str(folder)}
        self._server, _, tested = ADDRESS.rpartition("/")
        self._name = f"{tested}_killed_{WORKER}_{next(numbers)}"
        if connection.vendor == "postgresql":
            self.environment["SENDPATH_DATABASE_URL"] = f"{self._server}/{self._name}"
            self.drop()  # a test run that was itself killed may have left it
            template = f"TEMPLATE {like._name}" if like else ""
            self._ask(f"CREATE DATABASE {self._name} {template}")
        else:
            self.environment.pop("SENDPATH_DATABASE_URL", None)

    def copy(self, folder: Path) -> OwnRecord:
        """Return a record that holds the same now, to be changed without this one."""
        return OwnRecord(folder, like=self)

    def drop(self) -> None:
        """Remove the database, though a killed process may still seem to use it."""
        if connection.vendor == "postgresql":
            self._ask(f"DROP DATABASE IF EXISTS {self._name} WITH (FORCE)")

    def _ask(self, statement: str) -> None:
        with psycopg.connect(f"{self._server}/postgres", autocommit=True) as server:
            server.execute(statement)
