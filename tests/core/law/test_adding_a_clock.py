"""A new clock is one new file: shown in a package made for the purpose."""

import sys
from datetime import date

import pytest

from core.law.cases import CALENDARS, history, on
from sendpath.core.casefile.events import Kind
from sendpath.core.law.clocks import CLOCKS, load, local_sections
from sendpath.core.law.deadlines import deadlines
from sendpath.core.law.evaluation import State
from sendpath.core.law.explanation import explanation
from sendpath.core.law.rulebook import Rulebook

HEAD = '"""Promises of ours."""\n\nLETTER = "Z"\nTITLE = "Our promises"\n'
CLOCK = '''"""Answer a request for a meeting within 5 working days."""

from sendpath.core.casefile.events import Kind
from sendpath.core.law.clock import Clock, Limit
from sendpath.core.law.counting import WorkingDays
from sendpath.core.law.rule import RuleKind
from sendpath.core.law.source import Confidence, guidance
from sendpath.core.law.wording import COUNCIL, FAMILY, when

CLOCK = Clock(
    key="{key}",
    duty="Hold the meeting the family asked for",
    kind=RuleKind.DUTY,
    owed_by=COUNCIL,
    owed_to=FAMILY,
    starts=(when(Kind.PLAN_MEETING_REQUESTED, "The family asked for a meeting"),),
    done_by=(when(Kind.PLAN_MEETING_HELD, "The meeting was held"),),
    limits=(
        Limit(
            count=WorkingDays(5),
            law=guidance("Our charter", "promise 3", "https://hartwell.example/charter"),
            ruleset="{ruleset}",
            statutory={statutory},
        ),
    ),
    confidence=Confidence.READ,
)
'''


@pytest.fixture
def package(tmp_path, monkeypatch):
    """Return a function that lays out a package with one section and one clock in it."""
    monkeypatch.syspath_prepend(tmp_path)

    def lay_out(name, *, file="our_meeting", key="our_meeting", ruleset="local", statutory=False):
        folder = tmp_path / name / "promises"
        folder.mkdir(parents=True)
        (tmp_path / name / "__init__.py").write_text("", "utf-8")
        (folder / "__init__.py").write_text(HEAD, "utf-8")
        text = CLOCK.format(key=key, ruleset=ruleset, statutory=statutory)
        (folder / f"{file}.py").write_text(text, "utf-8")
        return name

    yield lay_out
    for module in [name for name in sys.modules if name.startswith("made_up_law")]:
        del sys.modules[module]


def test_one_new_file_is_found_counted_and_explained(package):
    (section,) = load(package("made_up_law_1", ruleset="ENG-2014", statutory=True))
    book = Rulebook("made up", section.rules)
    asked = (Kind.PLAN_MEETING_REQUESTED, date(2026, 4, 1))

    (deadline,) = deadlines(history(asked), CALENDARS, book)

    assert (section.letter, section.title) == ("Z", "Our promises")
    assert deadline.due == date(2026, 4, 10)  # Good Friday and Easter Monday left out
    assert on(date(2026, 4, 10), deadline).state is State.RUNNING
    assert on(date(2026, 4, 11), deadline).state is State.OVERDUE
    said = [sentence.text for sentence in explanation(on(date(2026, 4, 10), deadline))]
    assert said[0] == (
        "The family asked for a meeting on Wednesday 1 April 2026. That day is day 0."
    )


def test_a_local_promise_is_never_taken_for_law(package):
    (section,) = local_sections(package("made_up_law_2"), CLOCKS)
    asked = (Kind.PLAN_MEETING_REQUESTED, date(2026, 4, 1))

    (deadline,) = deadlines(history(asked), CALENDARS, Rulebook("local", section.rules))

    stands = on(date(2026, 5, 1), deadline)
    assert stands.state is State.NO_DUTY
    assert "No law sets a date here." in " ".join(s.text for s in explanation(stands))


@pytest.mark.parametrize(
    ("name", "wrong", "says"),
    [
        ("made_up_law_3", {"statutory": True}, "because it is a promise and not law"),
        ("made_up_law_4", {"ruleset": "ENG-2014"}, "because it is a promise and not law"),
        (
            "made_up_law_5",
            {"file": "issue_final_plan", "key": "issue_final_plan"},
            "“issue_final_plan” is a rule of law",
        ),
        ("made_up_law_6", {"key": "another_name"}, "must be the same"),
    ],
)
def test_a_promise_that_poses_as_law_is_refused(package, name, wrong, says):
    with pytest.raises(ImportError, match=says):
        local_sections(package(name, **wrong), CLOCKS)
