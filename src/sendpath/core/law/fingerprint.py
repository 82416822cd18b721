"""A rule's fingerprint: the same while the law it states is the same.

Whoever checks a rule against the law vouches for what it said then. Its days, provisions,
conditions and exceptions make the fingerprint; the sentences around them may be improved.
"""

from __future__ import annotations

import hashlib
from collections.abc import Container, Iterator, Mapping

from sendpath.core.casefile.events import Fact
from sendpath.core.law.clock import Clock
from sendpath.core.law.rule import Contents, Delegated, Rule, Undated
from sendpath.core.law.source import Law


def fingerprint(rule: Rule) -> str:
    """Return 16 hexadecimal digits that change when what the rule states of the law changes."""
    stated = "\n".join([rule.key, rule.kind, *map(_law, rule.laws), *_stated(rule)])
    return hashlib.sha256(stated.encode()).hexdigest()[:16]


def _stated(rule: Rule) -> Iterator[str]:
    if isinstance(rule, Clock):
        for limit in rule.limits:
            yield (
                f"{limit.count} {limit.or_later} {_law(limit.law)} {limit.since} {limit.until} "
                f"{_facts(limit.facts)} {limit.given_by} {limit.moves} {limit.closes_at} "
                f"{limit.statutory}"
            )
        for ground in rule.grounds:
            yield f"{ground.code} {_law(ground.law)}"
        for when in rule.starts:
            yield f"{when.kind} {_facts(when.facts)} {when.day_from} {when.by_post}"
    elif isinstance(rule, Undated):
        yield f"{rule.how_soon} {rule.since}"
    elif isinstance(rule, Contents):
        yield from (words for _, words in rule.parts)
    elif isinstance(rule, Delegated):
        yield f"{rule.counted_by} {rule.milestone}"


def _law(law: Law) -> str:
    return f"{law} {law.url}"


def _facts(facts: Mapping[str, Container[Fact]]) -> str:
    return " ".join(f"{name}={_values(facts[name])}" for name in sorted(facts))


def _values(values: Container[Fact]) -> str:
    if isinstance(values, frozenset | set | tuple | list):
        return ",".join(sorted(map(str, values)))
    return str(values)
