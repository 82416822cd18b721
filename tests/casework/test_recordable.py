"""What is recorded for a duty, and what may be recorded under a name in an address."""

from dataclasses import replace

import pytest

from sendpath.casework.selectors.recordable import choice, entry_named, entry_that_does
from sendpath.core.casefile.catalogue import OF_A_CHILD
from sendpath.core.casefile.states import Stage
from sendpath.core.law.clocks import RULES
from sendpath.core.law.rule import Started

DUTIES = {key: rule for key, rule in RULES.items() if isinstance(rule, Started)}


@pytest.mark.parametrize("rule", DUTIES.values(), ids=DUTIES)
def test_every_duty_in_a_childs_case_can_be_recorded_as_done(rule):
    about_no_child = {
        "senco_qualification", "sen_info_report", "local_offer_comments",
        "priority_action_plan", "strategic_plan_publish", "review_list_to_schools",
    }  # fmt: skip
    nothing_to_do = {"sao_notice"}  # time to be left to a parent

    entry = entry_that_does(rule)

    assert (entry is None) == (rule.key in about_no_child | nothing_to_do)
    assert entry is None or entry_named(entry.key) is entry


def test_a_councils_own_promise_is_said_to_be_done_in_its_own_words():
    promise = replace(RULES["foi_respond"], key="ring_back", duty="Ring the family back")

    entry = entry_that_does(promise)

    assert (entry.key, entry.happened) == ("duty.done.ring_back", "Done: ring the family back")


@pytest.mark.parametrize("stage", Stage)
def test_what_is_likely_at_a_stage_stands_under_its_own_heading_too(stage):
    found = choice(stage, "")

    assert found.likely
    assert [entry for part in found.parts for entry in part.entries] == list(OF_A_CHILD.values())
    assert found.found == len(OF_A_CHILD)
