"""What is not law is named, cited, and applied to nobody."""

import pytest

from sendpath.core.law.clocks import RULES, SECTIONS
from sendpath.core.law.rule import Proposed, RuleKind

REFORM = next(section for section in SECTIONS if section.letter == "R")


def test_the_section_on_reform_holds_only_proposals_and_no_case_comes_under_one():
    assert [type(rule) for rule in REFORM.rules] == [Proposed] * 3
    assert all(rule.kind is RuleKind.FUTURE and not rule.asked_by for rule in REFORM.rules)


@pytest.mark.parametrize("rule", [r for r in RULES.values() if isinstance(r, Proposed)])
def test_a_proposal_says_how_far_it_has_got_and_points_to_a_rule_in_force_if_to_any(rule):
    assert ("not in force" in rule.status) or ("not been introduced" in rule.status)
    assert not rule.meanwhile or not isinstance(RULES[rule.meanwhile], Proposed)
