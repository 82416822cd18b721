"""A list saved as CSV opens in a spreadsheet without running anything."""

import csv
import io

import pytest

from sendpath.web.csv import download, spreadsheet_safe


@pytest.mark.parametrize(
    "cell",
    ["=1+1", "+44", "-2", "@SUM(A1)", "\t=1", "\r=1", "\0=1", "  =1", '=HYPERLINK("http://x")'],
)
def test_what_a_spreadsheet_would_run_is_shown_as_text(cell):
    assert spreadsheet_safe(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["Amber", "O'Neil", "A-B", "", -3, 0, None, "1=1"])
def test_everything_else_is_left_alone(cell):
    assert spreadsheet_safe(cell) == cell


def test_the_file_has_its_name_its_heading_and_its_rows():
    answer = download("list.csv", ("Name", "Days"), [("Zoë, =A1", -2), ("=1", 3)])

    assert answer["Content-Disposition"] == 'attachment; filename="list.csv"'
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert rows == [["Name", "Days"], ["Zoë, =A1", "-2"], ["'=1", "3"]]
