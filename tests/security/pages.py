"""What a page holds, read as a browser would: its forms, its links, and whatever could run."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import parse_qsl, urlsplit

TYPED = {"text", "search", "password", "email", "tel", "url", "number"}
EMBEDS = {"iframe", "object", "embed", "base", "applet", "frame", "style", "portal"}
LEADS = {"href", "src", "action", "formaction", "data", "xlink:href"}


@dataclass
class Field:
    """One field of a form: its kind, what it holds, and what it may be set to."""

    name: str
    kind: str
    value: str = ""
    options: list[str] = field(default_factory=list)
    numeric: bool = False

    @property
    def typed(self) -> bool:
        return self.kind in TYPED | {"textarea"}


@dataclass
class Form:
    """A form: where it goes, how, and its fields by name."""

    action: str
    method: str
    fields: dict[str, Field] = field(default_factory=dict)
    buttons: list[tuple[str, str]] = field(default_factory=list)


class Page(HTMLParser):
    """A page taken apart."""

    def __init__(self, text: str, address: str = "") -> None:
        super().__init__()
        self.address = address
        self.forms: list[Form] = []
        self.queries: dict[str, set[str]] = {}
        self.running: list[str] = []
        self._form: Form | None = None
        self._select: Field | None = None
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        said = {name: value or "" for name, value in attributes}
        self._look_for_code(tag, said)
        self._note_query(said.get("href", ""))
        if tag == "form":
            action = said.get("action") or self.address
            self._form = Form(action, said.get("method", "get").lower())
            self.forms.append(self._form)
        elif self._form:
            self._note_field(tag, said)

    def handle_endtag(self, tag):
        if tag == "form":
            self._form = None
        elif tag == "select":
            self._select = None

    def _look_for_code(self, tag, said):
        if tag in EMBEDS or (tag == "script" and not said.get("src")):
            self.running.append(f"<{tag}>")
        refresh = tag == "meta" and said.get("http-equiv", "").lower() == "refresh"
        if refresh and "url" in said.get("content", "").lower():
            self.running.append("<meta refresh>")
        for name, value in said.items():
            if name.startswith("on") or name in ("style", "srcdoc"):
                self.running.append(f"{tag} {name}")
            leads = urlsplit(value.strip()).scheme.lower() if name in LEADS else ""
            if leads not in ("", "http", "https"):
                self.running.append(f"{tag} {name}={leads}:")

    def _note_query(self, href):
        for name, value in parse_qsl(urlsplit(href).query):
            self.queries.setdefault(name, set()).add(value)

    def _note_field(self, tag, said):
        name = said.get("name", "")
        if tag == "button" or (tag == "input" and said.get("type") == "submit"):
            self._form.buttons.append((name, said.get("value", "")))
        elif tag == "option" and self._select:
            self._select.options.append(said.get("value", ""))
        elif not name:
            return
        elif tag == "select":
            self._select = self._form.fields[name] = Field(name, "select")
        elif tag == "textarea":
            self._form.fields[name] = Field(name, "textarea")
        elif tag == "input":
            kind = said.get("type", "text")
            known = self._form.fields.setdefault(name, Field(name, kind, said.get("value", "")))
            known.numeric = said.get("inputmode") == "numeric"
            if kind in ("radio", "checkbox"):
                known.options.append(said.get("value", "on"))


def sample(known: Field) -> str:
    """Return something that a field of this kind would take."""
    if known.options:
        return next((option for option in known.options if option), "")
    if known.kind == "hidden":
        return known.value
    ending = known.name.rpartition("_")[2]
    parts = {"day": "16", "month": "1", "year": "2026", "urn": "990001"}
    return parts.get(ending, "1" if known.numeric else known.value or "Said in a test")
