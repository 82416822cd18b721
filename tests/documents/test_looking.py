"""What is seen of a document: its pages drawn again, harmless HTML, and files to take away."""

import io

import pytest
from django.urls import reverse
from PIL import Image

from documents.made_up import DOCX_STYLED, docx, odt, pdf, picture
from sendpath.audit.models import AuditEntry, Chain
from sendpath.documents.models import Version

pytestmark = pytest.mark.django_db


@pytest.fixture
def see(client, priya):
    client.force_login(priya)

    def page_of(document, **query):
        return client.get(reverse("documents:document", args=[document.pk]), query)

    return page_of


@pytest.fixture
def take(client, priya):
    client.force_login(priya)

    def file_of(document, name="download", *more):
        answer = client.get(reverse(f"documents:{name}", args=[document.pk, 1, *more]))
        return answer, answer.getvalue()

    return file_of


def test_a_pdf_is_shown_page_by_page_with_its_words(see, take, added):
    document = added(pdf("The first page tells of Amber.", "The second tells of speech."))

    first, second = see(document), see(document, page=2)

    assert "The first page tells of Amber." in first.text
    assert "The second tells of speech." not in first.text
    assert "The second tells of speech." in second.text
    assert "Page 2 of 2" in second.text
    answer, drawn = take(document, "page", 2)
    assert answer.headers["Content-Type"] == "image/png"
    assert Image.open(io.BytesIO(drawn)).size[1] == 1000
    assert take(document, "page", 3)[0].status_code == 404
    assert take(document, "page", 0)[0].status_code == 404


@pytest.mark.parametrize("form", ["JPEG", "PNG", "TIFF"])
def test_a_picture_is_drawn_again_without_what_is_hidden_in_it(see, take, added, form):
    document = added(picture(form, said="Taken at 12 Hidden Lane"), "photo")

    page = see(document)
    _, drawn = take(document, "page", 1)

    assert f"/documents/{document.pk}/versions/1/pages/1" in page.text
    opened = Image.open(io.BytesIO(drawn))
    assert opened.format == "PNG"
    assert (opened.getexif(), opened.info) == ({}, {})
    assert b"Hidden Lane" not in drawn
    red, green, blue = opened.getpixel((10, 10))
    assert (red > 200, green < 60, blue < 60) == (True, True, True)


def test_word_is_shown_as_harmless_html(see, added):
    linked = docx("Dear &lt;script&gt;alert(1)&lt;/script&gt; parent", "A second line")

    page = see(added(linked, "letter.docx"))

    assert "Dear &lt;script&gt;alert(1)&lt;/script&gt; parent" in page.text
    assert "<p>A second line</p>" in page.text
    assert "<script>alert" not in page.text


def test_headings_of_a_word_document_stand_below_those_of_the_page(see, added):
    from documents.made_up import DOCX_BODY

    styles = (
        '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/></w:style></w:styles>'
    )
    body = DOCX_BODY.format(DOCX_STYLED.format("H", "What Amber needs"))
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships/styles" Target="styles.xml"/></Relationships>'
    )
    parts = {
        "word/document.xml": body,
        "word/styles.xml": styles,
        "word/_rels/document.xml.rels": relations,
    }

    page = see(added(docx(parts=parts), "advice.docx"))

    assert "<h3>What Amber needs</h3>" in page.text


@pytest.mark.parametrize(
    ("content", "shown"),
    [
        (b"Plain <b>words</b> & more\n", "Plain &lt;b&gt;words&lt;/b&gt; &amp; more"),
        ("Zoë’s words\n".encode("cp1252"), "Zoë’s words"),
        (b"name,formula\nx,=cmd()\ny,2\n", "name,formula"),
    ],
)
def test_plain_text_is_shown_as_text(see, added, content, shown):
    assert shown in see(added(content, "note.txt")).text


def test_opendocument_has_no_preview_and_says_so(see, added):
    page = see(added(odt("Hello"), "letter.odt"))

    assert "There is no preview of this kind of file." in page.text
    assert "Download" in page.text


def test_a_file_that_cannot_be_read_gives_no_preview_and_no_fault(see, take, added):
    document = added(b"%PDF-1.7\n" + b"nothing of a PDF\n" * 50, "broken.pdf")

    page = see(document)

    assert page.status_code == 200
    assert "There is no preview: the file could not be read." in page.text
    assert take(document, "page", 1)[0].status_code == 404
    assert take(document)[0].status_code == 200


