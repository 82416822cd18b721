"""Made-up files: letters as PDF and Word, pictures, and what nobody should be able to add."""

from __future__ import annotations

import io
import zipfile

from PIL import Image

EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-" + b"ANTIVIRUS-TEST-FILE!$H+H*"
"""A harmless text that every scanner calls harmful. In two halves, so that this file is none."""

DOCX_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/'
    'content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-'
    'package.relationships+xml"/><Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
DOCX_RELATIONS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
    'relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/'
    'officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
)
DOCX_BODY = (
    '<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/'
    'wordprocessingml/2006/main"><w:body>{}</w:body></w:document>'
)
DOCX_STYLED = '<w:p><w:pPr><w:pStyle w:val="{}"/></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>'
DOCX_LINE = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"


def pdf(*pages: str) -> bytes:
    """Return a PDF with a page for each text."""
    from weasyprint import HTML

    body = "".join(f'<p style="break-after: page">{page}</p>' for page in pages)
    return HTML(string=f"<html lang=en><title>A letter</title>{body}</html>").write_pdf()


def archive(**parts: str | bytes) -> bytes:
    """Return a compressed archive; `__` in a name stands for a slash, `_` for a full stop."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name.replace("__", "/").replace("_", "."), content)
    return out.getvalue()


def docx(*lines: str, parts: dict[str, str | bytes] | None = None) -> bytes:
    """Return a Word document with these lines; what is in them must be fit for XML."""
    out = io.BytesIO()
    body = DOCX_BODY.format("".join(DOCX_LINE.format(line) for line in lines))
    held = {
        "[Content_Types].xml": DOCX_TYPES,
        "_rels/.rels": DOCX_RELATIONS,
        "word/document.xml": body,
        **(parts or {}),
    }
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in held.items():
            packed.writestr(name, content)
    return out.getvalue()


def odt(line: str) -> bytes:
    """Return an OpenDocument text with one line."""
    out = io.BytesIO()
    content = (
        '<office:document-content xmlns:office="o" xmlns:text="t"><office:body><office:text>'
        f"<text:p>{line}</text:p></office:text></office:body></office:document-content>"
    )
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        packed.writestr("content.xml", content)
    return out.getvalue()


def picture(form: str = "JPEG", *, size: tuple[int, int] = (400, 300), said: str = "") -> bytes:
    """Return a picture, red on its left half and white on its right, with a hidden note."""
    drawn = Image.new("RGB", size, "white")
    drawn.paste("red", (0, 0, size[0] // 2, size[1]))
    out = io.BytesIO()
    if said and form == "JPEG":
        exif = Image.Exif()
        exif[0x010E] = said
        drawn.save(out, form, exif=exif)
    else:
        drawn.save(out, form)
    return out.getvalue()
