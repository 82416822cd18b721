"""`sendpath clocks` answers for facts in a file, with no database."""

import json

import pytest
from click.testing import CliRunner

from sendpath.config.cli import sendpath

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
        ("[]", "Line 1: Each line must be a JSON object"),
        ("{}", "There is no “facts”"),
        ('{"facts": {"events": []}}', "needs at least one event"),
        ('{"facts": {"events": [{"type": "no.such", "date": "2026-01-05"}]}}', "no.such"),
        ('{"facts": {"events": [{"type": "ehc.request_received", "date": "5/1/26"}]}}', "5/1/26"),
    ],
)
def test_a_line_that_cannot_be_read_is_named(ask, line, words):
    answer = ask(line)

    assert answer.exit_code == 3
    assert words in answer.output


def test_a_file_that_is_no_text_is_refused_and_not_a_fault_of_ours(tmp_path):
    file = tmp_path / "facts.jsonl"
    file.write_bytes(b"\x8a\x00\xff")

    answer = CliRunner().invoke(sendpath, ["clocks", str(file)])

    assert answer.exit_code == 3
    assert "Line 1: " in answer.output
