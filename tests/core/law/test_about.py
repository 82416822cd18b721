"""All there is to say about a rule of any kind, from its data alone."""

from datetime import date

import pytest

from core.law.cases import CALENDARS
from core.law.made_up_rules import (
    AHEAD,
    BY_ORDER,
    CONTENTS,
    CONTINUING,
    DELEGATED,
    FOR_THE_YOUNG,
    PROPOSED,
    RULES,
    SCHOOL_DAYS,
    SPAN,
    STANDARD,
    UNDATED,
)
from sendpath.core.law.about import about
from sendpath.core.law.clock import Clock
from sendpath.core.law.clocks import CLOCKS
from sendpath.core.law.clocks import RULES as LAW
from sendpath.core.law.example import worked_example
from sendpath.core.law.finding import holds, words_of
from sendpath.core.law.in_brief import KINDS, limit_in_words
from sendpath.core.law.rule import RuleKind


def parts(rule):
    rules = LAW if rule.key in LAW else RULES
    return {part.key: part for part in about(rule, CALENDARS, rules)}


def said(part):
    """Return every sentence of a part, in order."""
    return [line.text for line in (*part.lines, *(x for g in part.groups for x in g.lines))]


@pytest.mark.parametrize("key", [*LAW, *RULES])
def test_every_rule_tells_how_long_and_how_sure_and_says_nothing_empty(key):
    found = parts(LAW.get(key) or RULES[key])

    assert {"how_long", "how_sure"} <= set(found)
    for part in found.values():
        lines = [*part.lines, *(line for group in part.groups for line in group.lines)]
        assert [line for line in lines if not (line.text or line.law)] == []
        assert [line.text for line in lines if line.text and line.text[-1] not in ".?:)"] == []


ALONE = [key for key, clock in CLOCKS.items() if not clock.only_if]
"""Those that run from their start alone, whatever else happens."""


@pytest.mark.parametrize("key", ALONE)
def test_every_time_limit_has_an_example_that_the_engine_worked_out(key):
    example = worked_example(CLOCKS[key], CALENDARS)

    assert example is not None
    assert example.deadline.clock.key == key


def test_the_twenty_weeks_are_told_from_start_to_source():
    plan = parts(LAW["issue_final_plan"])

    assert list(plan) == [
        "what", "how_long", "counted", "does_not_stop", "exceptions", "readings", "follows",
        "versions", "where", "how_sure",
    ]  # fmt: skip
    assert said(plan["how_long"]) == ["20 weeks."]
    assert "2 March 2026 + 140 days = Monday 20 July 2026." in said(plan["counted"])[1]
    assert [group.title for group in plan["exceptions"].groups] == [
        "A school or college is closed for 4 weeks or more",
        "An early years provider is closed for 4 weeks or more",
        "Exceptional personal circumstances",
        "The family is away for 4 weeks or more",
    ]
    assert [line.law.provision for line in plan["where"].groups[0].lines][:2] == [
        "regulation 13(2)",
        "regulation 13(3)",
    ]


def test_a_right_tells_its_second_limb_and_its_hour_and_no_council_excuses():
    appeal = parts(LAW["appeal_lodge"])

    assert said(appeal["how_long"]) == [
        "2 months. If that is later, 1 month from this: “The mediation certificate was issued”. "
        "The last day ends at 5 pm."
    ]
    assert "does_not_stop" not in appeal


def test_a_date_no_law_sets_is_told_apart_from_one_that_a_law_does():
    own_sixth_form, college = said(parts(LAW["phase_transfer_31_mar"])["how_long"])

    assert own_sixth_form.startswith("By 31 March. Only if ")
    assert own_sixth_form.endswith("No law sets it.")
    assert college == "Before 31 March."


@pytest.mark.parametrize(
    ("rule", "part", "sentence"),
    [
        (UNDATED, "how_long", "It must be done without delay. The law gives no number of days."),
        (CONTENTS, "what", "The right to be heard."),
        (CONTENTS, "what", "A notice that leaves one out is faulty."),
        (CONTINUING, "what", "It must be there from the day the plan is made."),
        (SPAN, "what", "Nothing need be looked at."),
        (PROPOSED, "what", "This is not law today."),
        (PROPOSED, "what", "It has been passed and has not begun."),
        (PROPOSED, "how_long", "No time limit is applied: it is not in force."),
        (BY_ORDER, "how_long", "14 days. Only if "),
        (FOR_THE_YOUNG, "what", "This is guidance. It is not law"),
        (STANDARD, "what", "This is a standard that services are measured against."),
        (AHEAD, "readings", "Clear days: 14 whole days before, the safer one to keep to."),
        (SCHOOL_DAYS, "exceptions", "None is known here."),
    ],
)  # fmt: skip
def test_each_kind_of_rule_says_what_it_is(rule, part, sentence):
    texts = said(parts(rule)[part])

    wanted = sentence.removesuffix(" Only if ")
    assert [text for text in texts if text.startswith(wanted)]


def test_one_rule_leads_to_another_that_is_there_and_to_no_other():
    lines = parts(DELEGATED)["how_long"].lines

    assert [line.rule for line in lines] == ["do_as_ordered"]
    assert [line.rule for line in parts(PROPOSED)["what"].lines if line.rule] == ["keep_the_plan"]


def test_a_reason_nobody_has_put_into_words_stands_by_its_code():
    assert [group.title for group in parts(BY_ORDER)["exceptions"].groups] == [
        "Exceptional personal circumstances",
        "X_NEW",
    ]


def test_an_example_in_school_days_goes_by_made_up_terms():
    assert worked_example(SCHOOL_DAYS, CALENDARS).due == date(2026, 3, 23)


def test_every_kind_has_words_and_every_limit_is_said_without_a_key():
    assert set(KINDS) == set(RuleKind)
    assert limit_in_words(DELEGATED, RULES) == "14 days"
    assert {limit_in_words(rule, LAW) for rule in LAW.values() if isinstance(rule, Clock)}


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("Send the final EHC plan", "When must the final plans be sent?", False),
        ("Send the final EHC plan", "final plans", True),
        ("Child’s plan", "childs", True),
        ("Send the final EHC plan", "", True),
        ("Send the final EHC plan", "FINÁL", True),
        ("Send the final EHC plan", "inal", False),
        ("Send the final EHC plan", "my EHCP", True),
        ("The review meeting was held", "annual review", True),
        ("The head excluded the pupil", "expelled", True),
    ],
)
def test_words_are_found_by_their_beginnings(text, words, found):
    assert holds(text, words_of(words)) is found
