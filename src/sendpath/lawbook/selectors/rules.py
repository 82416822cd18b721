"""The list of every rule, as a reader looks for one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sendpath.core.law.clocks import RULES, SECTIONS, Section
from sendpath.core.law.finding import holds, words_of
from sendpath.core.law.in_brief import KINDS, NOT_BINDING, limit_in_words
from sendpath.core.law.rule import Contents, Proposed, Rule, RuleKind, Started
from sendpath.core.law.source import Confidence, Law
from sendpath.lawbook.selectors.settled import Check


class Sure(StrEnum):
    """How a rule was checked, as somebody would ask for it."""

    CHECKED = "checked"
    NOT_CHECKED = "not_checked"
    READ = "V"
    SECONDARY = "S"
    UNREAD = "K"


SURE_WORDS: Mapping[Sure, str] = {
    Sure.READ: "Read in the law itself",
    Sure.SECONDARY: "Confirmed in a second source",
    Sure.UNREAD: "Unverified rule",
    Sure.CHECKED: "Checked by the legal lead",
    Sure.NOT_CHECKED: "Not yet checked by the legal lead",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedRules:
    """Which rules a reader asked for. Empty means every one."""

    words: str = ""
    section: str = ""
    body: str = ""
    kind: RuleKind | None = None
    sure: Sure | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleLine:
    """One rule in a list. `tag` is what sets it apart from law, empty for a duty or a right.

    `limit` is how long there is; for what is not yet law, how far it has got.
    """

    key: str
    duty: str
    kind: str
    tag: str
    limit: str
    owed_by: str
    owed_to: str
    law: Law | None
    sure: str
    unverified: bool
    check: Check | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """The rules of one part of the law."""

    letter: str
    title: str
    lines: list[RuleLine]


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """The rules found, by part of the law; what is not law stands under a heading of its own."""

    headings: list[Heading]
    not_yet_law: list[RuleLine]

    @property
    def total(self) -> int:
        """How many were found, what is not law included."""
        return sum(len(heading.lines) for heading in self.headings) + len(self.not_yet_law)


def listing(
    wanted: WantedRules, checks: Mapping[str, Check], sections: Sequence[Section] = SECTIONS
) -> Listing:
    """Return the rules that were asked for."""
    rules = {rule.key: rule for section in sections for rule in section.rules}
    headings: list[Heading] = []
    future: list[RuleLine] = []
    for section in sections:
        lines: list[RuleLine] = []
        for rule in sorted(_found(section, wanted, checks, rules), key=_by_provision):
            line = line_of(rule, checks.get(rule.key), rules)
            (future if rule.kind is RuleKind.FUTURE else lines).append(line)
        if lines:
            headings.append(Heading(letter=section.letter, title=section.title, lines=lines))
    return Listing(headings=headings, not_yet_law=future)


def line_of(rule: Rule, check: Check | None, rules: Mapping[str, Rule] = RULES) -> RuleLine:
    """Return a rule as a line of a list."""
    return RuleLine(
        key=rule.key,
        duty=rule.duty,
        kind=KINDS[rule.kind],
        tag=KINDS[rule.kind] if rule.kind in NOT_BINDING else "",
        limit=rule.status if isinstance(rule, Proposed) else limit_in_words(rule, rules),
        owed_by=rule.owed_by,
        owed_to=rule.owed_to,
        law=rule.laws[0] if rule.laws else None,
        sure=SURE_WORDS[Sure(rule.confidence.value)],
        unverified=unverified(rule, check),
        check=check,
    )


def unverified(rule: Rule, check: Check | None) -> bool:
    """Say whether a rule must be marked as unverified: nobody has read it in the law itself."""
    return rule.confidence is Confidence.UNREAD and not (check and check.current)


def bodies(sections: Sequence[Section] = SECTIONS) -> list[str]:
    """Return everyone who must act under some rule, by name."""
    return sorted({rule.owed_by for section in sections for rule in section.rules})


def _by_provision(rule: Rule) -> tuple[object, ...]:
    """Order rules as the law does, its regulations by number."""
    law = rule.laws[0] if rule.laws else None
    numbers = [int(number) for number in re.findall(r"\d+", law.provision)] if law else []
    return (rule.kind in NOT_BINDING, law.instrument if law else "~", numbers, rule.key)


def _found(
    section: Section, wanted: WantedRules, checks: Mapping[str, Check], rules: Mapping[str, Rule]
) -> Iterator[Rule]:
    sought = words_of(wanted.words)
    for rule in section.rules:
        if (
            wanted.section in ("", section.letter)
            and wanted.body in ("", rule.owed_by)
            and wanted.kind in (None, rule.kind)
            and _as_sure(rule, checks.get(rule.key), wanted.sure)
            and holds(f"{section.title} {_text(rule, rules)}", sought)
        ):
            yield rule


def _as_sure(rule: Rule, check: Check | None, sure: Sure | None) -> bool:
    if sure in {Sure.CHECKED, Sure.NOT_CHECKED}:
        return (check is not None and check.current) is (sure is Sure.CHECKED)
    return sure is None or sure.value == rule.confidence.value


def _text(rule: Rule, rules: Mapping[str, Rule]) -> str:
    whens = rule.starts if isinstance(rule, Started) else ()
    if isinstance(rule, Contents):
        whens = rule.acts
    return " ".join(
        [
            rule.duty,
            rule.key.replace("_", " "),
            rule.owed_by,
            rule.owed_to,
            limit_in_words(rule, rules),
            KINDS[rule.kind],
            rule.code,
            rule.follows,
            *map(str, rule.laws),
            *(when.words for when in whens),
        ]
    )
