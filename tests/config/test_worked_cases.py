"""A worked case that cannot be read is named, with what to write instead."""

import pytest

from sendpath.config.worked_cases import BadCase, read_cases

CASE = """\
- id: ZZ-001
  says: Done on the last day.
  because: reg 5(1)
  happened:
    - date: 2026-03-02
      event: ehc.request_received
      by: parent
    - date: 2026-04-13
      event: appeal.received
      time: 17:30
  reasons:
    - ground: X_APPT
      impractical: yes
  expected:
    due: 2026-04-13
  readings:
    by: 2026-04-14
  working:
    due: 6 weeks after 2026-03-02
"""


@pytest.fixture
def cases(tmp_path):
    def read(text: str):
        file = tmp_path / "decide_whether_to_assess.yaml"
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return list(read_cases(file))

    return read


def test_a_case_has_the_shape_of_a_line_of_json(cases):
    assert cases(CASE) == [
        {
            "id": "ZZ-001",
            "rule": "decide_whether_to_assess",
            "facts": {
                "nation": "england",
                "events": [
                    {"type": "ehc.request_received", "date": "2026-03-02", "by": "parent"},
                    {"type": "appeal.received", "date": "2026-04-13", "time": "17:30"},
                ],
                "exceptions": [{"ground": "X_APPT", "impractical": True}],
            },
            "expected": {"due": "2026-04-13"},
            "working": {"due": {"op": "weeks_after", "from": "2026-03-02", "n": 6}},
            "citation": "reg 5(1)",
            "note": "Done on the last day.",
            "ambiguous": True,
            "readings": {"by": "2026-04-14"},
        }
    ]


@pytest.mark.parametrize(
    ("right", "wrong", "words"),
    [
        (
            "  expected:",
            "  expeced:",
            "“expeced” is not a part of a case. Did you mean “expected”?",
        ),
        ("  says: Done on the last day.\n", "", "there is no “says”. Say in a sentence what"),
        ("  because: reg 5(1)\n", "", "there is no “because”. Name the provision, such as"),
        (
            "  expected:\n    due: 2026-04-13\n",
            "",
            "there is no “expected”. Say what the answer should be, such as “due: 2026-04-13”.",
        ),
        (
            "date: 2026-03-02",
            "date: 2026-02-30",
            "“happened” 1, date: “2026-02-30” is no date. Write a day of the calendar as year, "
            "month and day: 2026-03-02.",
        ),
        ("date: 2026-03-02", "date: 2025-02-29", "“happened” 1, date: “2025-02-29” is no date."),
        ("date: 2026-03-02", "date: 2026-3-2", "“happened” 1, date: “2026-3-2” is no date."),
        ("date: 2026-03-02", "date: 2 March", "“happened” 1, date: “2 March” is no date."),
        ("    - date: 2026-03-02\n      event", "    - event", "“happened” 1: there is no “date”."),
        ("due: 2026-04-13", "due: 2026-04-31", "“expected”, due: “2026-04-31” is no date."),
        (
            "ehc.request_received",
            "ehc.request_recieved",
            "“happened” 1: “ehc.request_recieved” is not the name of an event. Did you mean "
            "“ehc.request_received”?",
        ),
        ("ehc.request_received", "letter", "“happened” 1: “letter” is not the name of an event."),
        ("      event: ehc.request_received\n", "", "“happened” 1: there is no “event”."),
        ("event: ehc", "type: ehc", "“happened” 1: write “event” instead of “type”."),
        ("by: parent", "by: [parent]", "“happened” 1: “by” must be one value"),
        ("- ground: X_APPT", "- because: X_APPT", "“reasons” 1 names no “ground”."),
        ("6 weeks after 2026", "6 wks on from 2026", "“working”, due: “6 wks on from 2026-03-02”"),
        ("after 2026-03-02", "after 2026-02-30", "“working”, due: “2026-02-30” is no date."),
        ("  readings:", "  ambiguous: maybe\n  readings:", "“ambiguous” is “maybe”. Write yes"),
        ("- ground: X_APPT", "- ground: [X_APPT]", "“reasons” 1: “ground” must be one value"),
        ("id: ZZ-001", "id: 1", "“id” must be text. Put “1” in quotation marks."),
        ("    due: 2026-04-13\n", "    - 2026-04-13\n", "“expected” must be names with values"),
    ],
)
def test_what_cannot_be_read_is_said_in_a_line_with_what_to_write(cases, right, wrong, words):
    assert CASE.count(right) >= 1

    (fault,) = cases(CASE.replace(right, wrong, 1))

    name = "1" if "id: 1" in wrong else "ZZ-001"
    assert isinstance(fault, BadCase)
    assert fault.where == f"decide_whether_to_assess.yaml, case {name}"
    assert fault.what.startswith(words)
    assert "\n" not in str(fault)


def test_a_case_that_cannot_be_read_does_not_hide_the_next(cases):
    broken = CASE.replace("  because: reg 5(1)\n", "")

    found = cases(broken + CASE.replace("ZZ-001", "ZZ-002"))

    assert [isinstance(case, BadCase) for case in found] == [True, False]


def test_two_cases_may_not_share_an_id(cases):
    first, second = cases(CASE + CASE)

    assert first["id"] == "ZZ-001"
    assert str(second) == (
        "decide_whether_to_assess.yaml, case ZZ-001: another case here has the same id. "
        "Give it one of its own."
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "there is no list of cases. Begin each with “- id:”."),
        ("# only a remark\n", "there is no list of cases."),
        ("id: ZZ-001\n", "there is no list of cases."),
        ("- id: [\n", "line 2: "),
        (b"- says: caf\xe9\n", "this is not text in UTF-8. Save it as plain text."),
        ("- " * 2000 + "a", "it has too many lists inside lists."),
    ],
)
def test_a_file_that_cannot_be_read_is_named(cases, text, words):
    (fault,) = cases(text)

    assert fault.where == "decide_whether_to_assess.yaml"
    assert fault.what.startswith(words)


def test_a_mark_at_the_beginning_of_the_file_does_no_harm(cases):
    assert cases("\ufeff" + CASE) == cases(CASE)
