"""With JavaScript off, answers open where they are, and whoever uses keys sees where they are."""

from __future__ import annotations

from datetime import date

import pytest

from sendpath.core.casefile.events import Kind

TODAY = date(2026, 1, 19)
SEEN = """box => {
    const look = () => [box, box.labels?.[0]].filter(Boolean).flatMap(part =>
        [null, '::before'].map(where => getComputedStyle(part, where)).map(style =>
            [style.boxShadow, style.outlineStyle, style.backgroundColor].join()
        )).join();
    const withFocus = look();
    box.blur();
    return look() !== withFocus;
}"""


@pytest.fixture
def case(make_case, today):
    today(TODAY)
    return make_case((Kind.REQUEST_RECEIVED, date(2025, 11, 24), {"by": "parent"}))


@pytest.fixture
def as_priya(context, client, live_server, priya):
    """Look at a page as the officer."""
    client.force_login(priya)
    value = client.cookies["sessionid"].value
    context.add_cookies([{"name": "sessionid", "value": value, "url": live_server.url}])
    return context.new_page()


def test_why_this_date_opens_where_it_stands(as_priya, case):
    as_priya.goto(f"/cases/{case.reference}")
    question = as_priya.locator("summary", has_text="Send the final EHC plan")
    answer = as_priya.get_by_text("140 days, counted straight through")
    question.focus()
    address, place = as_priya.url, question.bounding_box()
    assert not answer.is_visible()

    question.press("Enter")

    assert answer.is_visible()
    assert (as_priya.url, question.bounding_box()) == (address, place)
    question.press("Enter")
    assert not answer.is_visible()


def test_anybody_works_out_a_date_and_opens_its_reason(page, today):
    today(TODAY)
    page.goto("/")
    page.get_by_role("link", name="Which dates run from here?").first.click()
    page.get_by_role("link", name="The council received a request").click()
    for part, typed in (("Day", "24"), ("Month", "11"), ("Year", "2025")):
        page.get_by_label(part, exact=True).fill(typed)
    page.get_by_role("button", name="Work out the dates").click()
    reason = page.get_by_text("24 November 2025 + 140 days = Monday 13 April 2026.")
    assert not reason.is_visible()

    page.locator("summary", has_text="Send the final EHC plan").press("Enter")

    assert reason.is_visible()
    address = page.url
    assert "what=ehc.request_received" in address
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("path", ["", "/record/ehc.assessment_decided", "/events/1/correct"])
def test_whatever_has_the_focus_is_seen_to_have_it(as_priya, case, path):
    as_priya.goto(f"/cases/{case.reference}{path}")
    stops = []

    while True:
        as_priya.keyboard.press("Tab")
        focus = as_priya.locator("*:focus")
        if not focus.count():
            break
        stops.append((focus.evaluate("box => box.outerHTML"), focus.evaluate(SEEN)))

    assert stops[0][0].startswith('<a href="#main-content"')
    assert [box for box, seen in stops if not seen] == []
    assert len(stops) > 10


def test_the_filters_of_the_worklist_open_and_work(as_priya, case):
    as_priya.goto("/worklist")
    as_priya.get_by_text("Show other duties").click()
    as_priya.get_by_label("Officer").select_option("Nobody yet")
    as_priya.get_by_role("button", name="Show these").click()

    assert "No duty in the cases you may see matches this." in as_priya.inner_text("main")
    assert as_priya.get_by_label("Officer").is_visible()


def test_what_happened_is_come_to_by_its_heading_and_found_by_words(as_priya, case):
    as_priya.goto(f"/cases/{case.reference}/record")
    contents = as_priya.get_by_role("navigation", name="Everything, by what it is about")
    contents.get_by_role("link", name="Placement").click()
    assert as_priya.get_by_role("heading", name="Placement").bounding_box()["y"] < 100
    as_priya.get_by_role("link", name="Place offered").click()
    assert as_priya.inner_text("h1") == "Place offered"

    as_priya.go_back()
    as_priya.get_by_label("Find by words").fill("SAR")
    as_priya.get_by_role("button", name="Find", exact=True).click()
    as_priya.get_by_role("link", name="Request to see personal data answered").click()
    assert as_priya.inner_text("h1") == "Request to see personal data answered"
