"""Runs the worked cases of the law through the product, and says which agree.

It only puts the product's answers under the names that the cases use. It counts no days and
knows no case: a rule or a name that the product cannot answer fails.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NotRequired, TypedDict

from sendpath.core.dates import Calendars, england_and_wales
from sendpath.core.law.clocks import CLOCKS
from sendpath.core.law.facts import read_calendars, read_events
from sendpath.core.law.history import Json
from tools.reference.law_answers import Case, answer

OWN_CASES = Path(__file__).parents[2] / "tests" / "reference" / "law"
WRONG = "_WRONG"


class Written(TypedDict):
    """One line of a case file."""

    id: str
    rule: str
    facts: dict[str, Json]
    expected: dict[str, Json]
    readings: NotRequired[dict[str, Json]]


def run(folder: Path) -> Iterator[tuple[str, bool, str]]:
    """Yield (case, whether it passed, why not) for every line of every case file."""
    beside = folder / "calendars.json"
    table = json.loads((beside if beside.exists() else OWN_CASES / "calendars.json").read_text())
    calendars = read_calendars(table, england_and_wales())
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            case: Written = json.loads(line or "{}")
            if "expected" in case:  # a table of rules may lie beside the cases
                faults = _faults(case, calendars)
                yield case["id"], not faults, "; ".join(faults)


def _faults(case: Written, calendars: Calendars) -> list[str]:
    rule, facts, expected = case["rule"], case["facts"], case["expected"]
    if rule not in CLOCKS:
        return [f"no clock {rule}"]
    try:
        told = Case(rule, read_events(facts), calendars)
        faults = [fault for key, value in expected.items() if (fault := _fault(told, key, value))]
        return faults + _missing_readings(told, case.get("readings") or {})
    except (LookupError, ValueError) as wrong:
        return [f"{type(wrong).__name__}: {wrong}"]


def _fault(case: Case, key: str, value: Json) -> str:
    if key.endswith(WRONG):
        return f"{key}: {value} is the common mistake" if answer(case, "due") == value else ""
    found = answer(case, key)
    return "" if found == value else f"{key}: expected {value}, got {found}"


def _missing_readings(case: Case, readings: dict[str, Json]) -> list[str]:
    dated = {str(day) for day in readings.values() if re.fullmatch(r"\d{4}-\d\d-\d\d", str(day))}
    if not dated:
        return []
    deadline = case.main.deadline
    given = {day.isoformat() for day in (deadline.due, *(day for _, day in deadline.readings))}
    return [f"no reading gives {day}" for day in sorted(dated - given)]
