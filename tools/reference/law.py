"""Runs the worked cases of the law through the product, and says which agree.

It only puts the product's answers under the names that the cases use. It counts no days and
knows no case: a rule or a name that the product cannot answer fails.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NotRequired, TypedDict, cast

from sendpath.config.worked_cases import SUFFIXES, BadCase, read_cases
from sendpath.core.dates import Calendars, england_and_wales
from sendpath.core.law.clocks import RULES
from sendpath.core.law.facts import read_calendars, read_events
from sendpath.core.law.history import Json
from tools.reference.law_answers import answer
from tools.reference.law_case import Case
from tools.reference.law_names import as_recorded

OWN_CASES = Path(__file__).parents[2] / "tests" / "reference" / "law"
WRONG = "_WRONG"
JUDGED = {"status", "days_late", "days_used", "status_decision_reading"}
PARTS = ("id", "rule", "facts", "expected")


class Written(TypedDict):
    """One case, in the shape of a line of JSON Lines."""

    id: str
    rule: str
    facts: dict[str, Json]
    expected: dict[str, Json]
    readings: NotRequired[dict[str, Json]]


def run(folder: Path) -> Iterator[tuple[str, bool, str]]:
    """Yield (case, whether it passed, why not) for every case of a folder.

    A case that cannot be read fails under the name of its file.
    """
    calendars = calendars_of(folder)
    for case in cases_of(folder):
        if isinstance(case, BadCase):
            yield case.where, False, case.what
        else:
            faults = _faults(case, calendars)
            yield case["id"], not faults, "; ".join(faults)


def calendars_of(folder: Path) -> Calendars:
    """Return the bank holidays, and the school calendars beside the cases or else our own."""
    beside = folder / "calendars.json"
    table = json.loads((beside if beside.exists() else OWN_CASES / "calendars.json").read_text())
    return read_calendars(table, england_and_wales())


def cases_of(folder: Path) -> Iterator[Written | BadCase]:
    """Yield the cases of every YAML file below a folder and every JSON Lines file in it."""
    for file in sorted(path for path in folder.rglob("*") if path.suffix.lower() in SUFFIXES):
        for case in read_cases(file):
            yield case if isinstance(case, BadCase) else cast(Written, case)
    for file in sorted(folder.glob("*.jsonl")):
        yield from _lines(file)


def _lines(file: Path) -> Iterator[Written | BadCase]:
    for number, line in enumerate(file.read_text("utf-8").splitlines(), start=1):
        where = f"{file.name}, line {number}"
        try:
            case = json.loads(line or "{}")
        except json.JSONDecodeError as fault:
            yield BadCase(where, f"this is not JSON ({fault}). Write one object a line.")
            continue
        # a table of rules may lie beside the cases
        if not isinstance(case, dict) or "expected" not in case:
            continue
        if missing := [part for part in PARTS if part not in case]:
            yield BadCase(where, f"there is no “{missing[0]}”. Add it.")
        else:
            yield case


def _faults(case: Written, calendars: Calendars) -> list[str]:
    rule, expected = case["rule"], case["expected"]
    if rule not in RULES:
        return [f"no rule {rule}"]
    try:
        told = told_by(case, calendars)
        faults = [fault for key, value in expected.items() if (fault := _fault(told, key, value))]
        return faults + _missing_readings(told, case.get("readings") or {})
    except (LookupError, ValueError, OverflowError) as wrong:
        return [f"{type(wrong).__name__}: {wrong}"]


def told_by(case: Written, calendars: Calendars) -> Case:
    """Return what the product makes of a case's facts. Raises `BadFacts` for some of them."""
    events = read_events(as_recorded(case["facts"]))
    return Case(case["rule"], events, calendars, judged=not JUDGED.isdisjoint(case["expected"]))


def _fault(case: Case, key: str, value: Json) -> str:
    if key.endswith(WRONG):
        return f"{key}: {value} is the common mistake" if answer(case, "due") == value else ""
    found = answer(case, key)
    if found == value or (_hour(value) and answer(case, "due_at") == str(value)[:16]):
        return ""
    return f"{key}: expected {value}, got {found}"


def _hour(value: Json) -> bool:
    """Whether a day is asked for with its hour: 2026-03-09T15:30."""
    return bool(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:00)?", str(value)))


def _missing_readings(case: Case, readings: dict[str, Json]) -> list[str]:
    dated = {str(day) for day in readings.values() if re.fullmatch(r"\d{4}-\d\d-\d\d", str(day))}
    if not dated:
        return []
    runs = [run.deadline for run in case.runs(*case.answered_by)]
    given = {d.due.isoformat() for d in runs} | {
        day.isoformat() for d in runs for _, day in d.readings
    }
    return [f"no reading gives {day}" for day in sorted(dated - given)]
