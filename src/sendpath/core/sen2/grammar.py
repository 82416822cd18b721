"""Which elements may stand where in a survey year's file, made from the year's data."""

from __future__ import annotations

from dataclasses import dataclass, field

from sendpath.core.sen2.years import Field, Module, Survey


@dataclass(slots=True)
class Element:
    """An element of the file: it begins a record, holds an item, or only wraps others.

    `inside` is by exact name and is what is exported; `folded` is by lower-case name and
    by alias, for files of other makers.
    """

    name: str
    module: str | None = None
    item: Field | None = None
    inside: dict[str, Element] = field(default_factory=dict)
    folded: dict[str, Element] = field(default_factory=dict)

    def add(self, element: Element) -> None:
        """Let that element stand inside this one, under its name and its aliases."""
        self.inside[element.name] = element
        aliases = element.item.aliases if element.item else ()
        for name in (element.name, *aliases):
            self.folded.setdefault(name.lower(), element)


def document(survey: Survey) -> Element:
    """Return the element that stands for the whole file: it holds Message alone."""
    whole, message = Element(""), Element("Message")
    whole.add(message)
    message.add(_header(survey.modules["header"], message))
    persons = Element("Persons")
    persons.add(_record(survey, survey.modules["person"]))
    message.add(persons)
    return whole


def _header(module: Module, message: Element) -> Element:
    """Return the header; items that belong to no group may stand anywhere around it.

    No source settles where the indicators of designated officers stand.
    """
    header = Element(module.xml)
    groups: dict[str, Element] = {}
    for item in module.fields:
        if item.group:
            groups.setdefault(item.group, Element(item.group)).add(Element(item.xml, item=item))
    for group in groups.values():
        header.add(group)
    for item in module.fields:
        if not item.group:
            for place in (message, header, *groups.values()):
                place.add(Element(item.xml, item=item))
    return header


def _record(survey: Survey, module: Module) -> Element:
    element = Element(module.xml, module=module.key)
    for item in module.fields:
        element.add(Element(item.xml, item=item))
    for child in survey.children(module.key):
        element.add(_record(survey, child))
    return element
