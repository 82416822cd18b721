"""A file's name is shown without what misleads, and is never a path."""

import pytest

from sendpath.documents.names import as_download, cleaned


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Report of March.pdf", "Report of March"),
        ("../../etc/passwd", "passwd"),
        ("..\\..\\windows\\win.ini", "win"),
        ("/absolute/letter.docx", "letter"),
        ("C:\\Users\\anna\\Brief.docx", "Brief"),
        ("annexe\u202efdp.exe", "annexefdp"),
        ("a\x00b\x1f.pdf", "ab"),
        ("  two   spaces .pdf", "two spaces"),
        (".pdf", "Document"),
        ("..", "Document"),
        ("", "Document"),
        ("<script>alert(1)</script>.pdf", "script>"),
        ("Ægir’s plan.odt", "Ægir’s plan"),
        ("long" * 100 + ".pdf", "long" * 30),
    ],
)
def test_a_name_is_cleaned(name, shown):
    assert cleaned(name) == shown


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Report", "Report.pdf"),
        ('a/b\\c:"d"', "a b c d.pdf"),
        ("../..", "Document.pdf"),
        ("line\nbreak", "line break.pdf"),
    ],
)
def test_a_download_is_named_after_its_document(title, name):
    assert as_download(title, "pdf") == name
