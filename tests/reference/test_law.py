"""The worked cases of the law agree with the product, and the page of law lists every clock."""

import json
from pathlib import Path

from sendpath.core.law.clocks import CLOCKS, RULES
from tools.docs_law import law_page
from tools.reference.law import run

CASES = Path(__file__).parent / "law"


def test_every_worked_case_about_a_clock_we_know_agrees():
    lines = [line for file in CASES.glob("*.jsonl") for line in file.read_text().splitlines()]
    ours = {case["id"] for case in map(json.loads, lines) if case["rule"] in CLOCKS}

    failed = {name: why for name, passed, why in run(CASES) if not passed and name in ours}

    assert len(ours) == 53 + 50
    assert failed == {}


def test_every_clock_has_a_worked_case():
    files = sorted(CASES.glob("*.jsonl"))
    rules = {json.loads(line)["rule"] for file in files for line in file.read_text().splitlines()}

    assert set(CLOCKS) - rules == set()


def test_a_wrong_expectation_fails(tmp_path):
    case = json.loads((CASES / "cases.jsonl").read_text("utf-8").splitlines()[1])
    case["expected"]["deadline"] = "2025-12-29"
    (tmp_path / "cases.jsonl").write_text(json.dumps(case), "utf-8")

    ((name, passed, why),) = run(tmp_path)

    assert (name, passed) == (case["id"], False)
    assert why == "deadline: expected 2025-12-29, got 2026-01-02"


def test_a_common_mistake_fails_where_the_product_makes_it(tmp_path):
    facts = {"events": [{"type": "ehc.request_received", "date": "2026-03-02"}]}
    expected = {"by_school_weeks_WRONG": "2026-04-27", "on_the_day_WRONG": "2026-04-13"}
    case = {"id": "ZZ-002", "rule": "decide_whether_to_assess", "facts": facts}
    (tmp_path / "cases.jsonl").write_text(json.dumps({**case, "expected": expected}), "utf-8")

    assert list(run(tmp_path)) == [
        ("ZZ-002", False, "on_the_day_WRONG: 2026-04-13 is the common mistake")
    ]


def test_a_rule_that_the_product_does_not_know_fails(tmp_path):
    line = json.dumps({"id": "ZZ-001", "rule": "other", "facts": {}, "expected": {}})
    (tmp_path / "cases.jsonl").write_text(line, "utf-8")

    assert list(run(tmp_path)) == [("ZZ-001", False, "no clock other")]


def test_the_page_of_law_has_a_line_for_every_rule():
    rows = [line.split(" | ")[0] for line in law_page().split("## Versions")[0].splitlines()]

    assert sorted(row.strip("| `") for row in rows if row.startswith("| `")) == sorted(RULES)
