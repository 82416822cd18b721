"""Lists as CSV files that a spreadsheet opens safely."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence

from django.http import HttpResponse

from sendpath.web.downloads import saved_as

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\0")


def spreadsheet_safe(cell: object) -> object:
    """Return a cell that a spreadsheet shows and never runs. Numbers are left as numbers."""
    if isinstance(cell, str) and cell.lstrip(" ").startswith(FORMULA_STARTS):
        return f"'{cell}"
    return cell


def download(name: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> HttpResponse:
    """Return a CSV file to be saved under a name. Excel needs the mark at its beginning."""
    answer = HttpResponse(
        "\ufeff",
        content_type="text/csv; charset=utf-8",
        headers=saved_as(name),
    )
    writer = csv.writer(answer)
    writer.writerow(columns)
    writer.writerows([spreadsheet_safe(cell) for cell in row] for row in rows)
    return answer
