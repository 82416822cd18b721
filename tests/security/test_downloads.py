"""A list to be opened in a spreadsheet runs nothing there, and a file's name stays a name."""

import csv
import io
import re
from datetime import date

import pytest

from returns.conftest import a_file, a_person, a_request
from security.walkers import PEOPLE
from sendpath.core.casefile.events import Kind
from sendpath.returns.services import uploads
from sendpath.web import clock
from sendpath.web.csv import FORMULA_STARTS, download
from sendpath.web.ics import download as calendar

pytestmark = pytest.mark.django_db

NUMBER = re.compile(r"-?\d+")
FORMULAS = [f"{start}cmd|'/C calc'!A0" for start in ("=", "+", "-", "@", " =")]


@pytest.fixture
def formulas(make_case, dana, today):
    """Have names that a spreadsheet would take for formulas, in the record and in a return."""
    today(date(2026, 1, 19))
    for words in FORMULAS:
        happened = (Kind.REQUEST_RECEIVED, date(2025, 11, 24))
        make_case(happened, surname=words, forename=words)
    persons = [
        a_person(a_request(received="2025-02-31"), Surname=words, Forename=words,
                 UPN=f"Q9192200000{n:02}")
        for n, words in enumerate(FORMULAS, start=20)
    ]  # fmt: skip
    source = a_file(*persons)
    size = len(source.getvalue())
    return uploads.read(upload=uploads.receive(source=source, name="=1+1.xml", size=size, by=dana))


def cells(answer):
    text = answer.getvalue().decode("utf-8-sig")
    return [cell for row in csv.reader(io.StringIO(text)) for cell in row]


def test_no_cell_of_any_spreadsheet_is_a_formula(formulas, addresses, as_whom):
    own = {(who, a.url) for a in addresses for who in a.readers[-1:]}
    own |= {("dana", f"/sen2/loads/{formulas.pk}/faults.csv"), ("helen", "/worklist.csv")}
    seen, wrong = set(), []
    for who in PEOPLE:
        browser = as_whom[who]()
        for url in (url for reader, url in own if reader == who):
            answer = browser.get(url)
            if not answer.headers.get("Content-Type", "").startswith("text/csv"):
                answer.getvalue()
                continue
            for cell in cells(answer):
                seen |= {url} if "cmd|" in cell else set()
                if cell.lstrip(" ").startswith(FORMULA_STARTS) and not NUMBER.fullmatch(cell):
                    wrong.append((url, cell))

    assert wrong == []
    assert {"/worklist.csv", f"/sen2/loads/{formulas.pk}/faults.csv"} <= seen


@pytest.mark.parametrize("name", ['a"; x=".html', "a\r\nSet-Cookie: x=1", "a\nb.csv", "ä.csv"])
@pytest.mark.parametrize(
    "make",
    [
        lambda name: download(name, ["a"], []),
        lambda name: calendar(name, [], made_at=clock.now()),
    ],
    ids=["spreadsheet", "calendar"],
)
def test_the_name_of_a_file_cannot_add_a_header_or_a_parameter(name, make):
    answer = make(name)

    (said,) = [value for key, value in answer.items() if key == "Content-Disposition"]
    assert said.startswith("attachment; filename")
    assert "\r" not in said
    assert "\n" not in said
    assert '"; x="' not in said
    assert "Set-Cookie" not in answer.headers


def test_files_are_saved_and_not_shown_but_for_pages_that_we_drew(addresses, as_whom):
    shown = []
    for address in addresses:
        for who in address.readers[-1:]:
            answer = as_whom[who]().get(address.url)
            answer.getvalue()
            kind = answer.headers.get("Content-Type", "").partition(";")[0]
            saved = answer.headers.get("Content-Disposition", "").startswith("attachment")
            page = kind in ("text/html", "application/json")
            if answer.status_code == 200 and not (page or saved):
                shown.append((address.name, kind))

    assert shown == [("documents:page", "image/png")]
