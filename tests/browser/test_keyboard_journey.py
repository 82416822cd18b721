"""By keyboard alone, at 320 pixels, with JavaScript off: from the worklist to the return.

An officer finds what is due, reads why, corrects the date a family pointed out; the data
officer loads a return, accepts it, writes it out again, and the correction is in it.
"""

from __future__ import annotations

from datetime import date

import pytest

from accounts.second_factors import code_of, give_app
from returns.conftest import a_file, a_person, a_request
from sendpath.accounts.models import User
from sendpath.core.casefile.events import Kind
from sendpath.jobs.worker import run_one
from sendpath.people.models import Person

TODAY = date(2026, 1, 19)
MOST_TABS = 120


@pytest.fixture
def case(make_case, today):
    today(TODAY)
    return make_case((Kind.REQUEST_RECEIVED, date(2025, 11, 24), {"by": "parent"}))


@pytest.fixture
def keys(page):
    """Use a page as somebody does who has no mouse."""
    return Keys(page)


class Keys:
    def __init__(self, page) -> None:
        self.page = page

    def to(self, words: str) -> None:
        """Press Tab until what has the focus says these words, or has this id."""
        for _ in range(MOST_TABS):
            self.page.keyboard.press("Tab")
            focus = self.page.locator("*:focus")
            if focus.count() and (
                words == focus.get_attribute("id") or words in " ".join(focus.inner_text().split())
            ):
                return
        raise AssertionError(f"Tab never came to “{words}” on {self.page.url}")

    def choose(self, words: str) -> None:
        """Go to a link or button, press Enter, and wait for the page it leads to."""
        self.to(words)
        self.enter()

    def enter(self) -> None:
        """Press Enter, and wait for the page it leads to."""
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def type(self, words: str, text: str) -> None:
        """Go to a box by its id, and type over what stands there."""
        self.to(words)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(text)

    def sign_in(self, username: str) -> None:
        secret = give_app(User.objects.get(username=username))
        self.page.goto("/sign-in")
        self.type("id_username", username)
        self.type("id_password", "a long enough password")
        self.enter()
        self.type("id_code", code_of(secret))
        self.enter()

    def reads(self, words: str) -> bool:
        return words in " ".join(self.page.locator("main").inner_text().split())


def test_an_officer_reads_why_and_corrects_the_date(keys, case, priya):
    keys.sign_in("priya")
    keys.choose("Worklist")
    keys.choose("Amber Testchild")
    assert not keys.reads("24 November 2025 + 42 days")

    keys.to("Why this date?")
    keys.page.keyboard.press("Enter")
    assert keys.reads("24 November 2025 + 42 days = Monday 5 January 2026.")

    keys.choose("Correct")
    keys.type("id_occurred_on_day", "21")
    keys.to("id_why_0")
    while keys.page.locator("*:focus").get_attribute("value") != "family_pointed_out":
        keys.page.keyboard.press("ArrowDown")
    keys.enter()
    assert keys.reads("10 April 2026")
    assert case.events.count() == 1

    keys.choose("Save")
    assert keys.reads("10 April 2026")
    assert list(case.events.values_list("occurred_on", "replaces")) == [
        (date(2025, 11, 24), None),
        (date(2025, 11, 21), 1),
    ]


def test_the_data_officer_loads_a_return_corrects_it_and_writes_it_out(keys, dana, today, tmp_path):
    today(TODAY)
    path = tmp_path / "january.xml"
    path.write_bytes(a_file(a_person(a_request(received="2025-11-24"))).read())

    keys.sign_in("dana")
    keys.choose("SEN2 return")
    keys.choose("Load a return")
    keys.page.locator("input[type=file]").set_input_files(path)  # a browser's own window
    keys.choose("Load it")
    run_one(worker="test")
    keys.page.goto(keys.page.url)
    assert keys.reads("Check the return before you accept it")
    keys.choose("Accept and record it")
    run_one(worker="test")

    case = Person.objects.get().cases.get()
    keys.page.goto(f"/cases/{case.reference}/events/1/correct")
    keys.type("id_occurred_on_day", "21")
    keys.to("id_why_0")
    keys.page.keyboard.press("Space")
    keys.enter()
    keys.choose("Save")

    keys.choose("SEN2 return")
    keys.choose("Write a return")
    keys.choose("Write it")
    run_one(worker="test")
    keys.page.goto(keys.page.url)
    keys.to("Download 999")
    with keys.page.expect_download() as download:
        keys.page.keyboard.press("Enter")
    written = download.value.path().read_text()
    assert "<ReceivedDate>2025-11-21</ReceivedDate>" in written
    assert "<SerialNo>002</SerialNo>" in written
