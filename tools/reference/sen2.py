"""Run the SEN2 reference cases: for each, what a validator must say of the file.

A case passes when the verdict, the set of (rule, person), their fields and the counts are
exactly those expected. A file without issues must also come out of the writer the same.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sendpath.core.sen2.read import read_return
from sendpath.core.sen2.records import Record
from sendpath.core.sen2.validate import Report, validate
from sendpath.core.sen2.write import write_return


def run(folder: Path) -> Iterator[tuple[str, bool, str]]:
    """Yield each case's file, whether it passes, and what differs."""
    for expected in sorted(folder.rglob("expected.json")):
        for case in json.loads(expected.read_text(encoding="utf-8"))["cases"]:
            content = (expected.parent / case["file"]).read_bytes()
            differences = [*_differences(case, content)]
            yield case["file"], not differences, "; ".join(differences)


def _differences(case: dict[str, Any], content: bytes) -> Iterator[str]:
    report = validate(io.BytesIO(content), size=len(content), now=_now())
    if report.accepted != case["accept"]:
        yield f"accepted {report.accepted}: {report.refused_by} {report.refusal}"
    elif not report.accepted:
        if report.refused_by not in _rejections(case):
            yield f"refused by {report.refused_by}"
    else:
        yield from _issue_differences(case, report)
        if not case["issues"] and not _round_trips(content):
            yield "the written file differs"


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)


def _rejections(case: dict[str, Any]) -> set[str]:
    also = re.findall(r"(S2-F\d\d) is accepted as well", " ".join(case["must"]))
    return {case["reject_rule"], *also}


def _issue_differences(case: dict[str, Any], report: Report) -> Iterator[str]:
    found = {(i.rule, i.person, i.severity) for i in report.issues}
    expected = {(i["rule"], i["person"], i["severity"]) for i in case["issues"]}
    fields = {(i.rule, i.person, i.field) for i in report.issues}
    expected_fields = {(f["rule"], f["person"], f["field"]) for f in case["fields"]}
    counts = (report.counts["error"], report.counts["query"])
    pairs = (
        ("too many", found - expected),
        ("missing", expected - found),
        ("wrong fields", fields - expected_fields),
        ("missing fields", expected_fields - fields),
        ("counts", () if counts == (case["errors"], case["queries"]) else counts),
    )
    for words, difference in pairs:
        if difference:
            yield f"{words}: {sorted(difference)}"


def _round_trips(content: bytes) -> bool:
    first = read_return(io.BytesIO(content))
    people = list(first.persons())
    out = io.BytesIO()
    write_return(out, survey=first.survey, header=first.header, persons=people)
    again = read_return(io.BytesIO(out.getvalue()))
    return [_plain(p) for p in again.persons()] == [_plain(p) for p in people] and _plain(
        again.header
    ) == _plain(first.header)


def _plain(record: Record) -> tuple[str, dict[str, str], list[Any]]:
    return record.module, record.values, [_plain(child) for child in record.children]


if __name__ == "__main__":
    import sys

    for name, passed, difference in run(Path(sys.argv[1])):
        print("pass" if passed else "FAIL", name, difference)
