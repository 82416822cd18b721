"""Documents come in from a page: sealed, told by their content, and refused in plain words."""

import io
import os
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from documents.conftest import work
from documents.made_up import docx, pdf, picture
from sendpath.audit.models import AuditEntry
from sendpath.documents.models import Document, Version, Words
from sendpath.documents.services import sweeping, uploads
from sendpath.documents.services.sealed import open_version

pytestmark = pytest.mark.django_db


def stored():
    folder = Path(settings.MEDIA_ROOT) / "documents"
    return sorted(folder.glob("*")) if folder.exists() else []


def test_several_files_are_added_at_once_and_said_to_be(client, priya, child, send):
    client.force_login(priya)

    answer = send(("Letter.pdf", pdf("Dear Amber")), ("photo.JPG", picture()), kind="letter")

    assert answer.status_code == 302
    page = client.get(answer.url)
    assert "2 documents added" in page.text
    assert "Waiting to be scanned" in page.text
    found = Document.objects.order_by("pk").values_list("title", "kind", "person", "added_by")
    assert list(found) == [
        ("Letter", "letter", child.pk, priya.pk),
        ("photo", "letter", child.pk, priya.pk),
    ]
    assert list(Version.objects.order_by("pk").values_list("file_type", "scan")) == [
        ("pdf", "waiting"),
        ("jpg", "waiting"),
    ]


def test_what_lies_on_the_disk_cannot_be_read(add):
    content = b"Amber Testchild was seen by the physiotherapist.\n" * 50

    document = add(content, "note.txt")

    (file,) = stored()
    assert b"Amber" not in file.read_bytes()
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.parent.stat().st_mode & 0o777 == 0o700
    assert file.name == str(document.versions.get().stored_as)
    with open_version(document.versions.get()) as opened:
        assert opened.read() == content


def test_an_upload_is_logged_with_ids_and_no_name(add, priya):
    document = add(pdf("Dear Amber"), "Amber Testchild.pdf", sensitivity="health")

    entry = AuditEntry.objects.get(act="document_added")
    assert (entry.by, entry.subject) == ("priya", f"document:{document.pk}")
    assert entry.details["person"] == document.person_id
    assert entry.details["sensitivity"] == "health"
    assert "Amber" not in str(entry.details)


def test_good_files_are_kept_when_another_is_refused(client, priya, send):
    client.force_login(priya)

    page = send(("good.pdf", pdf("Good")), ("bad.exe", b"MZ\x90\x00" + bytes(99)))

    assert page.status_code == 200
    assert "1 document added, but not all" in page.text
    assert "“bad.exe” was not added. This kind of file is not taken." in page.text
    assert [document.title for document in Document.objects.all()] == ["good"]


def test_what_is_missing_is_asked_for(client, priya, child):
    client.force_login(priya)

    page = client.post(reverse("documents:add", args=[child.pk]), {})

    for words in (
        "Choose at least one file",
        "Choose what it is",
        "Choose what it tells of",
        "Choose who may see it",
    ):
        assert words in page.text


def test_a_name_is_never_a_path(client, priya, send, tmp_path):
    client.force_login(priya)

    send(("../../../../tmp/evil.txt", b"Plain words in a file.\n"))

    assert [document.title for document in Document.objects.all()] == ["evil"]
    (file,) = stored()
    assert file.parent == Path(settings.MEDIA_ROOT) / "documents"


def test_a_file_that_is_too_large_is_refused_while_it_arrives(client, priya, send, settings):
    settings.LARGEST_DOCUMENT = 1_000_000
    client.force_login(priya)

    page = send(("film.mp4", bytes(1_500_000)))

    assert page.status_code == 413
    assert "“film.mp4” is too large. A file must be smaller than 1 MB." in page.text
    assert (Document.objects.count(), stored()) == (0, [])


FORM = "multipart/form-data; boundary=x"


class NeverRead:
    """A request's body that must not be looked at."""

    def read(self, *size):
        raise AssertionError("The body was read")

    readline = read


@pytest.mark.parametrize(
    "address", ["documents:add", "documents:add_version", "documents:add_copy"]
)
def test_100_megabytes_are_refused_before_a_byte_is_read(client, priya, add, address):
    document = add(pdf("Dear Amber"))
    pk = document.person_id if address == "documents:add" else document.pk
    client.force_login(priya)

    page = client.generic(
        "POST",
        reverse(address, args=[pk]),
        **{"CONTENT_TYPE": FORM, "CONTENT_LENGTH": str(101_000_001), "wsgi.input": NeverRead()},
    )

    assert page.status_code == 413
    assert "too large to send at once. A file must be smaller than 50 MB" in page.text


def test_more_than_twenty_files_are_refused(client, priya, send):
    client.force_login(priya)

    page = send(*[(f"{n}.txt", b"Plain words.\n") for n in range(21)])

    assert page.status_code == 413
    assert "Choose 20 files or fewer at once." in page.text
    assert Document.objects.count() == 0


