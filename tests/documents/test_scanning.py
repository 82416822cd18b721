"""Nothing is opened before a scan says that it is clean; what a scanner cannot say stays locked."""

import io
import json
from datetime import timedelta

import pytest
from click.testing import CliRunner
from django.core.exceptions import ImproperlyConfigured
from django.urls import reverse
from django.utils import timezone

from documents.conftest import work
from documents.made_up import EICAR, docx, pdf
from sendpath.audit.models import AuditEntry
from sendpath.config.cli.documents import documents as command
from sendpath.config.document_settings import scanner as scanner_setting
from sendpath.documents import scanner
from sendpath.documents.models import Version, Words
from sendpath.documents.sealing import Tampered
from sendpath.documents.selectors.documents import standing_for_operations
from sendpath.documents.services import scanning
from sendpath.documents.services.sealed import open_version
from sendpath.jobs.models import Job

pytestmark = pytest.mark.django_db


def fetched(client, path):
    """Return the code of an answer, read to its end so that its file is closed."""
    answer = client.get(path)
    answer.getvalue()
    return answer.status_code


def addresses(document, number=1):
    return [
        reverse("documents:download", args=[document.pk, number]),
        reverse("documents:play", args=[document.pk, number]),
        reverse("documents:page", args=[document.pk, number, 1]),
    ]


@pytest.fixture
def scanned(settings, clamd):
    """An installation with a real scanner."""
    settings.SCANNER = clamd


def test_a_clean_document_is_opened_once_it_was_scanned(client, priya, add, scanned):
    document = add(pdf("Dear Amber"))
    client.force_login(priya)
    page = reverse("documents:document", args=[document.pk])
    assert "is waiting to be scanned" in client.get(page).text
    assert [fetched(client, path) for path in addresses(document)] == [404, 404, 404]

    work()

    assert document.versions.get().scan == "clean"
    assert "What it says" in client.get(page).text
    assert fetched(client, addresses(document)[0]) == 200
    entry = AuditEntry.objects.get(act="document_scanned")
    assert entry.details == {"version": 1, "found": "clean", "harm": ""}


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (EICAR, "test.txt"),
        (docx("harmless words", parts={"word/media/x.bin": EICAR}), "letter.docx"),
    ],
)
def test_what_is_harmful_is_locked_away_and_the_sender_told(
    client, priya, add, scanned, content, name
):
    document = add(content, name)
    work()
    version = document.versions.get()
    client.force_login(priya)

    page = client.get(reverse("documents:document", args=[document.pk]))

    assert version.scan == "infected"
    assert "Eicar-Test" in version.harm
    assert "This file is locked away: harmful software was found in it" in page.text
    assert [fetched(client, path) for path in addresses(document)] == [404, 404, 404]
    assert "Harmful software in what you added" in client.get("/").text
    assert standing_for_operations().infected == 1
    assert not Words.objects.filter(document=document).exists()


def test_what_is_harmful_is_kept_for_its_days_and_then_destroyed(add, scanned, settings):
    document = add(EICAR, "test.txt")
    work()
    version = document.versions.get()
    assert scanning.destroy_what_was_kept_as_evidence() == 0

    Version.objects.update(scanned_at=timezone.now() - timedelta(days=31))
    assert scanning.destroy_what_was_kept_as_evidence() == 1

    version.refresh_from_db()
    assert bytes(version.salt) == b""
    with pytest.raises(Tampered):
        open_version(version)
    assert AuditEntry.objects.filter(act="document_version_destroyed").count() == 1


def test_without_an_answer_a_document_stays_locked_and_is_tried_again(
    client, priya, add, settings, clamd
):
    settings.SCANNER = "tcp:127.0.0.1:1"
    document = add(pdf("Dear Amber"))
    client.force_login(priya)
    work()

    page = client.get(reverse("documents:document", args=[document.pk]))

    version = document.versions.get()
    assert (version.scan, version.scan_tries) == ("waiting", 1)
    assert "the scanner for harmful software did not answer" in page.text
    assert [fetched(client, path) for path in addresses(document)] == [404, 404, 404]
    assert standing_for_operations().waiting_in_vain == 1

    settings.SCANNER = clamd
    Job.objects.update(run_after=timezone.now())
    work()
    version.refresh_from_db()
    assert version.scan == "clean"


