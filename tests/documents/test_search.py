"""Documents are found by their words, however these end, with a few of them shown."""

import io

import pytest
from django.urls import reverse

from documents.conftest import work
from documents.made_up import docx, odt, pdf, picture
from sendpath.documents.models import Words
from sendpath.documents.selectors.search import search
from sendpath.documents.services.uploads import add_version

pytestmark = pytest.mark.django_db


@pytest.fixture
def find(priya):
    return lambda words: [one.document.title for one in search(reader=priya, words=words)]


@pytest.fixture
def library(added):
    added(pdf("Amber was assessed by the speech therapist.", "She stammers."), "SALT report")
    added(docx("The physiotherapist recommends swimming."), "Physio advice")
    added(odt("Bus to school, both ways."), "Transport")
    added(picture(), "Drawing of home")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("speech", ["SALT report"]),
        ("assessment", ["SALT report"]),  # by its stem
        ("stammering", ["SALT report"]),
        ("SWIMMING physiotherapist", ["Physio advice"]),
        ("swimming speech", []),
        ("bus", ["Transport"]),
        ("drawing", ["Drawing of home"]),  # by its name
        ("physio", ["Physio advice"]),
        ("", []),
        ("\"' OR 1=1 --", []),
        ("NEAR(speech bus) * ^", []),
        ("zebra", []),
    ],
)
def test_documents_are_found_by_their_words(library, find, words, found):
    assert find(words) == found


def test_a_few_words_are_shown_and_the_page_they_stand_on(client, priya, library):
    client.force_login(priya)

    page = client.get(reverse("documents:search"), {"words": "stammers"})

    assert "She <mark>stammers</mark>" in page.text
    assert "?page=2" in page.text


def test_what_is_shown_of_a_document_is_words_only(client, priya, added):
    added(docx("before &lt;script&gt;alert(1)&lt;/script&gt; porridge after"), "a.docx")
    client.force_login(priya)

    page = client.get(reverse("documents:search"), {"words": "porridge"})

    assert "&lt;script&gt;alert(1)&lt;/script&gt; <mark>porridge</mark> after" in page.text


def test_words_of_an_old_version_are_not_found(added, priya, find):
    document = added(b"It said porridge.\n", "note.txt")
    add_version(document=document, file=io.BytesIO(b"It says muesli.\n"), by=priya)
    work()

    assert (find("porridge"), find("muesli")) == ([], ["note"])


def test_the_longest_text_of_ever_new_words_is_found(added, find):
    added(" ".join(f"w{n:x}ord" for n in range(60_000)).encode(), "long.txt")

    assert len(Words.objects.get().text) > 399_000
    assert find("w7fford") == ["long"]


def test_an_empty_search_asks_and_finds_nothing(client, priya):
    client.force_login(priya)

    assert "No document" not in client.get(reverse("documents:search")).text
    assert client.get(reverse("documents:search"), {"of": "x"}).status_code == 200
