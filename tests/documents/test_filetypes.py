"""Kinds of file are told by their content, and a file that is two kinds at once is refused."""

import io
import struct
import wave
import zipfile

import pytest

from documents.made_up import archive, docx, odt, pdf, picture
from sendpath.documents import archives
from sendpath.documents.filetypes import NotTaken, recognise

PDF = pdf("A letter")


def sound():
    out = io.BytesIO()
    with wave.open(out, "wb") as wav:
        wav.setnchannels(1)
        wav.setsampwidth(2)
        wav.setframerate(8000)
        wav.writeframes(bytes(1600))
    return out.getvalue()


MP3_FRAME = b"\xff\xfb\x90\x64" + bytes(413)
MP4 = struct.pack(">I", 24) + b"ftypmp42" + bytes(4) + b"mp42isom" + bytes(64)
M4A = struct.pack(">I", 24) + b"ftypM4A " + bytes(4) + b"M4A isom" + bytes(64)
HEIC = struct.pack(">I", 24) + b"ftypheic" + bytes(4) + b"mif1heic" + bytes(64)


@pytest.mark.parametrize(
    ("content", "ending"),
    [
        (PDF, "pdf"),
        (docx("Hello"), "docx"),
        (odt("Hello"), "odt"),
        (picture("JPEG"), "jpg"),
        (picture("PNG"), "png"),
        (picture("TIFF"), "tif"),
        (HEIC, "heic"),
        (b"Plain words, and a few more of them.\n", "txt"),
        ("Grüße, plain words in UTF-8\n".encode(), "txt"),
        (b"name,age\nAmber,9\nOlive,10\n", "csv"),
        (sound(), "wav"),
        (b"ID3\x04\x00\x00\x00\x00\x00\x0aTIT2" + bytes(6) + MP3_FRAME * 5, "mp3"),
        (M4A, "m4a"),
        (MP4, "mp4"),
    ],
)
def test_a_kind_is_told_by_the_content(content, ending):
    file = io.BytesIO(content)

    assert recognise(file).ending == ending
    assert file.tell() == 0


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        (b"MZ\x90\x00" + bytes(200), "kind of file is not taken"),
        (b"\x7fELF\x02\x01\x01" + bytes(200), "kind of file is not taken"),
        (b"<!DOCTYPE html><html><script>alert(1)</script></html>", "Web pages"),
        (b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "not taken"),
        (b"GIF89a" + bytes(30), "GIF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1000), "old version of Word"),
        (b"{\\rtf1\\ansi hello}", "Rich text"),
        (b"#!/bin/sh\nrm -rf /\n", "not taken"),
        (b"Dear parent,\n<script>alert(1)</script>\n", "Web pages"),
        (b"Words first, " * 2000 + b"\0\0then not", "goes on as something else"),
    ],
)
def test_what_we_do_not_take_is_refused_with_what_to_do(content, words):
    with pytest.raises(NotTaken, match=words):
        recognise(io.BytesIO(content))


@pytest.mark.parametrize(
    "content",
    [
        PDF + docx("hidden"),  # a PDF from its beginning, an archive from its end
        b"%PDF-1.4\n<html><script>alert(1)</script></html>\n%%EOF",
        PDF + b"<script>alert(1)</script>",
        picture("JPEG") + archive(a_txt="hidden"),
        picture("PNG") + b"<html><script>alert(1)</script></html>",
        picture("JPEG", said="<script>alert(1)</script>"),
        picture("JPEG", said="%PDF-1.7 hidden"),
        sound() + archive(a_txt="hidden"),
    ],
)
def test_a_file_of_two_kinds_is_refused(content):
    with pytest.raises(NotTaken, match="two kinds of file at once"):
        recognise(io.BytesIO(content))


def test_an_archive_that_begins_as_a_pdf_too_is_refused():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as packed:
        packed.writestr("first", b"%PDF-1.7 hidden")
        with zipfile.ZipFile(io.BytesIO(docx("Hello"))) as word:
            for name in word.namelist():
                packed.writestr(name, word.read(name))

    with pytest.raises(NotTaken, match="two kinds"):
        recognise(io.BytesIO(out.getvalue()))


def test_a_zip_bomb_is_refused_before_it_is_unpacked():
    bomb = docx("small", parts={"word/media/image1.png": bytes(archives.LARGEST_UNPACKED)})

    assert len(bomb) < 300_000
    with pytest.raises(NotTaken, match="unpacks to far more"):
        recognise(io.BytesIO(bomb))


def test_an_archive_of_very_many_parts_is_refused():
    many = docx("small", parts={f"word/{n}.xml": "" for n in range(archives.MOST_PARTS)})

    with pytest.raises(NotTaken, match="unpacks to far more"):
        recognise(io.BytesIO(many))


def test_an_archive_whose_parts_share_their_bytes_is_refused():
    whole = docx("x" * 5000, parts={"word/a.xml": "y" * 5000, "word/b.xml": "z" * 5000})
    listing = whole.index(b"PK\x01\x02")
    entry, where = listing, b""
    changed = bytearray(whole)
    while (entry := changed.find(b"PK\x01\x02", entry)) != -1:
        where = where or changed[entry + 42 : entry + 46]
        changed[entry + 42 : entry + 46] = where  # every part lies where the first does
        entry += 46

    with pytest.raises(NotTaken, match="unpacks to far more"):
        recognise(io.BytesIO(bytes(changed)))


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (archive(a_txt="hello"), "An archive of files is not taken"),
        (archive(xl__workbook_xml="x"), "nor a spreadsheet"),
        (docx("macro", parts={"word/vbaProject.bin": b"x"}), "macros"),
        (docx("cut off")[:-30], "damaged"),
        (b"PK\x03\x04" + bytes(100), "damaged"),
    ],
)
def test_other_archives_are_refused(content, words):
    with pytest.raises(NotTaken, match=words):
        recognise(io.BytesIO(content))


def test_a_word_file_with_a_password_is_refused():
    whole = bytearray(docx("secret"))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = -1
        while (at := whole.find(mark, at + 1)) != -1:
            whole[at + place] |= 1

    with pytest.raises(NotTaken, match="password"):
        recognise(io.BytesIO(bytes(whole)))
