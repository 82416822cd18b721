"""Reads one file that nobody vouches for. Run by `ask` as a process of its own.

`python -I -m` this module, with ACT TYPE [JSON]: the file is standard input, the answer is
standard output. Whatever goes wrong ends the process, and the page does without.
"""

from __future__ import annotations

import json
import sys
from typing import Any, BinaryIO

from sendpath.documents.services.parsing.limits import confine

MOST_TEXT = 400_000
"""Bytes. PostgreSQL refuses to index much more than twice that."""

MOST_PIXELS = 60_000_000
PAGE_WIDTH = 1000
PICTURE_EDGE = 1600
COPY_DPI = 150
MOST_COPIED = 200


def main() -> None:
    """Do one act on standard input."""
    confine()
    act, kind, *rest = sys.argv[1:]
    asked = json.loads(rest[0]) if rest else {}
    sys.stdout.buffer.write(ACTS[act](sys.stdin.buffer, kind, asked))


def text(file: BinaryIO, kind: str, asked: dict[str, Any]) -> bytes:
    """Return the words in a file, and how many pages it has if it has any."""
    words, pages = "", None
    if kind == "pdf":
        words, pages = _pdf_text(file)
    elif kind == "docx":
        import mammoth

        words = mammoth.extract_raw_text(file).value
    elif kind == "odt":
        words = _open_text(file)
    elif kind in {"txt", "csv"}:
        words = decoded(file.read())
    elif kind in {"jpg", "png", "tif"}:
        _picture(file)
        pages = 1
    words = words.replace("\0", "").encode(errors="replace")[:MOST_TEXT].decode(errors="ignore")
    return json.dumps({"text": words, "pages": pages}).encode()


def page(file: BinaryIO, kind: str, asked: dict[str, Any]) -> bytes:
    """Return a page of a PDF, or a picture, drawn again: nothing but what is seen survives."""
    drawn = _pdf_page(file, asked["page"]) if kind == "pdf" else _picture(file)
    return _png(drawn)


def word(file: BinaryIO, kind: str, asked: dict[str, Any]) -> bytes:
    """Return a Word document as HTML, its headings below those of a page. Not yet made harmless."""
    import mammoth

    styles = "\n".join(
        [
            "p[style-name='Title'] => h3:fresh",
            "p[style-name='Heading 1'] => h3:fresh",
            *(f"p[style-name='Heading {n}'] => h4:fresh" for n in range(2, 7)),
        ]
    )
    return str(mammoth.convert_to_html(file, style_map=styles).value).encode()


def redact(file: BinaryIO, kind: str, asked: dict[str, Any]) -> bytes:
    """Return a copy made of pictures, without the pages left out and black where boxes are."""
    if kind == "pdf":
        return _redacted_pdf(file, frozenset(asked["leave_out"]), asked["boxes"])
    drawn = _picture(file)
    _black(drawn, asked["boxes"])
    return _png(drawn)


def decoded(told: bytes) -> str:
    """Return text as Windows or everybody else writes it."""
    try:
        return told.decode("utf-8-sig")
    except UnicodeDecodeError:
        return told.decode("cp1252", errors="replace")


def _pdf_text(file: BinaryIO) -> tuple[str, int]:
    import pypdfium2

    document = pypdfium2.PdfDocument(file.read())
    written, length = [], 0
    for page_of in document:
        if length > MOST_TEXT:
            break
        words = page_of.get_textpage().get_text_bounded().replace("\f", " ")
        written.append(words)
        length += len(words)
    return "\f".join(written), len(document)


def _open_text(file: BinaryIO) -> str:
    import html
    import re
    import zipfile

    content = zipfile.ZipFile(file).read("content.xml").decode(errors="replace")
    lines = re.sub(r"</text:(p|h)>", "\n", content.partition("<office:body")[2].partition(">")[2])
    return html.unescape(re.sub(r"<[^>]*>", "", lines))


def _pdf_page(file: BinaryIO, number: int) -> Any:
    import pypdfium2

    shown = pypdfium2.PdfDocument(file.read())[number - 1]
    return shown.render(scale=PAGE_WIDTH / max(shown.get_size())).to_pil().convert("RGB")


def _picture(file: BinaryIO) -> Any:
    from PIL import Image, ImageOps

    Image.MAX_IMAGE_PIXELS = MOST_PIXELS // 2  # Pillow warns there, and refuses at twice as many
    opened = Image.open(file, formats=["JPEG", "PNG", "TIFF"])
    opened.draft("RGB", (PICTURE_EDGE, PICTURE_EDGE))
    turned = ImageOps.exif_transpose(opened).convert("RGBA")
    turned.thumbnail((PICTURE_EDGE, PICTURE_EDGE))
    # on white, and as bare pixels: no place, no date, no other data goes on
    drawn = Image.new("RGB", turned.size, "white")
    drawn.paste(turned, mask=turned.getchannel("A"))
    return drawn


def _png(drawn: Any) -> bytes:
    import io

    out = io.BytesIO()
    drawn.save(out, "PNG")
    return out.getvalue()


def _black(drawn: Any, boxes: list[list[float]]) -> None:
    """Paint boxes, each given as left, top, width and height in hundredths of the picture."""
    from PIL import ImageDraw

    across, down = drawn.width / 100, drawn.height / 100
    for _, left, top, width, height in boxes:
        place = (
            int(left * across),
            int(top * down),
            int((left + width) * across) + 1,
            int((top + height) * down) + 1,
        )
        ImageDraw.Draw(drawn).rectangle(place, fill="black")


def _redacted_pdf(file: BinaryIO, leave_out: frozenset[int], boxes: list[list[float]]) -> bytes:
    import io

    import pypdfium2

    original, copy = pypdfium2.PdfDocument(file.read()), pypdfium2.PdfDocument.new()
    if len(original) > MOST_COPIED:
        raise ValueError
    for number, page_of in enumerate(original, start=1):
        if number in leave_out:
            continue
        drawn = page_of.render(scale=COPY_DPI / 72).to_pil().convert("RGB")
        _black(drawn, [box for box in boxes if box[0] == number])
        _add_page(copy, drawn, page_of.get_size())
    out = io.BytesIO()
    copy.save(out)
    return out.getvalue()


def _add_page(copy: Any, drawn: Any, size: tuple[float, float]) -> None:
    import io

    import pypdfium2

    jpeg = io.BytesIO()
    drawn.save(jpeg, "JPEG", quality=85)
    picture = pypdfium2.PdfImage.new(copy)
    picture.load_jpeg(jpeg, inline=True)
    picture.set_matrix(pypdfium2.PdfMatrix().scale(*size))
    added = copy.new_page(*size)
    added.insert_obj(picture)
    added.gen_content()


ACTS = {"text": text, "page": page, "word": word, "redact": redact}

if __name__ == "__main__":
    main()
