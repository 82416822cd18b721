"""A file that is no return is refused at the door, at once, in words, and nothing changes."""

import gzip
import random
import time
from datetime import date
from html import unescape

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from sendpath.casework.models import CaseDeadline, CaseEvent
from sendpath.core.casefile.events import Kind
from sendpath.core.sen2.identifiers import upn_check_letter
from sendpath.jobs.models import Job
from sendpath.jobs.worker import run_one
from sendpath.people.models import Person
from sendpath.returns.models import StagedFault, StagedPerson, Upload
from tests.returns.conftest import DAY, a_file, a_person

pytestmark = pytest.mark.django_db

ONE_SECOND = 1


def upn(number):
    body = f"919220000{number:03d}"
    return upn_check_letter(body) + body


SHORT = a_file(a_person()).getvalue()
LONG = a_file(*(a_person(UPN=upn(number)) for number in range(200))).getvalue()
assert len(LONG) > 65_536, "longer than the part that is looked at when the file arrives"

ROWS = b"Surname,Forename,UPN\r\nTestchild,Amber,N919220000011\r\n"
FORMULAS = b"=HYPERLINK(\"http://x.invalid\"),@SUM(1),+1,-1\r\n=cmd|'/c calc'!A1,1,1,1\r\n"
PUPILS = b"<Message><Header><Collection>SC</Collection></Header><Pupils><Pupil/></Pupils></Message>"
ENTITY = b'<!DOCTYPE Message [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
HEADER = SHORT[SHORT.index(b" <Header>") : SHORT.index(b" <Persons>")]
NONSENSE = random.Random(1).randbytes(20_000_000)


def spoilt(whole, old, new):
    """Return the file with the last of these words changed, for its fault to come late."""
    before, found, after = whole.rpartition(old)
    assert found
    return before + new + after


AT_THE_DOOR = {
    "0 bytes": (b"", "The file is empty. Export it again from the case system."),
    "blank lines": (b"\r\n \r\n" * 100, "it is cut short or empty"),
    "a PDF": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" * 50, "It looks like a PDF"),
    "a workbook": (b"PK\x03\x04\x14\x00\x06\x00" * 50, "an Excel workbook, or another zip file"),
    "an old workbook": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Excel or Word file"),
    "a compressed return": (gzip.compress(SHORT), "a compressed (gzip) file"),
    "a photograph": (b"\xff\xd8\xff\xe0\x00\x10JFIF\x00", "It does not begin as XML does"),
    "a CSV": (ROWS, "a CSV or text file"),
    "a CSV of formulas": (FORMULAS, "a CSV or text file"),
    "JSON": (b'{"Message": {"Header": {}}}', "a JSON file"),
    "a page to sign in on": (b"<!DOCTYPE html><html><body>Sign in</body></html>", "a web page"),
    "a sentence": (b"Please find attached", "It does not begin as XML does"),
    "empty bytes of a bad disk": (bytes(1000), "it begins with empty bytes"),
    "the census of schools": (PUPILS, "The file has no Persons"),
    "another return": (SHORT.replace(b"Message>", b"SEN2>"), "begins with SEN2, not Message"),
    "cut off in its header": (SHORT[:300], "Export it again and compare the file sizes"),
    "Latin letters called UTF-8": (spoilt(SHORT, b"Amber", b"Ren\xe9"), "Export it again as UTF-8"),
    "UTF-16 called UTF-8": (SHORT.decode().encode("utf-16"), "Export it again as UTF-8"),
    "an unknown encoding": (SHORT.replace(b"UTF-8", b"EBCDIC-9"), "encoded as EBCDIC-9"),
    "a bare ampersand": (spoilt(SHORT, b"Amber", b"Amber & Co"), "often a bare & or <"),
    "a space of web pages": (spoilt(SHORT, b"Amber", b"Am&nbsp;ber"), "Write & as &amp;"),
    "an entity from outside": (ENTITY + SHORT.split(b"?>")[1], "<!DOCTYPE"),
    "two areas mixed": (SHORT.replace(HEADER, HEADER * 2), "Upload one area's return a file"),
    "a year nobody knows": (
        SHORT.replace(b"<Year>2026", b"<Year>2031"),
        "Year is 2031, so the file cannot be checked. Survey years known here: 2023, 2024, 2025, ",
    ),
    "20 MB of nonsense": (NONSENSE, "It does not begin as XML does"),
    "20 MB of one letter": (b"x" * 20_000_000, "It does not begin as XML does"),
    "20 MB of one tag": (b"<Message " + b"x" * 20_000_000, "one tag never ends"),
}

