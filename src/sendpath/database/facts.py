"""What only the database itself can tell: its kind, its size, whether it fits this version."""

from __future__ import annotations

from django.db import connection
from django.db.migrations.executor import MigrationExecutor

_fits = False


def kind() -> str:
    """Return which database it is, with its version, as in “PostgreSQL 15.18”."""
    if connection.vendor == "postgresql":
        number = int(_one("SHOW server_version_num"))
        return f"PostgreSQL {number // 10_000}.{number % 10_000}"
    return f"SQLite {_one('SELECT sqlite_version()')}"


def size() -> int:
    """Return how many bytes it takes on disk."""
    if connection.vendor == "postgresql":
        return int(_one("SELECT pg_database_size(current_database())"))
    return int(_one("PRAGMA page_count")) * int(_one("PRAGMA page_size"))


def fits() -> bool:
    """Say whether every migration of this version is applied.

    Once it is so it stays so for as long as this process runs, and is not asked again.
    """
    global _fits
    _fits = _fits or not missing_migrations()
    return _fits


def missing_migrations() -> list[str]:
    """Return the migrations of this version that are still to be applied."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{migration.app_label}.{migration.name}" for migration, _ in plan]


def _one(query: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute(query)
        return str(cursor.fetchone()[0])
