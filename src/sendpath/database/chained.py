"""Adding one row to a chain of rows as quickly as may be: it is done for every page shown."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any, cast

from django.db import connection
from django.db.models import Field, Model


def end_of_chain(heads: type[Model], chain: int) -> tuple[int, str] | None:
    """Return the number and hash that a chain ends with, held until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute(_ask(heads, connection.vendor), [chain])
        found: tuple[int, str] | None = cursor.fetchone()
    return found


def add_to_chain(
    rows: type[Model],
    fields: tuple[str, ...],
    values: Sequence[Any],
    *,
    heads: type[Model],
    end: tuple[int, int, str],
) -> None:
    """Add a row with these values of its fields, and move the chain's end to it.

    `end` is the chain, and the number and hash it ends with from now on. Moments must be as
    the database takes them, and JSON text.
    """
    insert, move = _insert(rows, fields), _move(heads)
    chain, number, last_hash = end
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            # there and back once instead of twice
            cursor.execute(f"{insert}; {move}", [*values, number, last_hash, chain])
        else:
            cursor.execute(insert, values)
            cursor.execute(move, [number, last_hash, chain])


@cache
def _ask(heads: type[Model], vendor: str) -> str:
    # SQLite has no lock of a row; its transactions begin with the lock of the whole
    lock = " FOR UPDATE" if vendor == "postgresql" else ""
    return f"SELECT number, hash FROM {_table(heads)} WHERE id = %s{lock}"  # noqa: S608 - our names


@cache
def _insert(rows: type[Model], fields: tuple[str, ...]) -> str:
    known = [cast("Field[Any, Any]", rows._meta.get_field(name)) for name in fields]
    columns = ", ".join(connection.ops.quote_name(str(field.column)) for field in known)
    places = ", ".join(["%s"] * len(known))
    return f"INSERT INTO {_table(rows)} ({columns}) VALUES ({places})"  # noqa: S608 - our names


@cache
def _move(heads: type[Model]) -> str:
    return f"UPDATE {_table(heads)} SET number = %s, hash = %s WHERE id = %s"  # noqa: S608 - our names


def _table(model: type[Model]) -> str:
    return connection.ops.quote_name(model._meta.db_table)
