"""Turn the parser's elements into records, and note what the survey year does not know."""

from __future__ import annotations

import codecs
from collections import deque
from xml.parsers import expat

from sendpath.core.sen2.grammar import Element, document
from sendpath.core.sen2.notes import Notes, Oddity
from sendpath.core.sen2.records import Record
from sendpath.core.sen2.refusal import Refused
from sendpath.core.sen2.years import Survey, UnknownYear, known_years, survey

DEEPEST = 12
_LONGEST_TEXT = 5_000_000
_BLANK = " \t\r\n"
_FLAGS = {"true": "1", "false": "0", "y": "1", "n": "0"}


class Reading:
    """The state of one file between two pieces: open elements, header, finished people."""

    def __init__(self) -> None:
        self.header = Record("header")
        self.survey: Survey | None = None
        self.people: deque[Record] = deque()
        self.notes = Notes()
        self.encoding = "utf-8"
        self.begun = False
        # until the header is read, the latest year stands in: it has every header item
        self._open: list[Element] = [document(survey(known_years()[-1]))]
        self._records: list[Record] = [self.header]
        self._text: list[str] = []
        self._length = 0
        self._unknown = 0
        self._seen: set[str] = set()
        self.parser = self._parser()

    def _parser(self) -> expat.XMLParserType:
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.XmlDeclHandler = self._declare
        parser.StartDoctypeDeclHandler = self._refuse_doctype
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._read_text
        return parser

    def finish(self) -> None:
        """Refuse a file that has come to its end without a header or without people."""
        missing = [name for name in ("Header", "Persons") if name not in self._seen]
        if missing:
            raise Refused("S2-F03", f"The file has no {' and no '.join(missing)}. {_SHAPE}")

    def _declare(self, version: str, encoding: str | None, standalone: int) -> None:
        self.encoding = encoding or "utf-8"
        try:
            known = self.encoding.lower() in ("utf-8", "utf-16") or _one_byte(self.encoding)
        except LookupError:
            known = False
        if not known:
            raise Refused(
                "S2-F04",
                f"The file says it is encoded as {self.encoding}, which is not read here. "
                f"Export it again as UTF-8.",
            )

    def _refuse_doctype(self, name: str, *declared: object) -> None:
        raise Refused(
            "S2-F02",
            "The file has a document type declaration (<!DOCTYPE …>), which a SEN2 file never "
            "needs and which can be used to attack the system that reads it. "
            "Export the file again from the case system.",
        )

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self.begun = True
        if len(self._open) + self._unknown > DEEPEST:
            raise Refused(
                "S2-F07",
                f"Elements nest deeper than {DEEPEST} levels at line {self._line:,}. "
                f"No SEN2 file does. Check that it is the right file.",
            )
        if self._unknown:
            self._unknown += 1
            return
        if attributes or ":" in name:
            name = self._plain(name, attributes)
        around = self._open[-1]
        element = around.inside.get(name) or self._by_other_name(around, name)
        if element is None:
            self._leave_out(name)
            return
        self._open.append(element)
        if element.item:
            self._text, self._length = [], 0
        elif element.module:
            record = Record(element.module, line=self._line)
            if element.module != "person":
                self._records[-1].children.append(record)
            self._records.append(record)
        else:
            self._wrap(element)

    def _end(self, name: str) -> None:
        if self._unknown:
            self._unknown -= 1
            return
        element = self._open.pop()
        if element.item:
            self._keep(element, "".join(self._text).strip(_BLANK))
        elif element.module:
            record = self._records.pop()
            if element.module == "person":
                self.people.append(record)
        elif len(self._open) == 1:
            self.finish()

    def _read_text(self, text: str) -> None:
        if self._unknown:
            return
        if self._open[-1].item is None:
            if text.strip(_BLANK):
                self._note(Oddity.STRAY_TEXT)
            return
        self._text.append(text)
        self._length += len(text)
        if self._length > _LONGEST_TEXT:
            raise Refused(
                "S2-F07",
                f"{self._open[-1].name} at line {self._line:,} holds more than "
                f"{_LONGEST_TEXT:,} characters. Check that it is the right file.",
            )

    def _keep(self, element: Element, value: str) -> None:
        item, record = element.item, self._records[-1]
        # a no-break space alone is no name: what shows nothing counts as missing
        if not value.strip() or item is None:
            return
        if item.xml in record.values:
            record.repeated += (item.xml,)
            return
        if item.type == "flag01" and value.lower() in _FLAGS:
            value = _FLAGS[value.lower()]
            self.notes.add(Oddity.FLAG, f"{self._path}/{item.xml}", line=self._line)
        record.values[item.xml] = value

    def _wrap(self, element: Element) -> None:
        if element.name in ("Header", "Persons") and element.name in self._seen:
            raise Refused(
                "S2-F03",
                f"The file has a second {element.name} at line {self._line:,}. {_SHAPE} "
                f"Upload one area's return a file.",
            )
        if element.name == "Header":
            self.header.line = self._line
        elif element.name in self._seen:
            self.header.repeated += (element.name,)
        self._seen.add(element.name)
        if element.name == "Persons":
            self._begin_people()

    def _begin_people(self) -> None:
        if "Header" not in self._seen:
            raise Refused("S2-F03", f"Persons stands before any Header. {_SHAPE}")
        self.survey = survey_of(self.header)
        whole = document(self.survey)
        message = whole.inside["Message"]
        self._open = [whole, message, message.inside["Persons"]]
        items = {item.xml for item in self.survey.modules["header"].fields}
        for name in self.header.values.keys() - items:
            del self.header.values[name]
            self.notes.add(Oddity.UNKNOWN, f"Message/Header/{name}", line=self.header.line)

    def _plain(self, name: str, attributes: dict[str, str]) -> str:
        if ":" in name or any(key.split(":")[0] == "xmlns" for key in attributes):
            name = name.rpartition(":")[2]
            self._note(Oddity.NAMESPACE, name)
        if any(key.split(":")[0] != "xmlns" for key in attributes):
            self._note(Oddity.ATTRIBUTE, name)
        return name

    def _by_other_name(self, around: Element, name: str) -> Element | None:
        element = around.folded.get(name.lower())
        if element:
            same = element.name.lower() == name.lower()
            self._note(Oddity.OTHER_CASE if same else Oddity.ALIAS, name, read_as=element.name)
        return element

    def _leave_out(self, name: str) -> None:
        if len(self._open) == 1:
            raise Refused("S2-F03", f"The file begins with {name[:40]}, not Message. {_SHAPE}")
        self._note(Oddity.UNKNOWN, name)
        self._unknown = 1

    def _note(self, oddity: Oddity, name: str = "", *, read_as: str = "") -> None:
        path = f"{self._path}/{name[:60]}" if name else self._path
        self.notes.add(oddity, path.lstrip("/"), line=self._line, name=read_as)

    @property
    def _path(self) -> str:
        return "/".join(element.name for element in self._open[1:])

    @property
    def _line(self) -> int:
        return self.parser.CurrentLineNumber


_SHAPE = "A SEN2 file is one Message with one Header, then one Persons."


def survey_of(header: Record) -> Survey:
    """Return the survey year a header names.

    Where Year is missing or is no year, the reference date decides, and the rules report
    the fault. Raises Refused where neither gives a year the product knows.
    """
    written = header.values.get("Year") or header.values.get("ReferenceDate", "")[:4]
    if not (written.isascii() and written.isdigit()):
        written = header.values.get("ReferenceDate", "")[:4]
    try:
        return survey(int(written) if written.isascii() and written.isdigit() else 0)
    except UnknownYear:
        known = ", ".join(str(year) for year in known_years())
        raise Refused(
            "S2-001",
            f"The header's Year is {header.values.get('Year') or 'missing'}, so the file cannot be "
            f"checked. Survey years known here: {known}. Correct Year and ReferenceDate.",
            header,
        ) from None


def _one_byte(encoding: str) -> bool:
    # under its other names the parser would take UTF-8 for an alphabet of one byte
    unnamed = codecs.lookup(encoding).name != "utf-8"
    return unnamed and len(bytes(range(256)).decode(encoding, "replace")) == 256
