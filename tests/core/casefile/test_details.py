"""Every fact is somebody's to see, and what is kept from somebody makes no other date wrong."""

from datetime import UTC, date, datetime

import pytest

from sendpath.core.casefile.details import (
    KEPT,
    RULES_KEPT,
    WORDS,
    Detail,
    detail_of,
    kept_from,
    rules_kept_from,
)
from sendpath.core.casefile.events import Event, Kind
from sendpath.core.law.clocks import RULES
from sendpath.core.law.rule import Started

OPEN = frozenset(
    {
        *("person", "yp", "calendar", "term", "ruleset", "record", "notice", "exception", "ehc"),
        *("advice", "plan", "placement", "provision", "amend", "review", "reassess", "cease"),
        *("phase", "transition", "mediation", "appeal", "tribunal", "discrimination", "complaint"),
        *("decision", "move", "icb", "detained", "senco", "school", "local_offer", "exclusion"),
        *("attendance", "ap", "ehe", "cnis", "sar", "foi", "breach", "inspection", "duty"),
    }
)
"""The parts of the catalogue whose facts whoever sees the case may see. Add a new part here, or
its kinds to the table in core.casefile.details."""


def an_event(number, kind, *, voids=None, replaces=None, **facts):
    return Event(
        number=number,
        kind=Kind(kind),
        occurred_on=date(2026, 1, 5),
        recorded_at=datetime(2026, 1, 5, tzinfo=UTC),
        facts=facts,
        voids=voids,
        replaces=replaces,
    )


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_is_open_or_of_just_one_kind_of_detail(kind):
    kept = [detail for detail, kinds in KEPT.items() if kind in kinds]

    assert len(kept) + (kind.value.partition(".")[0] in OPEN) == 1, (
        f"say in core/casefile/details.py whose detail {kind.value} is"
    )


def details_of(rule):
    """Return whose details a rule starts from, by the facts it asks for; None for open ones."""
    found = set()
    for start in rule.starts:
        regimes = start.facts.get("regime", ())
        if start.kind is Kind.DUTY_DONE and rule.key in start.facts.get("clock", ()):
            continue  # it follows on from itself
        telling = [value for value in ("nhs", "social_care") if value in regimes]
        facts = {"regime": telling[0]} if telling and "corporate" not in regimes else {}
        found.add(detail_of(an_event(1, start.kind, **facts), {}))
    return found


STARTED = {key: rule for key, rule in RULES.items() if isinstance(rule, Started)}


@pytest.mark.parametrize("key", STARTED)
def test_a_rule_is_of_the_detail_of_what_starts_it(key):
    told = {detail for detail, rules in RULES_KEPT.items() if key in rules}

    assert details_of(STARTED[key]) == (told or {None})


@pytest.mark.parametrize("key", STARTED)
def test_no_rule_that_starts_from_open_facts_looks_at_kept_ones(key):
    rule = STARTED[key]
    own = details_of(rule)
    looked_at = (*rule.done_by, *getattr(rule, "ended_by", ()))

    assert {detail_of(an_event(1, when.kind), {}) for when in looked_at} <= own | {None}


def test_every_rule_named_is_a_rule():
    assert frozenset().union(*RULES_KEPT.values()) <= RULES.keys()


def test_every_kind_of_detail_has_words_and_a_row_in_each_table():
    assert set(WORDS) == set(KEPT) == set(RULES_KEPT) == set(Detail)


def test_that_an_entry_was_a_mistake_is_the_detail_of_the_entry():
    events = [
        an_event(1, Kind.REQUEST_RECEIVED),
        an_event(2, Kind.ICPC_HELD),
        an_event(3, Kind.ICPC_HELD, replaces=2),
        an_event(4, Kind.RECORD_VOIDED, voids=3),
        an_event(5, Kind.RECORD_VOIDED, voids=4),
        an_event(6, Kind.RECORD_VOIDED, voids=1),
    ]

    assert kept_from(frozenset(), events) == {2, 3, 4, 5}
    assert kept_from({Detail.SOCIAL_CARE}, events) == frozenset()
    assert kept_from({Detail.HEALTH, Detail.FINANCE}, events) == {2, 3, 4, 5}


@pytest.mark.parametrize(
    ("event", "detail"),
    [
        (an_event(1, Kind.DUTY_DONE, clock="care_pep"), Detail.SOCIAL_CARE),
        (an_event(1, Kind.DUTY_DONE, clock="mediation_icb_tells_la"), None),
        (an_event(1, Kind.COMPLAINT_RECEIVED, regime="social_care"), Detail.SOCIAL_CARE),
        (an_event(1, Kind.COMPLAINT_RECEIVED, regime="nhs"), Detail.HEALTH),
        (an_event(1, Kind.COMPLAINT_RECEIVED, regime="corporate"), None),
        (an_event(1, Kind.COMPLAINT_RECEIVED), None),
        (an_event(1, Kind.ADVICE_RECEIVED, **{"from": "social_care"}), None),
        (an_event(1, Kind.BUDGET_STOP_NOTICE), Detail.FINANCE),
    ],
)
def test_some_facts_say_whose_detail_they_are(event, detail):
    assert detail_of(event, {}) is detail


def test_who_sees_everything_is_kept_from_nothing():
    assert rules_kept_from(frozenset(Detail)) == ()
    assert "care_pep" in rules_kept_from({Detail.HEALTH, Detail.FINANCE})
    assert "nhs_rtt_18w" not in rules_kept_from({Detail.HEALTH, Detail.FINANCE})