def test_the_last_try_asks_for_more_tries(add, settings):
    settings.SCANNER = "tcp:127.0.0.1:1"
    add(pdf("Dear Amber"))
    for _ in range(5):
        Job.objects.update(run_after=timezone.now())
        work()

    assert Version.objects.get().scan_tries >= 5
    open_jobs = Job.objects.filter(kind="documents.scan", state="waiting")
    assert open_jobs.count() == 1


def test_without_a_scanner_nothing_is_opened(client, priya, add, settings):
    document = add(pdf("Dear Amber"))
    work()
    client.force_login(priya)

    assert document.versions.get().scan == "waiting"
    assert fetched(client, addresses(document)[0]) == 404


def test_a_demonstration_says_that_nothing_is_scanned(client, priya, added):
    document = added(pdf("Dear Amber"))
    client.force_login(priya)

    page = client.get(reverse("documents:document", args=[document.pk]))

    assert document.versions.get().scan == "unscanned"
    assert "Not scanned here: no scanner is configured." in page.text
    assert fetched(client, addresses(document)[0]) == 200


@pytest.mark.parametrize(
    ("told", "demonstration"),
    [("none", False), ("clamd", True), ("tcp:host", True), ("unix:", True), ("tcp:", False)],
)
def test_a_wrong_scanner_stops_the_start(monkeypatch, told, demonstration):
    monkeypatch.setenv("SENDPATH_SCANNER", told)

    with pytest.raises(ImproperlyConfigured, match="SENDPATH_SCANNER"):
        scanner_setting(demonstration=demonstration)


@pytest.mark.parametrize(
    "told", ["", "tcp:127.0.0.1:3310", "tcp:::1:3310", "unix:/run/clamav/clamd.ctl"]
)
def test_a_scanner_is_set(monkeypatch, told):
    monkeypatch.setenv("SENDPATH_SCANNER", told)

    assert scanner_setting(demonstration=False) == told


def test_a_scanner_that_answers_with_an_error_is_no_scanner(clamd):
    too_large = io.BytesIO(bytes(6_000_000))

    with pytest.raises(scanner.ScannerDown):
        scanner.harm_in(too_large, at=clamd)


def test_the_command_says_how_the_scanner_stands(add, settings, clamd):
    def told(scanner):
        settings.SCANNER = scanner
        done = CliRunner().invoke(command, ["status", "--json"])
        return json.loads(done.output), done.exit_code

    counts = {"waiting": 0, "waiting_in_vain": 0, "infected": 0}
    assert told(clamd) == ({"scanner": "answers", **counts}, 0)
    assert told("none") == ({"scanner": "none", **counts}, 0)
    assert told("") == ({"scanner": "no answer", **counts}, 1)
    add(pdf("Dear Amber"))
    settings.SCANNER = "tcp:127.0.0.1:1"
    work()
    in_vain = {"waiting": 1, "waiting_in_vain": 1, "infected": 0}
    assert told(clamd) == ({"scanner": "answers", **in_vain}, 1)
    settings.SCANNER = "tcp:127.0.0.1:1"
    in_words = CliRunner().invoke(command, ["status"]).output
    assert "scanner: no answer\nwaiting: 1\nwaiting in vain: 1" in in_words


def test_no_scanner_at_a_socket(tmp_path):
    with pytest.raises(scanner.ScannerDown):
        scanner.harm_in(io.BytesIO(b"x"), at=f"unix:{tmp_path}/clamd.ctl")


def test_a_file_that_was_changed_is_never_called_clean(add, scanned, settings):
    document = add(pdf("Dear Amber"))
    version = document.versions.get()
    (path,) = (settings.MEDIA_ROOT / "documents").glob("*")
    content = bytearray(path.read_bytes())
    content[50] ^= 1
    path.write_bytes(content)

    work()

    version.refresh_from_db()
    assert version.scan == "waiting"
