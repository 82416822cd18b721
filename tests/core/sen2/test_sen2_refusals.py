"""Files that are no return are refused at once, with words that say what to do."""

import io
import time
import tracemalloc

import pytest

from core.sen2.made_up import as_file, check, person
from sendpath.core.sen2.read import read_return
from sendpath.core.sen2.refusal import Refused
from sendpath.core.sen2.validate import validate

GOOD = as_file(person())
TEXT = GOOD.decode()
DECLARED = '<?xml version="1.0" encoding="UTF-8"?>'
NAME = "Testperson1"
BOMB = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
HEADER = TEXT[TEXT.index(" <Header>") : TEXT.index(" <Persons>")]
PEOPLE = TEXT[TEXT.index(" <Persons>") : TEXT.index("</Message>")]


def doctype(declaration, *, before=""):
    return f"{DECLARED}{before}{declaration}<Message>&e9;</Message>".encode()


def spoilt(old, new):
    assert old in TEXT
    return TEXT.replace(old, new).encode()


REFUSED = {
    "0 bytes": (b"", "S2-F01", "cut short or empty"),
    "whitespace only": (b" \n\t\n" * 5000, "S2-F01", "cut short or empty"),
    "a PDF": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "S2-F01", "looks like a PDF"),
    "a zip or Excel file": (b"PK\x03\x04\x14\x00\x06\x00", "S2-F04", "an Excel workbook"),
    "an old Excel file": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "S2-F04", "old Excel or Word file"),
    "a CSV": (b"Surname,Forename\nTestperson,Child\n", "S2-F01", "a CSV or text file"),
    "JSON": (b'{"Message": 1}', "S2-F01", "a JSON file"),
    "a web page": (b"<html><body>502</body></html>", "S2-F03", "a web page"),
    "a web page with its type": (b"<!DOCTYPE html><html/>", "S2-F02", "a web page"),
    "cut off in the middle": (GOOD[:900], "S2-F01", "cut short"),
    "cut off inside a tag": (GOOD[: GOOD.index(b"<Surname>") + 5], "S2-F01", "cut short"),
    "two files in one": (GOOD + GOOD.split(b"?>", 1)[1], "S2-F01", "Upload one return a file"),
    "a bare ampersand": (spoilt(NAME, "Test & person"), "S2-F01", "line 23"),
    "an unknown abbreviation": (spoilt(NAME, "Test&eacute;"), "S2-F01", "Write & as &amp;"),
    "tags that cross": (spoilt("</Surname>", "</Forename>"), "S2-F01", "mismatched tag"),
    "Latin letters called UTF-8": (spoilt(NAME, "Ren\xe9").decode().encode("latin-1"),
        "S2-F04", "UTF-8"),
    "UTF-16 called UTF-8": (TEXT.encode("utf-16"), "S2-F04", "Export it again as UTF-8"),
    "an encoding nobody knows": (spoilt("UTF-8", "EBCDIC-9"), "S2-F04", "encoded as EBCDIC-9"),
    "UTF-8 under another name": (spoilt("UTF-8", "UTF8"), "S2-F04", "encoded as UTF8"),
    "an encoding of several bytes": (spoilt("UTF-8", "shift_jis"), "S2-F04", "shift_jis"),
    "a control character": (spoilt(NAME, "Test\x0bperson"), "S2-F04", "byte 0B hex"),
    "a control character, written out": (spoilt(NAME, "Test&#11;person"), "S2-F04", "line 23"),
    "a character that is none": (spoilt(NAME, "Test\uffff"), "S2-F04", "line 23"),
    "an entity bomb": (doctype(f"<!DOCTYPE Message [{BOMB}]>"), "S2-F02", "<!DOCTYPE"),
    "a parameter entity": (doctype('<!DOCTYPE a [<!ENTITY % p "x"> %p;]>'), "S2-F02", "<!DOCTYPE"),
    "an external entity": (doctype('<!DOCTYPE a [<!ENTITY e9 SYSTEM "file:///etc/passwd">]>'),
        "S2-F02", "<!DOCTYPE"),
    "an external type": (doctype('<!DOCTYPE a SYSTEM "http://x.invalid/">'), "S2-F02", "<!DOCTYPE"),
    "a type after a comment": (doctype("<!DOCTYPE a>", before="<!-- > -->\n"),
        "S2-F02", "<!DOCTYPE"),
    "a type in UTF-16": (f"<!DOCTYPE a [{BOMB}]><Message>&e9;</Message>".encode("utf-16"),
        "S2-F02", "<!DOCTYPE"),
    "another root": (spoilt("Message>", "Return>"), "S2-F03", "begins with Return, not Message"),
    "no header": (f"<Message>{PEOPLE}</Message>".encode(), "S2-F03", "before any Header"),
    "no people element": (f"<Message>{HEADER}</Message>".encode(), "S2-F03", "no Persons"),
    "nothing in it": (b"<Message/>", "S2-F03", "no Header and no Persons"),
    "two areas mixed": (f"<Message>{HEADER}{HEADER}{PEOPLE}</Message>".encode(),
        "S2-F03", "one area's return a file"),
    "people twice": (f"<Message>{HEADER}{PEOPLE}{PEOPLE}</Message>".encode(),
        "S2-F03", "second Persons"),
    "thirteen levels": (spoilt(NAME, "<b>" * 9 + "</b>" * 9), "S2-F07", "deeper than 12 levels"),
    "a name of six million letters": (spoilt(NAME, "x" * 6_000_000), "S2-F07", "Surname at line"),
    "a tag that never ends": (b"<Message " + b"x" * 9_000_000, "S2-F01", "one tag never ends"),
    "a year nobody knows": (spoilt("<Year>2026", "<Year>2031"), "S2-001", "2025, 2026, 2027"),
    "no year at all": (spoilt("2026", ""), "S2-001", "Year is missing"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_the_file_is_refused_at_once_by_its_rule_and_in_words(name):
    content, rule, words = REFUSED[name]
    started = time.process_time()

    report = check(content)

    assert (report.accepted, report.refused_by) == (False, rule)
    assert words in report.refusal
    assert report.issues == ()
    assert time.process_time() - started < 1


ACCEPTED = {
    "twelve levels": spoilt(NAME, "x" + "<b>" * 8 + "</b>" * 8),
    "a byte order mark": b"\xef\xbb\xbf" + GOOD,
    "Windows line ends": GOOD.replace(b"\n", b"\r\n"),
    "UTF-16": TEXT.replace("UTF-8", "UTF-16").encode("utf-16"),
    "Windows letters, said so": spoilt("UTF-8", "windows-1252").replace(b"Child1", b"Ren\xe9"),
    "no declaration": GOOD.split(b"?>", 1)[1],
    "comments and CDATA": spoilt(NAME, "<!-- x --><![CDATA[<Test> & co]]>"),
    "a formula for a name": spoilt(NAME, "=HYPERLINK(&quot;x&quot;)"),
    "no year but a survey day": spoilt("<Year>2026</Year>", ""),
}


@pytest.mark.parametrize("name", ACCEPTED)
def test_what_is_only_unusual_is_read(name):
    report = check(ACCEPTED[name])

    assert (report.refusal, report.counts["person"]) == ("", 1)


class Nonsense(io.RawIOBase):
    """A stream of 300 MB that is never all in memory."""

    def __init__(self, start, filling):
        self.left, self.start, self.filling = 300_000_000, start, filling

    def read(self, size=-1):
        piece, self.start = (self.start or self.filling * size)[:size], b""
        self.left -= len(piece)
        return piece if self.left > 0 else b""


@pytest.mark.parametrize(
    ("start", "filling", "rule"),
    [
        (b"", b"\0", "S2-F04"),
        (b"", b"x", "S2-F01"),
        (b"<Message>", b"<x>", "S2-F07"),
        (b"<Message><Header><LEA>", b"9", "S2-F07"),
        (b"<Message a='", b"9", "S2-F01"),
    ],
)
def test_300_mb_of_nonsense_costs_neither_a_second_nor_the_memory(start, filling, rule):
    tracemalloc.start()
    started = time.process_time()

    report = validate(Nonsense(start, filling))

    taken, (_, most) = time.process_time() - started, tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert report.refused_by == rule
    assert taken < 1
    assert most < 50_000_000


def test_a_file_over_the_limit_is_refused_before_it_is_opened():
    class Untouchable(io.BytesIO):
        def read(self, size=-1):
            raise AssertionError("the file was read")

    report = validate(Untouchable(), size=250_000_001)

    assert (report.refused_by, "larger than 250 MB" in report.refusal) == ("S2-F07", True)


@pytest.mark.parametrize(("limit", "accepted"), [(len(GOOD), True), (len(GOOD) - 1, False)])
def test_the_limit_holds_for_a_stream_of_unknown_size(limit, accepted):
    assert validate(io.BytesIO(GOOD), limit=limit).accepted == accepted


def test_a_fault_on_the_last_line_is_found_after_the_people_have_come():
    file = read_return(io.BytesIO(GOOD.replace(b"</Message>", b"")))

    with pytest.raises(Refused, match="ends too early"):
        list(file.persons())


def test_an_unknown_year_still_shows_whose_file_it_is():
    with pytest.raises(Refused) as refused:
        read_return(io.BytesIO(spoilt("<Year>2026", "<Year>2031")))

    assert refused.value.header is not None
    assert refused.value.header.values["LEA"] == "999"
