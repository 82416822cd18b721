"""Worked cases of the law, in the YAML that an adviser reads and writes.

A file is a list of cases, and its name is the rule's:

    - id: RA-002
      says: Decided on the last day. The day of receipt is day 0, so it is in time.
      because: SEND Regs 2014 reg 5(1)
      happened:
        - date: 2026-03-02
          event: ehc.request_received
      expected:
        due: 2026-04-13

Read, a case has the shape of one line of JSON Lines, the form that `core.law.facts` knows:
{"id", "rule", "facts": {"nation", "events", "exceptions", "calendar"}, "expected", "working",
"citation", "note", "ambiguous", "readings"}, with every day in ISO form.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from sendpath.config.plain_yaml import read
from sendpath.core.casefile.events import Kind
from sendpath.core.law.facts import NATION
from sendpath.core.law.history import Json

SUFFIXES = frozenset({".yaml", ".yml"})
NEEDED = {
    "id": "Give it one of its own, such as MINE-001.",
    "says": "Say in a sentence what the case shows.",
    "because": "Name the provision, such as “reg 13(2)”.",
    "happened": "List what happened, each with a “date” and an “event”.",
    "expected": "Say what the answer should be, such as “due: 2026-04-13”.",
}
OPTIONAL = ("nation", "calendar", "reasons", "ambiguous", "readings", "working")
OPERATIONS = {
    "days after": "days_after",
    "days before": "days_before",
    "days beginning with": "days_beginning",
    "weeks after": "weeks_after",
    "months after": "months_after",
    "months before": "months_before",
    "months beginning with": "months_beginning",
    "working days after": "wd_after",
    "working days beginning with": "wd_beginning",
    "Tribunal working days after": "hesc_wd_after",
    "school days after": "sd_after",
    "next working day from": "next_wd",
}
"""How a working is written, and what JSON Lines call it."""

DAY = r"\d{4}-\d{1,2}-\d{1,2}"
WRITE_A_DAY = "Write a day of the calendar as year, month and day: 2026-03-02."

Row = Mapping[str, Json]


@dataclass(frozen=True, slots=True)
class BadCase:
    """A case, or a whole file, that cannot be read.

    `where` names the file and the case, `what` says what is wrong and what to write instead.
    """

    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"


class _Unclear(ValueError):
    """Something in a case that cannot be read; the message says what to write instead."""


def read_cases(file: Path) -> Iterator[dict[str, Json] | BadCase]:
    """Yield each case of a file in the shape of a line of JSON Lines, or why it is none.

    A case that cannot be read does not hide the others.
    """
    try:
        rows = rows_of(file)
    except ValueError as fault:
        yield _bad(file.name, fault)
        return
    seen: set[Json] = set()
    for number, row in enumerate(rows, start=1):
        name = row.get("id") if isinstance(row, dict) else None
        where = f"{file.name}, case {name if isinstance(name, str) else number}"
        try:
            case = _case(row, file.stem)
            if case["id"] in seen:
                raise _Unclear("another case here has the same id. Give it one of its own.")
        except _Unclear as fault:
            yield _bad(where, fault)
        else:
            seen.add(case["id"])
            yield case


def _bad(where: str, fault: ValueError) -> BadCase:
    what = " ".join(str(fault).split())
    return BadCase(" ".join(where.split()), what)


def rows_of(file: Path) -> list[Json]:
    """Return the list that a file holds, each value as written.

    Raises `ValueError` for a file that is not YAML, or not a list.
    """
    try:
        rows = read(file.read_text("utf-8-sig"))
    except UnicodeDecodeError as fault:
        raise ValueError("this is not text in UTF-8. Save it as plain text.") from fault
    if not isinstance(rows, list) or not rows:
        raise ValueError("there is no list of cases. Begin each with “- id:”.")
    return rows


def _case(row: Json, rule: str) -> dict[str, Json]:
    if not isinstance(row, dict):
        raise _Unclear(f"“{row}” is not a case. Begin each with “- id:”.")
    _only((*NEEDED, *OPTIONAL), row, "a part of a case")
    for part, advice in NEEDED.items():
        if row.get(part) in (None, "", [], {}):
            raise _Unclear(f"there is no “{part}”. {advice}")
    facts: dict[str, Json] = {
        "nation": _text(row, "nation", NATION),
        "events": [_event(n, happened) for n, happened in enumerate(_list(row, "happened"), 1)],
        "exceptions": [_reason(n, reason) for n, reason in enumerate(_list(row, "reasons"), 1)],
    }
    if "calendar" in row:
        facts["calendar"] = _text(row, "calendar")
    readings = _singles(row.get("readings") or {}, "“readings”")
    case: dict[str, Json] = {
        "id": _text(row, "id"),
        "rule": rule,
        "facts": facts,
        "expected": _singles(row["expected"], "“expected”"),
        "working": _working(row.get("working") or {}),
        "citation": _text(row, "because"),
        "note": _text(row, "says"),
        "ambiguous": _yes_or_no(row, "ambiguous", bool(readings)),
    }
    return {**case, "readings": readings} if readings else case


def _event(number: int, row: Json) -> dict[str, Json]:
    where = f"“happened” {number}"
    if not isinstance(row, dict):
        raise _Unclear(f"{where} is “{row}”. Write a “date” and an “event”.")
    if "type" in row:
        raise _Unclear(f"{where}: write “event” instead of “type”.")
    if not row.get("event") or not row.get("date"):
        part = "date" if row.get("event") else "event"
        raise _Unclear(f"{where}: there is no “{part}”. Each needs a “date” and an “event”.")
    name, day = row["event"], row["date"]
    if name not in set(Kind):
        raise _Unclear(
            f"{where}: “{name}” is not the name of an event. "
            + _nearest(name, Kind, f"Write one such as {Kind.REQUEST_RECEIVED.value}.")
        )
    facts = {key: value for key, value in row.items() if key not in {"date", "event"}}
    occurred = _real_day(str(day), f"{where}, date")
    return {"type": name, "date": occurred, **_singles(facts, where)}


def _reason(number: int, row: Json) -> dict[str, Json]:
    where = f"“reasons” {number}"
    if not isinstance(row, dict) or not row.get("ground"):
        raise _Unclear(f"{where} names no “ground”. Add one, such as X_SCHOOL.")
    return _singles(row, where)


def _working(row: Json) -> dict[str, Json]:
    """Read “6 weeks after 2026-03-02” as an operation, a number and a day."""
    found: dict[str, Json] = {}
    for key, words in _singles(row, "“working”").items():
        parts = re.fullmatch(rf"(?:(\d+) )?(.+?) ({DAY})", str(words))
        operation = OPERATIONS.get(_plural(parts[2])) if parts else None
        if parts is None or operation is None:
            raise _Unclear(
                f"“working”, {key}: “{words}” cannot be read. Write it like “6 weeks after "
                f"2026-03-02”, with one of: {', '.join(OPERATIONS)}."
            )
        day = _real_day(parts[3], f"“working”, {key}")
        found[key] = {"op": operation, "from": day, "n": int(parts[1] or 0)}
    return found


def _plural(words: str) -> str:
    """Return “weeks after” for “week after”."""
    return re.sub(r"\b(day|week|month)\b(?! from)", r"\1s", words)


def _real_day(text: str, where: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as fault:
        raise _Unclear(f"{where}: “{text}” is no date. {WRITE_A_DAY}") from fault


def _singles(row: Json, where: str) -> dict[str, Json]:
    """Return names with single values, each that looks like a day being one."""
    if not isinstance(row, dict):
        raise _Unclear(f"{where} must be names with values, such as “due: 2026-04-13”.")
    for key, value in row.items():
        if isinstance(value, list | dict):
            raise _Unclear(f"{where}: “{key}” must be one value: a day, a code or a number.")
        if isinstance(value, str) and re.fullmatch(DAY, value):
            _real_day(value, f"{where}, {key}")
    return row


def _list(row: Row, part: str) -> Iterable[Json]:
    rows = row.get(part) or []
    if not isinstance(rows, list):
        raise _Unclear(f"“{part}” must be a list. Begin each of its entries with “-”.")
    return rows


def _text(row: Row, part: str, default: str | None = None) -> str:
    value = row.get(part, default)
    if not isinstance(value, str):
        raise _Unclear(f"“{part}” must be text. Put “{value}” in quotation marks.")
    return value


def _yes_or_no(row: Row, part: str, default: bool) -> bool:
    value = row.get(part, default)
    if not isinstance(value, bool):
        raise _Unclear(f"“{part}” is “{value}”. Write yes or no.")
    return value


def _only(known: Iterable[str], row: Row, what: str) -> None:
    names = list(known)
    for key in row:
        if key not in names:
            advice = _nearest(key, names, f"Use only {', '.join(names)}.")
            raise _Unclear(f"“{key}” is not {what}. {advice}")


def _nearest(word: Json, known: Iterable[str], otherwise: str) -> str:
    near = get_close_matches(str(word), [str(name) for name in known], n=1)
    return f"Did you mean “{near[0]}”?" if near else otherwise
