"""The worked cases of the law agree with the product, and the page of law lists every clock."""

import json
from collections import Counter
from datetime import timedelta
from pathlib import Path

import pytest

from sendpath.config.worked_cases import BadCase
from sendpath.core.law.clocks import CLOCKS, RULES, SECTIONS
from tools.docs_law import law_page
from tools.reference.law import calendars_of, cases_of, run, told_by

CASES = Path(__file__).parent / "law"
OURS = "OWN"
FOLDERS = {section.folder for section in SECTIONS}
LACKING: set[str] = set()
"""Clocks with no worked case yet on the last day and on the day after. Empty this; add to none."""


@pytest.fixture(scope="module")
def cases():
    return list(cases_of(CASES))


def test_every_worked_case_agrees(cases):
    known = {case["id"] for case in cases if case["rule"] in RULES}

    failed = {name: why for name, passed, why in run(CASES) if not passed and name in known}

    assert failed == {}


def test_every_case_can_be_read_and_has_an_id_of_its_own(cases):
    assert [case for case in cases if isinstance(case, BadCase)] == []

    ids = Counter(case["id"] for case in cases)
    assert Counter(name.split("-")[0] == OURS for name in ids)[False] == 96
    assert [name for name, times in ids.items() if times > 1] == []


def test_the_cases_lie_in_folders_that_a_lawyer_would_look_in():
    assert {file.parent.parent for file in CASES.rglob("*.yaml")} == {CASES}
    assert {file.parent.name for file in CASES.rglob("*.yaml")} - FOLDERS == set()


def test_every_file_begins_with_what_its_rule_is_about():
    for file in CASES.rglob("*.yaml"):
        name, about, law, source = file.read_text("utf-8").splitlines()[:4]

        assert name == f"# {file.stem}"
        assert about.startswith("# ")
        assert about.endswith(".")
        assert law.startswith("# Law: ")
        assert source.startswith("# Cases: ")


def test_every_clock_has_a_worked_case(cases):
    assert set(CLOCKS) - {case["rule"] for case in cases} == set()


def test_every_clock_has_a_case_on_its_last_day_and_one_on_the_day_after(cases):
    calendars, found = calendars_of(CASES), {key: set() for key in CLOCKS}
    for case in cases:
        if case["rule"] in CLOCKS and judges(case):
            found[case["rule"]] |= days_past(told_by(case, calendars).runs(case["rule"]))

    assert {key for key, days in found.items() if not {0, 1} <= days} == LACKING


def judges(case) -> bool:
    """Whether the case expects an answer to “was it in time?”."""
    return any("status" in name or name == "strict" for name in case["expected"])


def days_past(runs) -> set[int]:
    """How many days after the last day the act that matters was done, for each run."""
    acts = {
        (run.due, run.deadline.broken.occurred_on)
        for run in runs
        if run.deadline.clock.window and run.deadline.broken
    }
    acts |= {(run.due, run.done_on) for run in runs if run.done_on}
    return {(day - due) // timedelta(days=1) for due, day in acts}


def write(folder, **case):
    (folder / "cases.jsonl").write_text(json.dumps(case), "utf-8")


def test_a_wrong_expectation_fails(tmp_path, cases):
    case = next(case for case in cases if case["id"] == "AP-001")
    write(tmp_path, **{**case, "expected": {"deadline": "2025-12-29"}})

    ((name, passed, why),) = run(tmp_path)

    assert (name, passed) == ("AP-001", False)
    assert why == "deadline: expected 2025-12-29, got 2026-01-02"


def test_a_common_mistake_fails_where_the_product_makes_it(tmp_path):
    facts = {"events": [{"type": "ehc.request_received", "date": "2026-03-02"}]}
    expected = {"by_school_weeks_WRONG": "2026-04-27", "on_the_day_WRONG": "2026-04-13"}
    write(tmp_path, id="ZZ-002", rule="decide_whether_to_assess", facts=facts, expected=expected)

    assert list(run(tmp_path)) == [
        ("ZZ-002", False, "on_the_day_WRONG: 2026-04-13 is the common mistake")
    ]


def test_a_rule_that_the_product_does_not_know_fails(tmp_path):
    write(tmp_path, id="ZZ-001", rule="other", facts={}, expected={})

    assert list(run(tmp_path)) == [("ZZ-001", False, "no rule other")]


def test_a_day_beyond_any_calendar_fails(tmp_path):
    facts = {"events": [{"type": "ehc.request_received", "date": "9999-12-02"}]}
    write(
        tmp_path,
        id="ZZ-001",
        rule="decide_whether_to_assess",
        facts=facts,
        expected={"due": "9999-12-31"},
    )

    ((name, passed, _),) = run(tmp_path)

    assert (name, passed) == ("ZZ-001", False)


def test_cases_in_both_forms_and_at_any_depth_are_run(tmp_path):
    deep = tmp_path / "assessment" / "more"
    deep.mkdir(parents=True)
    case = """
- id: ZZ-00{n}
  says: Six weeks.
  because: reg 5(1)
  happened: [{{date: 2026-03-02, event: ehc.request_received}}]
  expected: {{due: 2026-04-1{n}}}
"""
    (deep / "decide_whether_to_assess.yaml").write_text(case.format(n=3) + case.format(n=4))
    (tmp_path / "decide_whether_to_assess.yml").write_text("- id: ZZ-005\n")
    (tmp_path / "cases.jsonl").write_text(
        '{"id": "table of rules"}\n\nnot json\n{"expected": {}}\n'
    )

    assert list(run(tmp_path)) == [
        ("ZZ-003", True, ""),
        ("ZZ-004", False, "due: expected 2026-04-14, got 2026-04-13"),
        (
            "decide_whether_to_assess.yml, case ZZ-005",
            False,
            "there is no “says”. Say in a sentence what the case shows.",
        ),
        (
            "cases.jsonl, line 3",
            False,
            "this is not JSON (Expecting value: line 1 column 1 (char 0)). "
            "Write one object a line.",
        ),
        ("cases.jsonl, line 4", False, "there is no “id”. Add it."),
    ]


def test_the_page_of_law_has_a_line_for_every_clock():
    rows = [line.split(" | ")[0] for line in law_page().split("## Versions")[0].splitlines()]

    assert sorted(row.strip("| `") for row in rows if row.startswith("| `")) == sorted(RULES)
