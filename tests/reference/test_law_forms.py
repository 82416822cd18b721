"""A worked case says the same in YAML as in JSON Lines, whichever way it is turned."""

import re
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from sendpath.config.worked_cases import OPERATIONS, read_cases, rows_of
from sendpath.core.casefile.events import Kind

FILES = sorted((Path(__file__).parent / "law").rglob("*.yaml"))
HOW_TO = Path(__file__).parents[2] / "docs" / "how-to" / "propose-a-case.md"
WORDS = {operation: words for words, operation in OPERATIONS.items()}

LINE = {
    "id": "ZZ-001",
    "rule": "phase_transfer_15_feb",
    "facts": {
        "nation": "wales",
        "events": [
            {"type": "person.born", "date": "2012-02-29"},
            {"type": "appeal.received", "date": "2026-03-09", "time": "17:30", "answer": "no"},
            {"type": "notice.sent", "date": "2026-01-09", "appealable": True, "version": 2},
        ],
        "exceptions": [{"ground": "X_SCHOOL", "first_closed": "2026-07-22", "impractical": False}],
        "calendar": "EX-2024-25+EX-2025-26",
    },
    "expected": {"due": "2026-02-14", "exception": None, "days_late": 0, "time": "17:00"},
    "working": {
        "due": {"op": "days_before", "from": "2026-02-15", "n": 1},
        "next": {"op": "next_wd", "from": "2026-02-28", "n": 0},
        "twenty": {"op": "weeks_after", "from": "2026-02-28", "n": 20},
    },
    "citation": "reg 18(1)(b): “before”",
    "note": "yes",
    "ambiguous": True,
    "readings": {"= “by” (Code)": "2026-02-15", "before: strict": "late"},
}


def in_yaml(line) -> str:
    """Write one line of JSON Lines as YAML with real dates."""
    facts = line["facts"]
    case = {
        "id": line["id"],
        "says": line["note"],
        "because": line["citation"],
        "nation": facts["nation"],
        "happened": [
            {"date": event["date"], "event": event["type"], **without(event, "date", "type")}
            for event in facts["events"]
        ],
        "reasons": facts["exceptions"],
        "expected": line["expected"],
        "ambiguous": line["ambiguous"],
        "working": {name: in_words(**step) for name, step in line["working"].items()},
        **({"calendar": facts["calendar"]} if "calendar" in facts else {}),
        **({"readings": line["readings"]} if "readings" in line else {}),
    }
    return yaml.safe_dump([with_dates(case)], sort_keys=False, allow_unicode=True)


def in_words(**step) -> str:
    number = "" if step["op"] == "next_wd" else f"{step['n']} "
    return f"{number}{WORDS[step['op']]} {step['from']}"


def without(row, *names):
    return {key: value for key, value in row.items() if key not in names}


def with_dates(value):
    if isinstance(value, dict):
        return {key: with_dates(held) for key, held in value.items()}
    if isinstance(value, list):
        return [with_dates(held) for held in value]
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return date.fromisoformat(value)
    return value


def without_dates(value):
    if isinstance(value, dict):
        return {without_dates(key): without_dates(held) for key, held in value.items()}
    if isinstance(value, list):
        return [without_dates(held) for held in value]
    return value.isoformat() if isinstance(value, date) else value


@pytest.fixture(scope="module")
def turned(tmp_path_factory):
    folder = tmp_path_factory.mktemp("forms")

    def turn(line):
        file = folder / f"{line['rule']}.yaml"
        file.write_text(in_yaml(line), "utf-8")
        return list(read_cases(file))

    return turn


def test_a_line_with_everything_in_it_comes_back_from_yaml(turned):
    assert turned(LINE) == [LINE]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_case_of_a_file_comes_back_from_yaml(turned, file):
    for line in read_cases(file):
        assert turned(line) == [line]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_any_other_program_reads_the_same_from_the_file(file):
    """Days are days to it, and what only looks like a time or a yes is in quotation marks."""
    read_elsewhere = yaml.safe_load(file.read_text("utf-8"))

    assert all(type(e["date"]) is date for case in read_elsewhere for e in case["happened"])
    assert without_dates(read_elsewhere) == rows_of(file)


def test_the_examples_for_advisers_are_cases_that_we_run():
    examples = re.findall(r"```yaml\n(.+?)\n```", HOW_TO.read_text("utf-8"), re.DOTALL)

    ours = [case for file in FILES for case in file.read_text("utf-8").strip().split("\n\n")]
    assert len(examples) == 2
    assert set(examples) - set(ours) == set()


AWKWARD = re.findall(
    r"\S+",
    "no yes on off null ~ true 17:30 17:00 007 1_000 0x1f 5.1 1e3 << = - : # [x] {x} *x &x !x "
    "%x @x `x` 2026-03-02T09:00 24-02-29 X_SCHOOL",
)
characters = st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp"])
texts = st.sampled_from(["", *AWKWARD]) | st.text(characters, max_size=12).filter(
    lambda text: not re.fullmatch(r"\d{4}-\d{1,2}-\d{1,2}", text)
)
days = st.dates(date(1990, 1, 1), date(2040, 12, 31)).map(date.isoformat)
values = texts | days | st.booleans() | st.none() | st.integers(-999_999_999, 999_999_999)
facts = st.dictionaries(texts.filter(lambda t: t not in {"date", "event", "type"}), values)
sentences = texts.filter(bool)
events = st.builds(
    lambda kind, day, held: {"type": kind.value, "date": day, **held},
    st.sampled_from(Kind),
    days,
    facts,
)
reasons = st.builds(lambda ground, held: {**held, "ground": ground}, sentences, facts)
lines = st.builds(
    lambda note, happened, claims, expected, readings, number: {
        "id": "ZZ-001",
        "rule": "issue_final_plan",
        "facts": {"nation": "england", "events": happened, "exceptions": claims},
        "expected": expected,
        "working": {"due": {"op": "sd_after", "from": "2026-03-02", "n": number}},
        "citation": note,
        "note": note,
        "ambiguous": bool(readings),
        **({"readings": readings} if readings else {}),
    },
    sentences,
    st.lists(events, min_size=1, max_size=3),
    st.lists(reasons, max_size=2),
    facts.filter(bool),
    facts,
    st.integers(0, 60),
)


@given(line=lines)
def test_whatever_is_said_comes_back_from_yaml(turned, line):
    assert turned(line) == [line]
