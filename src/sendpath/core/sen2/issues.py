"""One fault or question in a return, in words for the officer who will settle it.

Words name the item and what stands in it. They never hold a person's name, so a list of
issues can be sent to a colleague and kept: the person is a number, the order in the file.
"""

from __future__ import annotations

from dataclasses import dataclass

from sendpath.core.sen2.records import Record
from sendpath.core.sen2.years import Rule, Survey

_UNSPOKEN = frozenset({"Surname", "Forename", "SENsettingOther"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """A rule that a record breaks.

    `person` counts from 1 in the order of the file and is 0 for the file as a whole. `line`
    is where the record begins, 0 where there is none. `fix` says what to do.
    """

    rule: str
    severity: str
    person: int
    field: str
    line: int
    message: str
    fix: str


def issue(
    survey: Survey,
    rule: Rule,
    *,
    person: int,
    field: str,
    record: Record | None = None,
    detail: str = "",
    severity: str | None = None,
) -> Issue:
    """Put a broken rule into words, with what stands in the item where that may be said."""
    level = severity or rule.severity
    said = detail or _what_stands(record, field)
    return Issue(
        rule=rule.id,
        severity=level,
        person=person,
        field=str(field),
        line=record.line if record else 0,
        message=f"{rule.text} {said}".strip(),
        fix=_fix(survey, rule, field, level, record),
    )


def _what_stands(record: Record | None, field: str) -> str:
    if record is None or not field or field in _UNSPOKEN:
        return ""
    value = record.values.get(field)
    return f"{field} is “{value[:60]}”." if value else f"There is no {field}."


def _fix(survey: Survey, rule: Rule, field: str, level: str, record: Record | None) -> str:
    item = survey.modules[record.module].field(field) if record else None
    name = f"“{item.label}” ({item.xml})" if item else (field or "the record")
    if level == "query":
        return f"Check {name}. If it is right, write a note that explains it (rule {rule.id})."
    return f"Correct {name} in the case system, then export the return again."