FURTHER_DOWN = {
    "cut off": (LONG[:-200], "Export it again and compare the file sizes"),
    "two returns, one after the other": (LONG + SHORT.split(b"?>")[1], "Upload one return a file"),
    "another area's at the end": (
        spoilt(LONG, b"</Message>", HEADER + b"</Message>"),
        "Upload one area's return a file",
    ),
    "one Latin letter": (spoilt(LONG, b"Amber", b"Ren\xe9"), "(byte E9 hex)"),
    "a control character": (spoilt(LONG, b"Amber", b"Am\x0bber"), "(byte 0B hex)"),
    "tags that cross": (spoilt(LONG, b"</Surname>", b"</Forename>"), "mismatched tag at line"),
    "a name of six million letters": (
        spoilt(LONG, b"Amber", b"x" * 6_000_000),
        "holds more than 5,000,000 characters",
    ),
    "nesting without end": (spoilt(LONG, b"Amber", b"<b>" * 90_000), "deeper than 12 levels"),
}


@pytest.fixture
def record(make_case, today):
    """A record with a child in it; return what it says now whenever it is asked."""
    today(DAY)
    make_case((Kind.REQUEST_RECEIVED, date(2025, 11, 24)))

    def held():
        return [
            list(Person.objects.order_by("pk").values()),
            list(CaseEvent.objects.order_by("pk").values()),
            list(CaseDeadline.objects.order_by("case", "clock", "run").values()),
            list(StagedPerson.objects.values()),
            list(StagedFault.objects.values()),
            sorted((settings.MEDIA_ROOT / "returns").glob("*")),
        ]

    return held


@pytest.fixture
def send(client, dana, django_capture_on_commit_callbacks):
    """Send a file as a browser does; return the page that answers, and how long it took."""
    client.force_login(dana)

    def post(content):
        file = SimpleUploadedFile("sen2.xml", content, content_type="text/xml")
        # of the processor: that other work goes on beside it is no fault of the file
        started = time.process_time()
        with django_capture_on_commit_callbacks(execute=True):
            page = client.post(reverse("returns:load"), {"file": file}, follow=True)
            run_one(worker="tests")
        return page, time.process_time() - started

    return post


@pytest.mark.parametrize("name", AT_THE_DOOR)
def test_it_is_refused_as_it_arrives(record, send, name):
    content, words = AT_THE_DOOR[name]
    before = record()

    page, seconds = send(content)

    assert words in unescape(page.text).replace("’", "'")
    assert "Error: Load a return" in page.text
    assert seconds < ONE_SECOND
    assert record() == before
    assert (Upload.objects.count(), Job.objects.count()) == (0, 0)


@pytest.mark.parametrize("name", FURTHER_DOWN)
def test_it_is_refused_where_it_turns_out_to_be_no_return(record, send, client, name):
    content, words = FURTHER_DOWN[name]
    before = record()

    page, seconds = send(content)
    (upload,) = Upload.objects.all()
    told = client.get(reverse("returns:upload", args=[upload.pk])).text

    assert "Reading the return" in page.text
    assert "The file was refused" in told
    assert words in unescape(told)
    assert "Nothing of sen2.xml was recorded, and the file has been deleted." in told
    assert seconds < ONE_SECOND
    assert record() == before


def test_300_mb_of_nonsense_is_refused_before_it_has_come(record, client, dana):
    client.force_login(dana)
    before = record()
    started = time.process_time()

    page = client.generic(
        "POST",
        reverse("returns:load"),
        content_type="multipart/form-data; boundary=x",
        CONTENT_LENGTH=300_000_000,
    )

    assert page.status_code == 413
    assert "The file must be smaller than 250 MB. Check that it is the right file." in page.text
    assert time.process_time() - started < ONE_SECOND
    assert record() == before


def test_a_return_spoilt_in_none_of_these_ways_is_taken(record, send, client):
    for content in (SHORT, LONG):
        send(content)

    assert set(Upload.objects.values_list("state", flat=True)) == {"ready"}
