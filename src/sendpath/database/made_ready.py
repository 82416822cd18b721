"""Reading by a statement made once, where the ORM would make it anew for every page.

To make one takes the ORM longer than the database takes to answer it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Expression, Model, QuerySet

Converters = tuple[tuple[int, tuple[list[Callable[[Any, Expression, Any], Any]], Expression]], ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """What a query asks the database, and how what it answers becomes Python's values."""

    sql: str
    params: tuple[Any, ...]
    converters: Converters


NOTHING = Statement("", (), ())
"""Stands for a condition that no row can meet, which no database need be asked."""


def made_ready(rows: QuerySet[Model, tuple[Any, ...]]) -> Statement:
    """Return the statement of a query that asks for plain values.

    It holds the values that the query was made with, such as today's date: whoever keeps it
    keeps it under all of them.
    """
    compiler = rows.query.get_compiler(connection=connection)
    try:
        sql, params = compiler.as_sql()
    except EmptyResultSet:
        return NOTHING
    converters = compiler.get_converters([column for column, _, _ in compiler.select])
    return Statement(sql, tuple(params), tuple(converters.items()))


def read(statement: Statement) -> list[list[Any]]:
    """Return the rows that a statement asks for, as they stand now."""
    if statement is NOTHING:
        return []
    with connection.cursor() as cursor:
        cursor.execute(statement.sql, statement.params)
        rows = [list(row) for row in cursor.fetchall()]
    for row in rows:
        for place, (converters, expression) in statement.converters:
            for convert in converters:
                row[place] = convert(row[place], expression, connection)
    return rows