def test_what_may_be_sent_is_read(client, priya, child):
    client.force_login(priya)

    with pytest.raises(AssertionError, match="The body was read"):
        client.generic(
            "POST",
            reverse("documents:add", args=[child.pk]),
            **{"CONTENT_TYPE": FORM, "CONTENT_LENGTH": "1000", "wsgi.input": NeverRead()},
        )


def test_whoever_may_not_add_is_refused_before_the_body_is_read(client, tom, lena, child):
    for user in (tom, lena):
        client.force_login(user)
        answer = client.generic(
            "POST",
            reverse("documents:add", args=[child.pk]),
            **{"CONTENT_TYPE": FORM, "CONTENT_LENGTH": "1000", "wsgi.input": NeverRead()},
        )
        assert answer.status_code == 404


def test_a_form_from_another_site_is_refused(priya, child):
    client = Client(enforce_csrf_checks=True)
    client.force_login(priya)

    answer = client.post(reverse("documents:add", args=[child.pk]), {"kind": "report"})

    assert answer.status_code == 403
    assert Document.objects.count() == 0


class BrokenOff:
    """A request's body whose connection ends."""

    def read(self, *size):
        raise OSError("the connection has ended")

    readline = read


def test_an_upload_that_breaks_off_is_answered_in_words(client, priya, child):
    client.force_login(priya)

    answer = client.generic(
        "POST",
        reverse("documents:add", args=[child.pk]),
        **{"CONTENT_TYPE": FORM, "CONTENT_LENGTH": "1000", "wsgi.input": BrokenOff()},
    )

    assert answer.status_code == 408
    assert "came too slowly or broke off, and nothing was kept" in answer.text
    assert Document.objects.count() == 0


def test_javascript_is_answered_in_json(client, priya, child, send):
    client.force_login(priya)
    asking = {"headers": {"accept": "application/json"}}

    def one(name, content):
        return client.post(
            reverse("documents:add", args=[child.pk]),
            {
                "kind": "report", "sensitivity": "ordinary", "visibility": "officers",
                "files_sent": SimpleUploadedFile(name, content),
            },
            **asking,
        )  # fmt: skip

    assert one("a.pdf", pdf("A")).json() == {"added": 1}
    refused = one("b.exe", b"MZ\x90\x00" + bytes(99))
    assert refused.status_code == 422
    assert refused.json()["refused"][0].startswith("“b.exe” was not added.")


def test_a_new_version_keeps_the_old_one(client, priya, added, unscanned):
    document = added(b"The first words.\n", "note.txt")
    client.force_login(priya)

    answer = client.post(
        reverse("documents:add_version", args=[document.pk]),
        {"file": SimpleUploadedFile("again.txt", b"The second words.\n")},
        follow=True,
    )
    work()

    assert "A new version was added" in answer.text
    newest = client.get(reverse("documents:document", args=[document.pk]))
    assert "The second words." in newest.text
    first = client.get(reverse("documents:version", args=[document.pk, 1]))
    assert "The first words." in first.text
    assert "You are looking at version 1." in first.text
    assert Words.objects.get(document=document).text == "note\fThe second words.\n"


def test_a_case_that_is_not_the_childs_cannot_be_named(client, priya, child, send, make_case):
    other = make_case(surname="Other")
    client.force_login(priya)

    page = send(("a.pdf", pdf("A")), case=other.pk)

    assert page.status_code == 200
    assert Document.objects.count() == 0
    own = child.cases.get()
    assert send(("a.pdf", pdf("A")), case=own.pk).status_code == 302
    assert Document.objects.get().case_number == own.pk


def test_a_document_is_filed_under_its_case(client, priya, added, child):
    case = child.cases.get()
    document = added(pdf("A"), case_number=case.pk)
    client.force_login(priya)

    page = client.get(reverse("documents:document", args=[document.pk]))

    assert f'href="/cases/{case.reference}"' in page.text
    assert "Documents (1)" in client.get(f"/cases/{case.reference}").text


def test_if_the_row_was_never_written_the_file_is_swept_up(child, add):
    kept = uploads._kept(child.pk, io.BytesIO(pdf("Never written down")))
    add(pdf("Written down"))
    half = stored()[0].parent / "half-abc"
    half.write_bytes(b"half")
    assert len(stored()) == 3
    assert sweeping.sweep() == 0  # too young: their rows may still be on their way

    old = (timezone.now() - timedelta(hours=3)).timestamp()
    for file in stored():
        os.utime(file, (old, old))
    assert sweeping.sweep() == 2
    assert str(kept.stored_as) not in {file.name for file in stored()}
    assert len(stored()) == 1


def test_a_word_file_is_added_whole(add):
    content = docx("Dear parent")
    with open_version(add(content, "letter.docx").versions.get()) as opened:
        assert opened.read() == content
