"""An extract of the register is read a row at a time; what is none of it is refused in words."""

import io
from datetime import date

import pytest

from establishments.made_up_register import HEADER, extract, links, school, text_of
from sendpath.core.gias.columns import COLUMNS, NOT_KEPT
from sendpath.core.gias.links import Link, links_of
from sendpath.core.gias.read import Refused, header_of, rows_of

WHOLE = text_of(school(), school("990002", EstablishmentName="St Anne’s, “The Mount”"))


def file(text, encoding="cp1252"):
    return io.BytesIO(text.encode(encoding))


def test_a_row_is_read_into_what_people_call_things():
    (row,) = rows_of(extract(school()))

    assert (row.urn, row.line, row.faults) == ("990001", 2, [])
    assert row.values["head"] == "Ms Zoë Teststone"
    assert row.values["opened_on"] == date(1998, 9, 1)
    assert (row.values["capacity"], row.values["resourced_capacity"]) == (120, None)
    assert row.values["phase_name"] == ""  # “Not applicable” says nothing
    assert row.values["sen_types"] == [
        "ASD - Autistic Spectrum Disorder",
        "SLCN - Speech, language and Communication",
    ]
    assert set(row.values) == {column.name for column in COLUMNS}


def test_letters_of_the_windows_encoding_come_out_as_they_are():
    assert [row.name for row in rows_of(file(WHOLE))] == [
        "Wychcombe School", "St Anne’s, “The Mount”",
    ]  # fmt: skip


def test_a_column_nobody_has_seen_is_reported_and_one_that_is_gone_too():
    header = [name for name in HEADER if name != "OfstedLastInsp"] + ["Ofsted2 (name)"]

    told = header_of(extract(school(), header=header))

    assert (told.unknown, told.lacking) == (("Ofsted2 (name)",), ("OfstedLastInsp",))
    (row,) = rows_of(extract(school(), header=header))
    assert row.values["inspected_on"] is None


def test_no_column_is_both_kept_and_left_out():
    assert {source for column in COLUMNS for source in column.sources} & NOT_KEPT == set()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "The file is empty"),
        (b" \r\n", "The file is empty"),
        (b"PK\x03\x04rest", "It is a ZIP or Excel file. Unpack it"),
        (b"%PDF-1.7", "It is a PDF"),
        (b"<!DOCTYPE html><html>", "It is not a CSV file"),
        (b"\x00\x01\x02", "It is not a CSV file"),
        (b"URN,EstablishmentName\r\n990001,X\r\n", "it lacks the columns LA (code)"),
        (b"Name,Town\r\nX,Y\r\n", "it lacks the columns URN, EstablishmentName"),
        (links().getvalue(), "It is the file of links"),
        (WHOLE.encode("utf-16"), "saved again as Unicode"),
        (WHOLE.encode("utf-8-sig"), "saved again as UTF-8"),
        (WHOLE.encode("utf-8"), "saved again as UTF-8"),
        (WHOLE.encode("cp1252")[:-40], "It is cut off: its last line, 3, has"),
        (WHOLE.encode("cp1252")[: WHOLE.rindex("Headteacher") + 4], "it may be cut off"),
        (text_of().encode(), "It has a header and no rows"),
        (WHOLE.encode("cp1252").replace(b"Wych", b"\x81ych"), "Line 2 holds what is no text"),
        (text_of(header=[*HEADER, "URN"]).encode(), "It has a column twice"),
    ],
)
def test_what_is_no_extract_is_refused_with_what_to_do(content, words):
    with pytest.raises(Refused) as refused:
        list(rows_of(io.BytesIO(content)))

    assert words in str(refused.value)


def test_an_extract_cut_off_between_two_cells_is_refused():
    cut = WHOLE[: WHOLE.rindex(',"')]

    with pytest.raises(Refused, match=r"its last line, 3, has \d+ of \d+ columns"):
        list(rows_of(file(cut)))


@pytest.mark.parametrize(
    ("said", "words", "blocks"),
    [
        ({"URN": "99000"}, "The URN must be 6 numbers", True),
        ({"EstablishmentName": ""}, "Name is missing", True),
        ({"EstablishmentName": "x" * 121}, "Name is longer than 120 letters", True),
        ({"LA (code)": ""}, "Local authority number is missing", True),
        ({"SchoolCapacity": "many"}, "Places must be a whole number, not “many”", False),
        ({"SchoolCapacity": "-1"}, "Places must be a whole number", False),
        ({"OpenDate": "31-02-2020"}, "Opened must be a day like 31-08-2025", False),
        ({"OpenDate": "2020-02-01"}, "Opened must be a day like 31-08-2025", False),
        ({"Town": "x" * 121}, "Town is longer than 120 letters", False),
    ],
)
def test_what_is_wrong_in_a_row_says_what_to_do(said, words, blocks):
    (row,) = rows_of(extract(school(**said)))

    assert [(words in f.words, f.blocks, f.line) for f in row.faults] == [(True, blocks, 2)]
    assert row.left_out is blocks


def test_a_row_of_another_width_is_left_out_and_the_rest_is_read():
    first, second, third = WHOLE.splitlines(keepends=True)

    rows = list(rows_of(file(first + second.rstrip() + ',"more"\r\n' + third)))

    assert [(row.urn, row.left_out) for row in rows] == [("990001", True), ("990002", False)]


def test_links_are_read_and_what_is_no_link_is_told():
    told = list(links_of(links(
        ("990001", "990009", "Old School", "Predecessor", "31-08-2020"),
        ("990001", "990008", "Older School", "Predecessor - merged", ""),
        ("", "990008", "X", "Successor", ""),
    )))  # fmt: skip

    assert told[:2] == [
        Link("990001", "990009", "Old School", "Predecessor", date(2020, 8, 31)),
        Link("990001", "990008", "Older School", "Predecessor - merged", None),
    ]
    assert told[2].words == "The link on line 4 needs two URNs of 6 numbers. It is left out."


def test_the_other_file_is_no_file_of_links():
    with pytest.raises(Refused, match="it lacks LinkURN"):
        list(links_of(extract(school())))
