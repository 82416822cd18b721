"""Rows as the database's driver gives them, for where a long table is read to its end."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

from django.db import connections
from django.db.models import Model, QuerySet


def plain_rows(rows: QuerySet[Model, tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """Return what a `values_list` would, but moments and JSON as the driver gives them.

    Several times as quick as the ORM; `moment` and `from_json` make of them what it would.
    """
    sql, parameters = rows.query.sql_with_params()
    with connections[rows.db].cursor() as cursor:
        cursor.execute(sql, parameters)
        found: list[tuple[Any, ...]] = cursor.fetchall()
    return found


def moment(value: datetime | str) -> datetime:
    """Return a moment: PostgreSQL gives one, and SQLite its text in UTC."""
    if isinstance(value, str):
        return datetime.fromisoformat(value).replace(tzinfo=UTC)
    return value.astimezone(UTC)


def from_json(value: str) -> Any:
    """Return what a JSON column holds, which both databases give as text."""
    return {} if value == "{}" else json.loads(value)
