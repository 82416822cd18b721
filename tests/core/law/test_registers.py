"""The registers of versions of the law, of its ambiguities and of reasons hold what rules name."""

from datetime import date

import pytest

from sendpath.core.law.ambiguities import AMBIGUITIES, touching
from sendpath.core.law.clocks import CLOCKS, RULES
from sendpath.core.law.exceptions import _TESTS
from sendpath.core.law.grounds import REASONS
from sendpath.core.law.rulesets import NEVER_LAW, RULESETS, Status

LIMITS = [(key, limit) for key, clock in CLOCKS.items() for limit in clock.limits]
READINGS = [
    (key, reading)
    for key, clock in CLOCKS.items()
    for reading in (
        *(reading for limit in clock.limits for reading in limit.readings),
        *([clock.other_period] if clock.other_period else []),
    )
]


def test_every_version_of_the_law_a_clock_names_is_in_the_register():
    named = {limit.ruleset for _, limit in LIMITS}
    named |= {law.ruleset for clock in CLOCKS.values() for law in clock.relaxations}

    assert named - set(RULESETS) == set()


def test_only_what_no_law_sets_goes_by_a_version_that_was_never_law():
    never = {ruleset.id for ruleset in RULESETS.values() if ruleset.status in NEVER_LAW}

    assert [key for key, limit in LIMITS if limit.ruleset in never and limit.statutory] == []


@pytest.mark.parametrize(
    ("key", "day", "law"),
    [
        ("ENG-2020-covid", date(2020, 4, 30), False),
        ("ENG-2020-covid", date(2020, 5, 1), True),
        ("ENG-2020-covid", date(2020, 9, 25), True),
        ("ENG-2020-covid", date(2020, 9, 26), False),
        ("ENG-2014", date(2014, 8, 31), False),
        ("ENG-2014", date(2014, 9, 1), True),
        ("ENG-2026-CWS", date(2099, 1, 1), False),
        ("ENG-2029+", date(2099, 1, 1), False),
        ("local", date(2026, 1, 1), False),
    ],
)
def test_a_version_is_law_from_its_first_day_to_its_last_and_a_proposal_never(key, day, law):
    assert RULESETS[key].covers(day) is law


def test_what_has_not_begun_has_no_first_day():
    waiting = [r.since for r in RULESETS.values() if r.status in NEVER_LAW]

    assert waiting == [None, None, None]
    assert {r.status for r in RULESETS.values() if r.until} == {Status.ENDED}


def test_the_register_has_every_question_of_the_specification_once():
    assert sorted(AMBIGUITIES) == sorted(["N1", *(f"A{number}" for number in range(1, 21))])


@pytest.mark.parametrize("key", AMBIGUITIES)
def test_a_question_has_two_readings_or_more_a_default_and_a_safe_one(key):
    asked = AMBIGUITIES[key]

    assert asked.question.endswith("?")
    assert len(asked.readings) >= 2
    assert asked.default in asked.readings
    assert asked.strict in {"", *asked.readings}
    assert asked.rules


def test_every_reading_a_clock_marks_is_in_the_register_and_the_register_knows_the_clock():
    marked = [(key, reading.ambiguity) for key, reading in READINGS if reading.ambiguity]

    assert [name for name in marked if name[1] not in AMBIGUITIES] == []
    assert [name for name in marked if name[0] not in AMBIGUITIES[name[1]].rules] == []


def test_every_rule_the_register_touches_is_a_rule():
    assert {rule for asked in AMBIGUITIES.values() for rule in asked.rules} - set(RULES) == set()


def test_the_questions_that_touch_a_rule_are_found_by_its_key():
    assert [asked.key for asked in touching("mediation_contact")] == ["A11"]
    assert touching("no_such_rule") == ()


def test_every_reason_that_can_be_tested_can_be_told():
    assert set(REASONS) == set(_TESTS)
