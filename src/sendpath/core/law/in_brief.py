"""A rule's limit and its kind in a few words, for tables and lists."""

from __future__ import annotations

from collections.abc import Mapping

from sendpath.core.law.clock import Clock
from sendpath.core.law.rule import Contents, Delegated, Proposed, Rule, RuleKind, Undated

KINDS: Mapping[RuleKind, str] = {
    RuleKind.DUTY: "A duty",
    RuleKind.RIGHT: "A right",
    RuleKind.GUIDANCE: "Guidance, not law",
    RuleKind.STANDARD: "A standard",
    RuleKind.STATE: "Holds for a time",
    RuleKind.DERIVED: "Worked out from another rule",
    RuleKind.FUTURE: "Not yet law",
}
"""Each kind of rule as a reader is told of it."""

NOT_BINDING = frozenset({RuleKind.GUIDANCE, RuleKind.STANDARD, RuleKind.FUTURE})


def limit_of(rule: Rule) -> str:
    """Return how long a rule allows, as a table cell says it: “6 weeks”, “without delay”."""
    if isinstance(rule, Clock):
        later = f", or {rule.now.or_later} from the later start" if rule.now.or_later else ""
        return f"{rule.now.count}{later}" + ("" if rule.now.statutory else " (not statutory)")
    if isinstance(rule, Undated):
        return rule.how_soon
    if isinstance(rule, Contents):
        return "with the act itself"
    if isinstance(rule, Delegated):
        return f"as {', '.join(rule.counted_by)}"
    return "not in force" if isinstance(rule, Proposed) else "no number of days"


def limit_in_words(rule: Rule, rules: Mapping[str, Rule]) -> str:
    """Return how long a rule allows, for somebody who knows no rule by its key."""
    if not isinstance(rule, Delegated):
        return limit_of(rule)
    counted = [rules[key] for key in rule.counted_by if key in rules]
    return ", ".join(dict.fromkeys(limit_of(other) for other in counted)) or "no number of days"
