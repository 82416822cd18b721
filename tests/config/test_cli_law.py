"""`sendpath law` reads the law and counts by it, for people and for programs, with no database."""

import json

import pytest
from click.testing import CliRunner

from sendpath.config.cli import sendpath
from sendpath.core.law.clocks import RULES, SECTIONS


def law(*words):
    return CliRunner().invoke(sendpath, ["law", *words])


def values(*words):
    answer = law(*words, "--json")
    assert answer.exit_code == 0, answer.output
    return json.loads(answer.output)


def test_every_rule_is_listed_once_under_its_part():
    rows = values("rules")

    assert sorted(row["key"] for row in rows) == sorted(RULES)
    assert {row["section"] for row in rows} <= {section.letter for section in SECTIONS}
    plan = next(row for row in rows if row["key"] == "issue_final_plan")
    assert (plan["limit"], plan["kind"], plan["confidence"]) == ("20 weeks", "duty", "V")


def test_a_list_is_narrowed_by_part_and_kind():
    rights = values("rules", "--section", "c", "--kind", "right")

    assert {(row["section"], row["kind"]) for row in rights} == {("C", "right")}
    assert {"appeal_lodge", "mediation_contact"} <= {row["key"] for row in rights}
    assert "B. Draft plan" in law("rules", "--section", "B").output


def test_one_rule_is_explained_in_order_with_its_law():
    told = values("explain", "issue_final_plan")

    assert [part["heading"] for part in told["parts"]][:3] == [
        "What must happen",
        "How long there is",
        "How it is counted",
    ]
    assert told["law"][0]["url"] == "https://www.legislation.gov.uk/uksi/2014/1530/regulation/13"
    words = law("explain", "issue_final_plan").output
    assert "2 March 2026 + 140 days = Monday 20 July 2026." in words


def test_dates_run_from_an_event_each_with_its_reason():
    answer = values("dates", "--event", "ehc.request_received", "--on", "2026-03-02")
    due = {dated["rule"]: dated["due"] for dated in answer["dates"]}

    assert due["decide_whether_to_assess"] == "2026-04-13"
    assert due["issue_final_plan"] == "2026-07-20"
    assert all(dated["why"] for dated in answer["dates"])


def test_facts_choose_between_dates_and_a_later_event_moves_one():
    def appeal(*facts):
        words = [word for fact in facts for word in ("--fact", fact)]
        dates = values("dates", "--event", "notice.sent", "--on", "2026-03-02", *words)["dates"]
        return {d["due"]: d["only_if"] for d in dates if d["rule"] == "appeal_lodge"}

    assert list(appeal()) == ["2026-05-05"]
    assert appeal("notice_type=no_plan", "appealable=yes") == {"2026-05-05": None}
    assert appeal("appealable=no") == {}
    later = "then.mediation.certificate_issued=2026-04-20"
    assert list(appeal("notice_type=no_plan", later)) == ["2026-05-20"]


def test_what_cannot_be_dated_says_why_and_is_no_fault():
    words = law("dates", "--event", "notice.sent", "--on", "2090-03-02")

    assert words.exit_code == 0
    assert "no date    Appeal to the Tribunal (appeal_lodge)" in words.output


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["explain", "issue_finl_plan"], "Did you mean issue_final_plan"),
        (["rules", "--section", "ZZ"], "There is no part “ZZ”."),
        (["rules", "--kind", "wish"], "There is no kind “wish”."),
        (["dates", "--event", "no.such", "--on", "2026-03-02"], "No rule starts with “no.such”."),
        (["dates", "--event", "notice.sent", "--on", "2026-02-31"], "does not match the format"),
        (
            ["dates", "--event", "notice.sent", "--on", "2026-03-02", "--fact", "outcome"],
            "Write it like outcome=refuse.",
        ),
        (
            ["dates", "--event", "notice.sent", "--on", "2026-03-02", "--fact", "colour=red"],
            "Not “colour”.",
        ),
        (
            ["dates", "--event", "notice.sent", "--on", "2026-03-02", "--fact", "appealable=si"],
            "appealable: “si” is not one of the answers. Give one of: yes, no.",
        ),
        (
            ["dates", "--event", "notice.sent", "--on", "2026-03-02", "--term", "half term"],
            "Line 1 must have two dates",
        ),
    ],
)
def test_what_is_not_understood_is_said_in_words(words, message):
    answer = law(*words)

    assert answer.exit_code == 2
    assert message in answer.output
