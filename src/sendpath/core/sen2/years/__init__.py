"""The survey years the product knows, one JSON file each.

To correct a code, an item or a rule, edit the year's file. To add a year, add its file:
the reader, the writer, the checks and the documentation all follow it.
"""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from importlib.resources import files
from typing import TypedDict

from sendpath.core.sen2.years.survey import CodeSet, Field, Module, Rule, Survey

__all__ = ["CodeSet", "Field", "Module", "Rule", "Survey", "UnknownYear", "known_years", "survey"]


class UnknownYear(LookupError):
    """A survey year for which the product holds no description."""


class _Field(TypedDict):
    xml: str
    label: str
    type: str
    required: str
    condition: str
    codes: str | None
    aliases: list[str]
    grade: str
    item_ref: str | None
    group: str | None
    blade_csv: str
    template_header: str | None
    notes: str


class _Module(TypedDict):
    key: str
    number: str
    title: str
    xml: str
    parent: str | None
    most: int | None
    blade_file: str
    template_table: str
    sheet: str | None
    fields: list[_Field]


class _Codes(TypedDict):
    values: dict[str, str]
    extended: list[str]
    pattern: str | None
    grade: str
    note: str


class _Rule(TypedDict):
    id: str
    severity: str
    modules: list[str]
    fields: list[str]
    text: str
    basis: str
    grade: str
    sibling_number: str | None


class _Year(TypedDict):
    year: int
    survey_day: str
    deadline: str | None
    period: tuple[str, str]
    modules: list[_Module]
    codes: dict[str, _Codes]
    rules: list[_Rule]


def known_years() -> tuple[int, ...]:
    """Return the survey years that have a file, earliest first."""
    names = (file.name for file in files(__name__).iterdir())
    return tuple(sorted(int(name[:4]) for name in names if name.endswith(".json")))


@cache
def survey(year: int) -> Survey:
    """Return the description of that survey year: 2026 is the return of January 2026.

    Raises UnknownYear for a year without a file, with the years that have one.
    """
    if year not in known_years():
        known = ", ".join(str(known) for known in known_years())
        raise UnknownYear(
            f"There is no SEN2 description for the survey year {year}. Known years: {known}. "
            f"Check Year in the header; if it is right, add core/sen2/years/{year}.json."
        )
    raw: _Year = json.loads((files(__name__) / f"{year}.json").read_text(encoding="utf-8"))
    return Survey(
        year=raw["year"],
        day=date.fromisoformat(raw["survey_day"]),
        deadline=date.fromisoformat(raw["deadline"]) if raw["deadline"] else None,
        period_start=date.fromisoformat(raw["period"][0]),
        period_end=date.fromisoformat(raw["period"][1]),
        modules={module["key"]: _module(module) for module in raw["modules"]},
        codes={name: _codes(name, codes) for name, codes in raw["codes"].items()},
        rules={rule["id"]: _rule(rule) for rule in raw["rules"]},
    )


def _module(raw: _Module) -> Module:
    return Module(
        key=raw["key"],
        number=raw["number"],
        title=raw["title"],
        xml=raw["xml"],
        parent=raw["parent"],
        most=raw["most"],
        blade_file=raw["blade_file"],
        template_table=raw["template_table"],
        sheet=raw["sheet"],
        fields=tuple(_field(field) for field in raw["fields"]),
    )


def _field(raw: _Field) -> Field:
    return Field(
        xml=raw["xml"],
        label=raw["label"],
        type=raw["type"],
        required=raw["required"],
        condition=raw["condition"],
        codes=raw["codes"],
        aliases=tuple(raw["aliases"]),
        grade=raw["grade"],
        item_ref=raw["item_ref"],
        group=raw["group"],
        blade_csv=raw["blade_csv"],
        template_header=raw["template_header"],
        notes=raw["notes"],
    )


def _codes(name: str, raw: _Codes) -> CodeSet:
    return CodeSet(
        name=name,
        values=raw["values"],
        extended=frozenset(raw["extended"]),
        pattern=raw["pattern"],
        grade=raw["grade"],
        note=raw["note"],
    )


def _rule(raw: _Rule) -> Rule:
    return Rule(
        id=raw["id"],
        severity=raw["severity"],
        modules=tuple(raw["modules"]),
        fields=tuple(raw["fields"]),
        text=raw["text"],
        basis=raw["basis"],
        grade=raw["grade"],
        sibling_number=raw["sibling_number"],
    )
