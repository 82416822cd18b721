"""Make the database itself refuse to change or delete rows, on SQLite and PostgreSQL.

`QuerySet.update()` and hand-written SQL pass a model's `save()` by; a trigger they can't.
"""

from __future__ import annotations

from collections.abc import Sequence

from django.apps.registry import Apps
from django.db import connection, migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor as Editor

ACTIONS = {"sqlite": ("UPDATE", "DELETE"), "postgresql": ("UPDATE", "DELETE", "TRUNCATE")}


def trigger_names(table: str) -> dict[str, str]:
    """Return the triggers that guard a table, each with what it refuses."""
    return {f"{table}_no_{action.lower()}": action for action in ACTIONS[connection.vendor]}


def append_only(table: str, *, refusal: str) -> migrations.RunPython:
    """Return the migration step that guards a table, and its way back."""

    def guard(apps: Apps, editor: Editor) -> None:
        if editor.connection.vendor == "postgresql":
            editor.execute(
                f"CREATE FUNCTION {table}_refuse() RETURNS trigger LANGUAGE plpgsql AS "
                f"$$ BEGIN RAISE EXCEPTION '{refusal}'; END $$"
            )
            refuse = f"FOR EACH STATEMENT EXECUTE FUNCTION {table}_refuse()"
        else:
            refuse = f"BEGIN SELECT RAISE(ABORT, '{refusal}'); END"
        for name, action in trigger_names(table).items():
            editor.execute(f"CREATE TRIGGER {name} BEFORE {action} ON {table} {refuse}")

    def release(apps: Apps, editor: Editor) -> None:
        on_table = f" ON {table}" if editor.connection.vendor == "postgresql" else ""
        for name in trigger_names(table):
            editor.execute(f"DROP TRIGGER {name}{on_table}")
        if on_table:
            editor.execute(f"DROP FUNCTION {table}_refuse()")

    return migrations.RunPython(guard, release)


def missing_triggers(tables: Sequence[str]) -> set[str]:
    """Return the guards that ought to stand on these tables and don't."""
    query = (
        "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal"
        if connection.vendor == "postgresql"
        else "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    )
    with connection.cursor() as cursor:
        cursor.execute(query)
        standing = {name for (name,) in cursor.fetchall()}
    return {name for table in tables for name in trigger_names(table)} - standing
