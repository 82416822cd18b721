"""Kinds of detail in a record that not everybody who sees the record may see.

Sharing a child's record across education, health and care is lawful so far as each needs it
(Data Protection Act 2018, Schedule 1, paragraph 18; Working together to safeguard children).
This says, in one table, which facts are whose. A fact that is kept from somebody is left out
before anything is worked out, so that no date and no sentence gives it away. That makes no other
date wrong: no rule that starts from an open fact looks at a kept one (a test holds it so).

What people get wrong: that something is kept can itself tell. `MAY_BE_SAID` holds the kinds of
detail of which a page may say that some is kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from enum import StrEnum

from sendpath.core.casefile.events import Event, Kind


class Detail(StrEnum):
    """A kind of detail that is kept from those whose work does not need it."""

    HEALTH = "health"
    SOCIAL_CARE = "social_care"
    """Sections 17 and 47, being looked after, and adoption."""
    FINANCE = "finance"
    SAFE_ADDRESS = "safe_address"
    """Where somebody lives who must not be found."""


WORDS: Mapping[Detail, str] = {
    Detail.HEALTH: "what health services have recorded",
    Detail.SOCIAL_CARE: "what social care has recorded",
    Detail.FINANCE: "direct payments and other money",
    Detail.SAFE_ADDRESS: "an address that must not be disclosed",
}
MAY_BE_SAID = frozenset({Detail.HEALTH, Detail.FINANCE})
"""That there is something about social care can put a child at risk; so can a safe address."""

KEPT: Mapping[Detail, frozenset[Kind]] = {
    Detail.HEALTH: frozenset(
        {
            Kind.SEN_SUSPECTED,
            Kind.REFERRAL_RECEIVED,
            Kind.WAIT_PAUSED,
            Kind.FIRST_CONTACT,
            Kind.HEALTH_ASSESSMENT_STARTED,
            Kind.HEALTH_OUTCOME_GIVEN,
            Kind.WAIT_STOPPED,
        }
    ),
    Detail.SOCIAL_CARE: frozenset(
        {
            Kind.CARE_REFERRAL_RECEIVED,
            Kind.CARE_ASSESSMENT_COMPLETED,
            Kind.STRATEGY_DISCUSSION,
            Kind.ICPC_HELD,
            Kind.BECAME_LOOKED_AFTER,
            Kind.LAC_REVIEW_HELD,
            Kind.CEASED_LOOKED_AFTER,
        }
    ),
    Detail.FINANCE: frozenset(
        {
            Kind.BUDGET_REQUESTED,
            Kind.BUDGET_REFUSED,
            Kind.BUDGET_FIRST_PAYMENT,
            Kind.BUDGET_REVIEWED,
            Kind.BUDGET_STOP_NOTICE,
        }
    ),
    Detail.SAFE_ADDRESS: frozenset(),  # no event holds an address
}
REGIMES: Mapping[str, Detail] = {"social_care": Detail.SOCIAL_CARE, "nhs": Detail.HEALTH}
"""Of a complaint, by whose rules it is answered: whose detail it is."""

RULES_KEPT: Mapping[Detail, frozenset[str]] = {
    Detail.HEALTH: frozenset(
        {
            "chs_long_waits",
            "cyp_eating_disorder",
            "health_notify_under_cs_age",
            "nhs_complaint",
            "nhs_rtt_18w",
            "nice_autism_3m",
        }
    ),
    Detail.SOCIAL_CARE: frozenset(
        {
            "care_assessment_45",
            "care_icpc_15",
            "care_lac_review_first",
            "care_pep",
            "care_rcpc",
            "care_referral_decision",
            "csc_complaint",
            "looked_after_health_assessment",
        }
    ),
    Detail.FINANCE: frozenset({"direct_payment_first_review"}),
    Detail.SAFE_ADDRESS: frozenset(),
}
"""The rules that start from such facts: that one applies tells as much as the fact."""

_BY_KIND = {kind: detail for detail, kinds in KEPT.items() for kind in kinds}
_BY_RULE = {rule: detail for detail, rules in RULES_KEPT.items() for rule in rules}


def detail_of(event: Event, others: Mapping[int, Event]) -> Detail | None:
    """Return what kind of detail a fact is; None for one that whoever sees the case may see.

    `others` are the case's facts by number: marking an entry as a mistake says what it was.
    """
    if event.voids is not None and event.voids in others:
        return detail_of(others[event.voids], others)
    if event.kind is Kind.DUTY_DONE:
        return _BY_RULE.get(str(event.facts.get("clock")))
    return _BY_KIND.get(event.kind) or REGIMES.get(str(event.facts.get("regime")))


def kept_from(seen: Set[Detail], events: Iterable[Event]) -> frozenset[int]:
    """Return the numbers of the facts that somebody who sees these kinds of detail may not see."""
    others = {event.number: event for event in events}
    found = ((number, detail_of(event, others)) for number, event in others.items())
    return frozenset(number for number, detail in found if detail and detail not in seen)


def rules_kept_from(seen: Set[Detail]) -> tuple[str, ...]:
    """Return the rules of which somebody who sees these kinds of detail may not see a date."""
    hidden = (rules for detail, rules in RULES_KEPT.items() if detail not in seen)
    return tuple(sorted(frozenset[str]().union(*hidden)))
