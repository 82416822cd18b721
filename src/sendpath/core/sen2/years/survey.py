"""What one survey year of SEN2 asks for: modules, items, codes and rules, as data.

Nothing here knows a code or an item by name. A code that changes, or a rule that a
council reads differently, is corrected in the year's JSON file and nowhere else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One item of a module, under the name it has in the XML.

    `required` is always, conditional, voluntary or optional, and `condition` says when.
    `group` is the element that wraps the item inside its module, for the header only.
    `grade` is A (read in a source), B (inferred from a tool) or C (recollection).
    """

    xml: str
    label: str
    type: str
    required: str
    condition: str
    codes: str | None
    aliases: tuple[str, ...]
    grade: str
    item_ref: str | None
    group: str | None
    blade_csv: str
    template_header: str | None
    notes: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Module:
    """One kind of record: its element, its items in order, and where it nests.

    `most` is how many one parent may hold, or None where there is no limit.
    """

    key: str
    number: str
    title: str
    xml: str
    parent: str | None
    most: int | None
    blade_file: str
    template_table: str
    sheet: str | None
    fields: tuple[Field, ...]

    def field(self, xml: str) -> Field | None:
        """Return the item of that name, or None if the module has none this year."""
        return next((field for field in self.fields if field.xml == xml), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeSet:
    """The codes an item may hold in the year, each with its meaning.

    `extended` codes are as valid as the others, but stand for a finer group.
    """

    name: str
    values: Mapping[str, str]
    extended: frozenset[str]
    pattern: str | None
    grade: str
    note: str

    def __contains__(self, code: object) -> bool:
        return code in self.values or code in self.extended


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One validation rule: what is wrong, how serious it is, and where it comes from.

    `severity` is reject (the file is not loaded), error (must be cleared before the
    Department authorises the return) or query (needs a note).
    """

    id: str
    severity: str
    modules: tuple[str, ...]
    fields: tuple[str, ...]
    text: str
    basis: str
    grade: str
    sibling_number: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """One survey year.

    Requests, assessments and new plans are counted over the period, the calendar year
    before survey day, first and last day included. Plans and placements are counted as
    they stand on `day`.
    """

    year: int
    day: date
    deadline: date | None
    period_start: date
    period_end: date
    modules: Mapping[str, Module]
    codes: Mapping[str, CodeSet]
    rules: Mapping[str, Rule]

    def children(self, module: str) -> tuple[Module, ...]:
        """Return the modules that nest directly inside that one, in file order."""
        return tuple(m for m in self.modules.values() if m.parent == module)
