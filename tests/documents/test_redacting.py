"""What a redacted copy leaves out is nowhere in it, whoever looks for it and with whatever."""

import io

import pypdf
import pypdfium2
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from documents.conftest import work
from documents.made_up import docx, pdf, picture
from sendpath.audit.models import AuditEntry
from sendpath.documents.models import Document
from sendpath.documents.services.sealed import open_version

pytestmark = pytest.mark.django_db

PAGES = ("Page one names Olive.", "Page two names Hazel.", "Page three is for everyone.")


@pytest.fixture
def redact(client, priya):
    client.force_login(priya)

    def post(document, **said):
        return client.post(
            reverse("documents:redact", args=[document.pk]), {"visibility": "family", **said}
        )

    return post


def content_of(document):
    with open_version(document.versions.get()) as file:
        return file.read()


def test_nothing_under_a_box_or_on_a_page_left_out_survives(redact, added):
    original = added(pdf(*PAGES), visibility="officers")

    answer = redact(original, leave_out="2", boxes="1 0 0 100 30\n")
    work()

    copy = Document.objects.exclude(pk=original.pk).get()
    assert answer.url == f"/documents/{copy.pk}"
    assert (copy.redacted_from, copy.visibility, copy.person) == (
        original, "family", original.person,
    )  # fmt: skip
    content = content_of(copy)
    read = pypdf.PdfReader(io.BytesIO(content))
    assert len(read.pages) == 2
    assert "".join(page.extract_text() for page in read.pages).strip() == ""
    assert (read.attachments, read.metadata and read.metadata.title) in [({}, None), ({}, "")]
    for name in (b"Olive", b"Hazel"):
        assert name not in content
    first = pypdfium2.PdfDocument(content)[0].render(scale=1).to_pil().convert("L")
    width, height = first.size
    box = first.crop((0, 0, width, int(height * 0.3)))
    assert box.getextrema()[1] < 30
    rest = first.crop((0, int(height * 0.31), width, height))
    assert rest.getextrema()[0] > 200  # only its first lines had words
    assert copy.words.text.startswith(copy.title)
    entry = AuditEntry.objects.get(act="document_redacted")
    assert entry.details["redacted_from"] == original.pk


def test_the_picture_of_a_page_shows_what_is_not_black(redact, added):
    redact(added(pdf(*PAGES)), leave_out="1-2", boxes="3 90 90 5 5")

    copy = Document.objects.exclude(redacted_from=None).get()
    drawn = pypdfium2.PdfDocument(content_of(copy))[0].render(scale=2).to_pil().convert("L")
    top = drawn.crop((0, 0, drawn.width, drawn.height // 4))
    assert top.getextrema()[0] < 100  # the words can be read, the right way up


def test_a_picture_is_blacked_out(redact, added):
    redact(added(picture(size=(200, 100), said="Hidden Lane"), "photo"), boxes="1 0 0 50 100")

    copy = Document.objects.exclude(redacted_from=None).get()
    content = content_of(copy)
    drawn = Image.open(io.BytesIO(content))
    assert copy.versions.get().file_type == "png"
    assert (drawn.getpixel((50, 50)), drawn.getpixel((150, 50))) == ((0, 0, 0), (255, 255, 255))
    assert b"Hidden Lane" not in content


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({}, "Say which pages to leave out, or what to black out"),
        ({"leave_out": "4"}, "“4” is no page of this document. It has pages 1 to 3."),
        ({"leave_out": "0"}, "“0” is no page"),
        ({"leave_out": "3-2"}, "“3-2” is no page"),
        ({"leave_out": "x"}, "“x” is no page"),
        ({"leave_out": "1-3"}, "Leave at least one page in"),
        ({"boxes": "1 2 3"}, "“1 2 3” must be 5 numbers, like 1 10 20 50 5"),
        ({"boxes": "a b c d e"}, "must be 5 numbers"),
        ({"boxes": "9 1 1 1 1"}, "is not a place on pages 1 to 3"),
        ({"boxes": "1 100 1 1 1"}, "is not a place"),
        ({"boxes": "1 1 1 0 1"}, "is not a place"),
        ({"boxes": "1.5 1 1 1 1"}, "is not a place"),
        ({"boxes": "1 nan 1 1 1"}, "is not a place"),
        ({"boxes": "1 1 1 inf 1"}, "is not a place"),
        ({"boxes": "1 1 1 1 1\n" * 201}, "Black out 200 places or fewer"),
        ({"leave_out": "1", "visibility": ""}, "Choose who may see the copy"),
    ],
)
def test_what_cannot_be_left_out_is_said(redact, added, said, words):
    page = redact(added(pdf(*PAGES)), **said)

    assert page.status_code == 200
    assert words in page.text
    assert Document.objects.count() == 1


def test_a_copy_made_elsewhere_is_added(client, priya, added):
    original = added(pdf(*PAGES))
    client.force_login(priya)

    page = client.post(
        reverse("documents:add_copy", args=[original.pk]),
        {"file": SimpleUploadedFile("r.pdf", pdf("Nothing.")), "visibility": "family"},
        follow=True,
    )

    assert "The redacted copy was added" in page.text
    assert "with something left out." in page.text
    assert "Redacted copies" in client.get(f"/documents/{original.pk}").text


def test_word_is_not_redacted_here(client, priya, added):
    document = added(docx("Hello"))
    client.force_login(priya)

    assert client.get(reverse("documents:redact", args=[document.pk])).status_code == 404


def test_another_page_is_looked_at_without_losing_what_was_typed(redact, added):
    page = redact(added(pdf(*PAGES)), look="2", boxes="1 2 3 4 5", leave_out="x", visibility="")

    assert page.status_code == 200
    assert "versions/1/pages/2" in page.text
    assert "1 2 3 4 5</textarea>" in page.text
    assert 'value="x"' in page.text
    assert "There is a problem" not in page.text
    assert Document.objects.count() == 1
