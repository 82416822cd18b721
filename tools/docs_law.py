"""Writes the page of law in the documentation from the clocks themselves."""

from __future__ import annotations

from collections.abc import Iterator

from sendpath.core.law.ambiguities import AMBIGUITIES, Ambiguity
from sendpath.core.law.clock import Clock, Limit
from sendpath.core.law.clocks import CLOCKS, SECTIONS, Section
from sendpath.core.law.in_brief import limit_of
from sendpath.core.law.rulesets import RULESETS
from sendpath.core.law.source import Law

HEAD = """# The time limits

Generated from `core/law/clocks/` by `tools/docs_law.py`; change the clocks, not this page.

It states law, and is not legal advice. The last column says how the wording was checked:
**V** read at source, **S** confirmed in a secondary source, **K** not yet checked. Until a
named person of the area has re-read a provision, the product says how sure it is.

An exception never moves a due date: it disapplies the limit while it makes keeping it
impractical, and stands beside the date.
"""
COLUMNS = ("Rule", "What", "Kind", "Who", "Limit", "Law", "Code", "Exceptions", "Sure")


def law_page() -> str:
    """Return the page as Markdown: every rule by section, then every version of the law."""
    sections = [line for section in SECTIONS for line in _section(section)]
    versions = [*_rulesets(), "", *_ruleset_table(), ""]
    return "\n".join([HEAD, *sections, *versions, *_ambiguities(), *_other_readings()]) + "\n"


def _section(section: Section) -> Iterator[str]:
    yield f"## {section.letter}. {section.title}"
    yield ""
    yield _row(*COLUMNS)
    yield _row(*["---"] * len(COLUMNS))
    for rule in section.rules:
        grounds = rule.grounds if isinstance(rule, Clock) else ()
        yield _row(
            f"`{rule.key}`",
            rule.duty,
            rule.kind.value,
            f"{rule.owed_by} → {rule.owed_to}",
            limit_of(rule),
            "; ".join(map(_link, rule.laws)),
            rule.code,
            ", ".join(f"`{ground.code}`" for ground in grounds) or "none",
            rule.confidence.value,
        )
    yield ""


def _rulesets() -> Iterator[str]:
    yield "## Versions of the law"
    yield ""
    yield _row("Version", "From", "To", "What changed", "Status", "Law", "Sure")
    yield _row(*["---"] * 7)
    for version in RULESETS.values():
        yield _row(
            f"`{version.id}`", str(version.since or ""), str(version.until or ""),
            f"{version.title}. {version.changed}", version.status.value,
            _link(version.law) if version.law else "", version.confidence.value,
        )  # fmt: skip


def _ambiguities() -> Iterator[str]:
    yield "## Questions the law leaves open"
    yield ""
    yield "The default gives the date shown; the strict reading is the one to act by."
    yield ""
    yield _row("", "Question", "Readings", "Rules")
    yield _row(*["---"] * 4)
    for asked in AMBIGUITIES.values():
        readings = [_reading(asked, key) for key in asked.readings]
        rules = ", ".join(f"`{rule}`" for rule in asked.rules)
        yield _row(asked.key, asked.question, " / ".join(readings), rules)
    yield ""


def _reading(asked: Ambiguity, key: str) -> str:
    marks = [
        mark for mark, its in (("default", asked.default), ("strict", asked.strict)) if key == its
    ]
    return f"{asked.readings[key]} (**{', '.join(marks)}**)" if marks else asked.readings[key]


def _ruleset_table() -> Iterator[str]:
    yield "## Limits by version of the law"
    yield ""
    yield "The version is picked by the day a clock started."
    yield ""
    yield _row("Clock", "Version", "From", "To", "Limit", "Law")
    yield _row(*["---"] * 6)
    for clock in CLOCKS.values():
        for limit in clock.limits:
            until = str(limit.until or "")
            yield _row(
                f"`{clock.key}`", limit.ruleset, str(limit.since), until, _words(limit),
                _link(limit.law),
            )  # fmt: skip
        for law in clock.relaxations:
            yield _row(
                f"`{clock.key}`", law.ruleset, str(law.since), str(law.until),
                "as soon as reasonably practicable, for a reason relating to coronavirus",
                _link(law.law),
            )  # fmt: skip


def _other_readings() -> Iterator[str]:
    yield "## Where the law can be read in more than one way"
    yield ""
    for clock in CLOCKS.values():
        readings = [reading for limit in clock.limits for reading in limit.readings]
        readings += [clock.other_period] if clock.other_period else []
        for reading in readings:
            yield f"- `{clock.key}`: {reading.words} ({reading.count})"


def _words(limit: Limit) -> str:
    later = f", or {limit.or_later} from the later start if later" if limit.or_later else ""
    return f"{limit.count}{later}" + ("" if limit.statutory else " (not statutory)")


def _link(law: Law) -> str:
    return f"[{law}]({law.url})"


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"
