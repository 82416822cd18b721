"""Adding many rows past the ORM, which would take most of an import's time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, cast

from django.db import connection
from django.db.models import DateTimeField, Field, Model


def add_rows(model: type[Model], fields: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Add rows of a model, each the values of these fields in their order.

    The fields must be all that a row needs: no default of the model is filled in. A related row
    is given by its id, and JSON as its text. What a constraint forbids raises IntegrityError,
    as it would by way of the ORM.
    """
    known = [cast("Field[Any, Any]", model._meta.get_field(name)) for name in fields]
    quoted = connection.ops.quote_name
    columns = ", ".join(quoted(str(field.column)) for field in known)
    moments = [place for place, field in enumerate(known) if isinstance(field, DateTimeField)]
    table, ready = quoted(model._meta.db_table), _as_stored(rows, moments)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            copying = f"COPY {table} ({columns}) FROM STDIN"
            with connection.wrap_database_errors, cursor.copy(copying) as copy:
                for row in ready:
                    copy.write_row(row)
            return
        places = ", ".join(["%s"] * len(known))
        # table and columns are the model's own names, quoted: nothing in them comes from anyone
        cursor.executemany(f"INSERT INTO {table} ({columns}) VALUES ({places})", list(ready))  # noqa: S608


def _as_stored(rows: Iterable[Sequence[Any]], moments: Sequence[int]) -> Iterator[Sequence[Any]]:
    """Yield the rows with their moments as this database writes one."""
    if not moments:
        yield from rows
        return
    adapt = connection.ops.adapt_datetimefield_value
    for row in rows:
        values = list(row)
        for place in moments:
            values[place] = adapt(values[place])
        yield values
