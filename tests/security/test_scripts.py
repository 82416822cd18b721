"""What people type is shown as they typed it, and never runs: every text field of every form."""

from datetime import date
from io import BytesIO

import pytest

from returns.conftest import a_file, a_person
from security.pages import Page, sample
from security.walkers import PEOPLE
from sendpath.accounts import services as accounts
from sendpath.core.casefile.events import Kind
from sendpath.returns.services import uploads

pytestmark = pytest.mark.django_db

HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>{{7*7}}{% debug %}"
SHOWN = "&lt;script&gt;alert(1)"
DEEP = 3


def runs(page):
    """Return whatever in a page would run, or was worked out."""
    return page.running if page else []


def test_no_page_holds_anything_that_runs(addresses, read):
    found = {
        (who, a.name): code
        for who in PEOPLE
        for a in addresses
        if (code := runs(read(who, a.url)[1]))
    }

    assert found == {}


@pytest.mark.parametrize(
    "text",
    [
        "<script>1</script>", '<p onclick="x">', '<p style="x">', "<style></style>",
        '<a href="javascript:x">', '<a href=" JavaScript:x">', '<img src="data:x">',
        "<iframe></iframe>", "<base>", '<meta http-equiv="Refresh" content="0;url=x">',
    ],
)  # fmt: skip
def test_the_walk_would_see_what_runs(text):
    assert Page(text).running


@pytest.fixture
def hostile_record(make_case, publish, dana, north, priya, today):
    """Have names that would run, wherever a name is held."""
    today(date(2026, 1, 19))
    make_case(
        (Kind.REQUEST_RECEIVED, date(2025, 11, 24)), surname=HOSTILE[:50], forename=HOSTILE[:50]
    )
    publish("990007", name=HOSTILE[:120])
    accounts.add_team(name=HOSTILE[:80])
    priya.first_name, priya.last_name = HOSTILE[:100], HOSTILE[:100]
    priya.save()
    source = a_file(a_person(Surname=HOSTILE, Forename=HOSTILE, UPN="Q919220000022"))
    size = len(BytesIO(source.read()).getvalue())
    source.seek(0)
    uploads.read(upload=uploads.receive(source=source, name=f"{HOSTILE}.xml", size=size, by=dana))


def filled(form, wrong):
    """Return what somebody sends who fills a form in, with one field made to run."""
    said = {name: sample(known) for name, known in form.fields.items() if known.kind != "file"}
    return said | {wrong: HOSTILE[:120]} | dict(form.buttons[:1])


def walk(browser, address, form, wrong):
    """Fill a form in and go on to the page on which it is saved; return the pages on the way."""
    said, seen = filled(form, wrong), []
    for _ in range(DEEP):
        answer = browser.post(form.action, said, follow=True)
        if not answer.headers.get("Content-Type", "").startswith("text/html"):
            break
        page = Page(answer.text, answer.request["PATH_INFO"])
        seen.append((answer, page))
        onward = [
            f for f in page.forms if f.action == form.action and ("step", "save") in f.buttons
        ]
        if not onward:
            break
        said = {name: known.value for name, known in onward[0].fields.items()}
        said |= {wrong: HOSTILE[:120], "step": "save"}
    return seen


def test_what_is_typed_in_any_field_of_any_form_is_text(addresses, as_whom, read, hostile_record):
    walked, shown, wrong = set(), set(), {}
    for who in PEOPLE:
        for address in addresses:
            _, page = read(who, address.url)
            for form in page.forms if page else []:
                for known in form.fields.values():
                    key = (form.action, known.name)
                    if form.method != "post" or not known.typed or key in walked:
                        continue
                    walked.add(key)
                    for answer, after in walk(as_whom[who](), address, form, known.name):
                        if SHOWN in answer.text:
                            shown.add(key)
                        if runs(after) or ">49{" in answer.text:
                            wrong[key] = runs(after)

    assert wrong == {}
    # the walk went through forms that are there, and what it typed came back as text
    assert len(walked) > 20
    assert len(shown) > 10


def test_what_was_typed_is_text_on_every_page_that_shows_it(addresses, read, hostile_record):
    wrong, shown = {}, set()
    for who in PEOPLE:
        for address in addresses:
            answer, page = read(who, address.url)
            if page and SHOWN in answer.text:
                shown.add(address.name)
            if runs(page):
                wrong[who, address.name] = runs(page)

    assert wrong == {}
    assert {"casework:worklist", "establishments:calendars", "returns:start"} <= shown


def test_what_stands_in_an_address_is_text(addresses, read):
    names = ("words", "page", "officer", "team", "when", "known_on", "what", "on", "kind", "next")
    query = "&".join(f"{name}={'%3Cscript%3Ealert(1)%3C/script%3E'}" for name in names)

    found = {
        (who, a.name): code
        for who in PEOPLE
        for a in addresses
        if (code := runs(read(who, f"{a.url}?{query}")[1]))
    }

    assert found == {}
