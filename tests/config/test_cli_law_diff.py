"""`sendpath law diff`: two versions of the law compared on paper, and over the record."""

import json

import pytest
from click.testing import CliRunner

from sendpath.casework.services import record
from sendpath.config.cli import sendpath
from sendpath.core.casefile.events import Kind

EIGHTEEN = """\
id: LOCAL-18-weeks
from: 2025-09-01
changes:
  issue_final_plan:
    limit: 18 weeks after
"""


@pytest.fixture
def ask(tmp_path):
    file = tmp_path / "eighteen.yaml"
    file.write_text(EIGHTEEN, "utf-8")

    def invoke(*arguments, written=EIGHTEEN):
        file.write_text(written, "utf-8")
        named = [str(file) if argument == "FILE" else argument for argument in arguments]
        return CliRunner().invoke(sendpath, ["law", "diff", *named])

    return invoke


def test_on_paper_each_limit_that_differs_is_named(ask):
    answer = ask("now", "FILE", "--json")

    assert answer.exit_code == 1
    assert json.loads(answer.output) == {
        "clock": "issue_final_plan",
        "before": [
            "20 weeks for starts from 2014-09-01 (ENG-2014)",
            "relaxed from 2020-05-01 to 2020-09-25",
        ],
        "after": [
            "18 weeks for starts from 2025-09-01 (LOCAL-18-weeks)",
            "20 weeks for starts from 2014-09-01 to 2025-08-31 (ENG-2014)",
            "relaxed from 2020-05-01 to 2020-09-25",
        ],
    }


def test_the_same_law_does_not_differ_from_itself(ask):
    answer = ask("now", "now")

    assert (answer.exit_code, answer.output) == (0, "No time limit differs.\n")


def test_two_versions_that_the_product_holds_are_compared(ask):
    assert "appeal_lodge" in ask("ENG-2014", "ENG-2020-r12").output


@pytest.mark.django_db
def test_over_the_record_each_open_date_that_would_change_is_listed(ask, make_case):
    case = make_case((Kind.REQUEST_RECEIVED, record.clock.today().replace(2025, 11, 24)))
    make_case((Kind.REQUEST_RECEIVED, record.clock.today().replace(2025, 8, 31)))

    answer = ask("now", "FILE", "--cases")

    assert answer.exit_code == 1
    assert answer.stdout.splitlines() == [
        f"{case.reference}  issue_final_plan  2026-04-13 -> 2026-03-30",
        "1 open dates of 1 cases would be others.",
        "Nothing was changed.",
        "  issue_final_plan: 1",
    ]
    assert "2 of 2 cases looked at" in answer.stderr
    assert case.deadlines.get(clock="issue_final_plan").due_on.isoformat() == "2026-04-13"


@pytest.mark.parametrize(
    ("before", "after", "written", "says"),
    [
        ("now", "ENG-1996", EIGHTEEN, "neither a version of the law nor a file"),
        ("now", "ENG-2026-CWS", EIGHTEEN, "has no day on which it begins"),
        ("now", "FILE", "id: [", "eighteen.yaml: "),
        ("now", "FILE", "18 weeks", "a rule set needs “id”"),
        ("now", "FILE", EIGHTEEN.replace("18 weeks after", "soon"), "“soon” is not a length"),
    ],
)
def test_what_cannot_be_read_is_refused_in_words(ask, before, after, written, says):
    answer = ask(before, after, written=written)

    assert answer.exit_code == 3
    assert says in answer.output
