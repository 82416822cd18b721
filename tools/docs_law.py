"""Writes the page of law in the documentation from the clocks themselves."""

from __future__ import annotations

from collections.abc import Iterator

from sendpath.core.law.clock import Clock, Limit
from sendpath.core.law.clocks import CLOCKS
from sendpath.core.law.source import Law

HEAD = """# The time limits

Generated from `core/law/clocks/` by `tools/docs_law.py`; change the clocks, not this page.

It states law, and is not legal advice. The last column says how the wording was checked:
**V** read at source, **S** confirmed in a secondary source, **K** not yet checked. Until a
person has re-read a provision and set `verified_on`, the product says how sure it is.

An exception never moves a due date: it disapplies the limit while it makes keeping it
impractical, and stands beside the date.
"""
COLUMNS = ("Clock", "What", "Who", "Limit", "Law", "Code", "Exceptions", "Sure")


def law_page() -> str:
    """Return the page as Markdown: every clock, then every version of the law it knows."""
    return "\n".join([HEAD, *_clock_table(), "", *_ruleset_table(), "", *_other_readings()]) + "\n"


def _clock_table() -> Iterator[str]:
    yield _row(*COLUMNS)
    yield _row(*["---"] * len(COLUMNS))
    for clock in CLOCKS.values():
        now = _in_force(clock)
        checked = f", verified {clock.verified_on}" if clock.verified_on else ""
        yield _row(
            f"`{clock.key}`",
            f"{clock.duty} ({clock.kind})",
            f"{clock.owed_by} → {clock.owed_to}",
            _words(now),
            "; ".join(map(_link, (now.law, *clock.also))),
            clock.code,
            ", ".join(f"`{ground.code}`" for ground in clock.grounds) or "none",
            f"{clock.confidence}{checked}",
        )


def _ruleset_table() -> Iterator[str]:
    yield "## Versions of the law"
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


def _in_force(clock: Clock) -> Limit:
    return next(limit for limit in clock.limits if limit.until is None and limit.statutory)


def _words(limit: Limit) -> str:
    later = f", or {limit.or_later} from the certificate if later" if limit.or_later else ""
    return f"{limit.count}{later}" + ("" if limit.statutory else " (not statutory)")


def _link(law: Law) -> str:
    return f"[{law}]({law.url})"


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"
