"""An officer adds documents: one by one with JavaScript, all at once without, and draws boxes."""

from __future__ import annotations

import io

import pypdfium2
import pytest

from documents.conftest import described, work
from documents.made_up import pdf, picture
from sendpath.documents.models import Document
from sendpath.documents.services import uploads
from sendpath.documents.services.sealed import open_version

CHOSEN = ("Report", "Health", "Officers and those who advise")


@pytest.fixture
def child(make_case, settings):
    settings.SCANNER = "none"
    return make_case().person


@pytest.fixture
def session(client, live_server, priya):
    client.force_login(priya)
    value = client.cookies["sessionid"].value
    return {"name": "sessionid", "value": value, "url": live_server.url}


@pytest.fixture
def scripted(chromium, live_server, session):
    """A window with JavaScript, as wide as a phone."""
    context = chromium.new_context(base_url=live_server.url, viewport={"width": 360, "height": 740})
    context.add_cookies([session])
    yield context.new_page()
    context.close()


FILES = [
    {"name": "Advice.pdf", "mimeType": "application/pdf", "buffer": pdf("Amber likes porridge.")},
    {"name": "Drawing.jpg", "mimeType": "image/jpeg", "buffer": picture()},
]
PROGRAM = {"name": "game.exe", "mimeType": "image/png", "buffer": b"MZ\x90\x00" + bytes(200)}


def fill(page, child, files):
    page.goto(f"/documents/of/{child.pk}/add")
    page.locator("input[type=file]").set_input_files(files)
    for label in CHOSEN:
        page.get_by_label(label, exact=True).check()
    page.get_by_role("button", name="Add them").click()


def titles():
    return sorted(document.title for document in Document.objects.all())


def test_without_javascript_all_are_sent_at_once(context, session, child):
    context.add_cookies([session])
    page = context.new_page()

    fill(page, child, FILES)

    assert "2 documents added" in page.inner_text("main")
    assert titles() == ["Advice", "Drawing"]
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_with_javascript_each_is_sent_by_itself(scripted, child):
    fill(scripted, child, FILES)

    scripted.wait_for_url(f"**/documents/of/{child.pk}")
    assert titles() == ["Advice", "Drawing"]
    assert Document.objects.values_list("sensitivity", flat=True).distinct().get() == "health"


def test_with_javascript_what_is_refused_is_named_beside_what_was_added(scripted, child):
    fill(scripted, child, [*FILES, PROGRAM])

    told = scripted.locator("#upload-progress")
    told.get_by_text("2 of 3 added. See the documents").wait_for()
    assert "game.exe: “game.exe” was not added. This kind of file is not taken." in (
        told.inner_text()
    )
    assert "Advice.pdf: added" in told.inner_text()
    assert titles() == ["Advice", "Drawing"]


def test_what_is_too_large_is_refused_before_it_is_sent(scripted, child, settings):
    settings.LARGEST_DOCUMENT = 1_000_000
    large = {"name": "film.mp4", "mimeType": "video/mp4", "buffer": bytes(1_000_001)}

    fill(scripted, child, [large])

    told = scripted.locator("#upload-progress")
    told.get_by_text("film.mp4: not added: it is larger than 1 MB").wait_for()
    assert titles() == []


def test_what_is_missing_is_said_by_the_page(scripted, child):
    scripted.goto(f"/documents/of/{child.pk}/add")
    scripted.locator("input[type=file]").set_input_files(FILES)
    scripted.get_by_role("button", name="Add them").click()

    scripted.get_by_text("There is a problem").wait_for()
    assert "Choose what it is" in scripted.inner_text("main")


def test_a_box_drawn_on_a_page_is_black_in_the_copy(scripted, child, priya):
    document = uploads.add_document(
        person_id=child.pk,
        file=io.BytesIO(pdf("Olive is named here.", "The second page.")),
        name="Letter.pdf",
        described=described(),
        by=priya,
    )
    work()
    scripted.goto(f"/documents/{document.pk}/redact")
    drawn = scripted.locator(".documents-grid img")
    drawn.scroll_into_view_if_needed()
    edge = drawn.bounding_box()
    scripted.mouse.move(edge["x"] + 1, edge["y"] + 1)
    scripted.mouse.down()
    scripted.mouse.move(edge["x"] + edge["width"] - 2, edge["y"] + edge["height"] / 4)
    scripted.mouse.up()
    assert scripted.get_by_label("Places to black out").input_value().startswith("1 0.")
    assert scripted.locator(".documents-box").count() == 1

    scripted.get_by_label("Officers only").check()
    scripted.get_by_role("button", name="Make the copy").click()
    scripted.wait_for_url("**/documents/*")

    copy = Document.objects.get(redacted_from=document)
    with open_version(copy.versions.get()) as file:
        page = pypdfium2.PdfDocument(file.read())[0].render().to_pil().convert("L")
    assert page.getpixel((page.width // 2, page.height // 8)) < 30
    assert page.getpixel((page.width // 2, page.height // 2)) > 200
