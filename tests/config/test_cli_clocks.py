"""`sendpath clocks` answers for facts in a file, with no database."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from sendpath.config.cli import sendpath

CASES = Path(__file__).parents[1] / "reference" / "law"
REQUEST = {"events": [{"type": "ehc.request_received", "date": "2025-11-24"}]}


@pytest.fixture
def ask(tmp_path):
    def run(line: str, *options: str):
        file = tmp_path / "facts.jsonl"
        file.write_text(line + "\n")
        return CliRunner().invoke(sendpath, ["clocks", str(file), *options])

    return run


def test_why_is_this_date_13_april(ask):
    answer = ask(json.dumps({"id": "A", "rule": "issue_final_plan", "facts": REQUEST}))

    assert answer.exit_code == 0
    assert "issue_final_plan: due 2026-04-13, running" in answer.output
    assert "24 November 2025 + 140 days = Monday 13 April 2026." in answer.output


@pytest.mark.parametrize(("day", "state"), [("2026-04-13", "running"), ("2026-04-14", "overdue")])
def test_the_day_to_judge_by_decides_the_state(ask, day, state):
    line = json.dumps({"rule": "issue_final_plan", "facts": REQUEST})

    answer = json.loads(ask(line, "--as-at", day, "--json").output)

    assert [(r["due"], r["state"]) for r in answer["results"]] == [("2026-04-13", state)]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("not json", "Line 1: "),
        ("[1]", "Line 1: “[1]” is not an object with “facts”."),
        ("{}", "There is no “facts”"),
        ('{"facts": {"events": []}}', "needs at least one event"),
        ('{"facts": {"events": [{"type": "no.such", "date": "2026-01-05"}]}}', "no.such"),
        ('{"facts": {"events": [{"type": "ehc.request_received", "date": "5/1/26"}]}}', "5/1/26"),
        (
            '{"facts": {"events": [{"type": "ehc.request_received", "date": "9999-12-02"}]}}',
            "Line 1",
        ),
        (
            '{"facts": {"events": [{"type": "notice.sent", "date": "2030-03-02"}]}}',
            "must add the missing years",
        ),
    ],
)
def test_a_line_that_cannot_be_read_is_named(ask, line, words):
    answer = ask(line)

    assert answer.exit_code == 3
    assert words in answer.output


@pytest.mark.parametrize("file", sorted(CASES.rglob("*.yaml")), ids=lambda file: file.stem)
def test_every_worked_case_can_be_answered(file):
    answer = CliRunner().invoke(sendpath, ["clocks", str(file), "--json"])

    assert answer.exit_code == 0
    told = [json.loads(line) for line in answer.output.splitlines()]
    assert [f"- id: {case['id']}" for case in told] == [
        line for line in file.read_text("utf-8").splitlines() if line.startswith("- id")
    ]


WRITTEN = """\
- id: MINE-001
  says: Asked on 24 November, so the plan is due on 13 April.
  because: reg 13(2)
  happened:
    - date: 2025-11-24
      event: ehc.request_received
  expected:
    twenty: 2026-04-13
"""


def clocks_that_answer(file) -> set[str]:
    file.write_text(WRITTEN)
    told = json.loads(CliRunner().invoke(sendpath, ["clocks", str(file), "--json"]).output)
    assert told["id"] == "MINE-001"
    return {result["clock"] for result in told["results"]}


@pytest.mark.parametrize("name", ["issue_final_plan.yaml", "issue_final_plan.YML"])
def test_a_file_named_after_a_clock_is_answered_for_that_clock_only(tmp_path, name):
    assert clocks_that_answer(tmp_path / name) == {"issue_final_plan"}


def test_a_file_with_another_name_is_answered_for_every_clock(tmp_path):
    expected = {"decide_whether_to_assess", "decide_not_to_issue_notify", "issue_final_plan"}

    assert clocks_that_answer(tmp_path / "my-case.yaml") >= expected


def test_a_yaml_case_that_cannot_be_read_is_named(tmp_path):
    file = tmp_path / "issue_final_plan.yaml"
    file.write_text(WRITTEN.replace("2025-11-24", "2025-11-31"))

    answer = CliRunner().invoke(sendpath, ["clocks", str(file)])

    assert (answer.exit_code, answer.output) == (
        3,
        "issue_final_plan.yaml, case MINE-001: “happened” 1, date: “2025-11-31” is no date. "
        "Write a day of the calendar as year, month and day: 2026-03-02.\n",
    )


def test_a_school_is_counted_by_the_calendars_in_the_folder_above(tmp_path):
    folder = tmp_path / "plan"
    folder.mkdir()
    file = folder / "school_consultation_response.yaml"
    file.write_text((CASES / "plan" / file.name).read_text("utf-8"), "utf-8")

    without = CliRunner().invoke(sendpath, ["clocks", str(file)])
    (tmp_path / "calendars.json").write_text((CASES / "calendars.json").read_text())
    beside = CliRunner().invoke(sendpath, ["clocks", str(file)])
    (tmp_path / "calendars.json").write_text("[]")
    broken = CliRunner().invoke(sendpath, ["clocks", str(file)])

    assert (without.exit_code, beside.exit_code, broken.exit_code) == (0, 0, 3)
    assert "15 school days" not in without.output
    assert "Another reading (15 school days, as some councils ask) gives" in beside.output
    assert broken.output.startswith("calendars.json: ")


def test_a_file_that_is_no_text_is_refused_and_not_a_fault_of_ours(tmp_path):
    file = tmp_path / "facts.jsonl"
    file.write_bytes(b"\x8a\x00\xff")

    answer = CliRunner().invoke(sendpath, ["clocks", str(file)])

    assert (answer.exit_code, answer.output) == (3, "facts.jsonl: this is not text in UTF-8.\n")
