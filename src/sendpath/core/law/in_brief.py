"""A rule's limit in a few words, for tables and lists."""

from __future__ import annotations

from sendpath.core.law.clock import Clock
from sendpath.core.law.rule import Contents, Delegated, Proposed, Rule, Undated


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