def test_a_broken_word_document_gives_no_preview_and_no_fault(see, added):
    page = see(added(docx(parts={"word/document.xml": "<not xml"}), "broken.docx"))

    assert page.status_code == 200
    assert "There is no preview: the file could not be read." in page.text


@pytest.mark.parametrize(
    ("content", "name", "served_as"),
    [
        (pdf("A"), "a.pdf", "application/pdf"),
        (b"a,b\n1,2\n3,4\n", "table.csv", "text/csv; charset=utf-8"),
        (b"Plain words.\n", "note.html", "text/plain; charset=utf-8"),
        (picture(), "photo.html", "image/jpeg"),
    ],
)
def test_a_download_is_kept_and_never_shown(take, added, content, name, served_as):
    answer, taken = take(added(content, name))

    assert taken == content
    assert answer.headers["Content-Type"] == served_as
    assert answer.headers["Content-Disposition"].startswith("attachment; filename=")
    assert ".html" not in answer.headers["Content-Disposition"]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer.headers["Cache-Control"] == "no-store"
    assert int(answer.headers["Content-Length"]) == len(content)


@pytest.mark.parametrize("name", ["download", "page"])
def test_no_answer_with_a_file_in_it_is_html(take, added, name):
    document = added(pdf("A"))
    answer, _ = take(document, name, *([1] if name == "page" else []))
    assert "html" not in answer.headers["Content-Type"]


def test_sound_is_played_in_its_page(see, take, added):
    from documents.test_filetypes import sound

    document = added(sound(), "Amber says.wav", kind="voice")

    assert f'<audio controls preload="none" src="/documents/{document.pk}' in see(document).text
    answer, heard = take(document, "play")
    assert (answer.headers["Content-Type"], heard) == ("audio/wav", sound())
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert take(added(pdf("A")), "play")[0].status_code == 404


def test_a_name_with_markup_in_it_is_words_wherever_it_stands(client, priya, see, added, child):
    name = "<img src=x onerror=alert(1)>"
    document = added(b"Plain words.\n", f"{name}.txt")
    assert document.title == name

    pages = [
        see(document).text,
        client.get(reverse("documents:of_person", args=[child.pk])).text,
        client.get(reverse("documents:search"), {"words": "plain"}).text,
        client.get(reverse("documents:void", args=[document.pk])).text,
    ]

    for page in pages:
        assert "<img src=x" not in page
        assert "&lt;img src=x onerror=alert(1)&gt;" in page


def test_a_changed_file_is_not_given_and_says_so(see, take, added, settings):
    document = added(pdf("Dear Amber"))
    (path,) = (settings.MEDIA_ROOT / "documents").glob("*")
    content = bytearray(path.read_bytes())
    content[100] ^= 1
    path.write_bytes(content)

    answer, told = take(document)

    assert answer.status_code == 410
    assert "This file cannot be opened" in told.decode()
    assert not AuditEntry.objects.filter(act="document_downloaded").exists()
    assert see(document).status_code == 200


def test_a_look_and_a_download_are_logged_and_shown(see, take, added, priya):
    document = added(pdf("Dear Amber"), sensitivity="health")

    see(document)
    take(document)
    page = see(document)

    entries = AuditEntry.objects.filter(by="priya", chain=Chain.CHANGES).order_by("number")
    acts = list(entries.values_list("act", flat=True))
    assert acts[-3:] == ["document_viewed", "document_downloaded", "document_viewed"]
    entry = AuditEntry.objects.get(act="document_downloaded")
    assert entry.details == {
        "person": document.person_id, "version": 1, "sensitivity": "health", "page": None,
    }  # fmt: skip
    assert "Downloaded, version 1: Priya Tester" in page.text


def test_what_is_said_of_a_document_is_changed_and_logged(client, priya, added):
    document = added(pdf("Dear Amber"))
    client.force_login(priya)

    page = client.post(
        reverse("documents:describe", args=[document.pk]),
        {"title": "Advice", "kind": "advice", "sensitivity": "health", "visibility": "officers"},
        follow=True,
    )

    assert "<h1" in page.text
    assert "Advice for an assessment" in page.text
    entry = AuditEntry.objects.get(act="document_described")
    assert (entry.details["sensitivity_before"], entry.details["sensitivity"]) == (
        "ordinary", "health",
    )  # fmt: skip
    found = client.get(reverse("documents:search"), {"words": "advice amber"})
    assert "1 document" in found.text


def test_pages_are_counted_once_a_document_was_read(added):
    added(pdf("One", "Two", "Three"))

    assert Version.objects.get().pages == 3
