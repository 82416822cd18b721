"""The dates that run from what happened, as the page of them shows."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sendpath.core.dates import in_words
from sendpath.core.law.calculator import Answer, Beside, Dated
from sendpath.core.law.deadline import Deadline
from sendpath.core.law.in_brief import NOT_BINDING
from sendpath.core.law.rule import Contents, Held, Proposed, RuleKind, Undated
from sendpath.core.law.sentence import Sentence
from sendpath.core.law.telling import hour
from sendpath.lawbook.selectors.rules import RuleLine, line_of
from sendpath.lawbook.selectors.settled import Check
from sendpath.web.ics import Day
from sendpath.web.templatetags.govuk import plural

SOON = 14
SIDE_NOTES = NOT_BINDING | {RuleKind.DERIVED}


@dataclass(frozen=True, slots=True, kw_only=True)
class DateLine:
    """One date: who must do what by then, and why it is that date."""

    rule: RuleLine
    due: date
    from_now: str
    colour: str
    limit: str
    law: str
    law_url: str
    only_if: str
    why: tuple[Sentence, ...]
    closes_at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BesideLine:
    """One rule without a date that bears on what happened, and in words what it asks."""

    rule: RuleLine
    words: str
    only_if: str = ""
    points: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Dates:
    """Everything that runs, what binds by law apart from what does not."""

    law: list[DateLine]
    not_law: list[DateLine]
    undated: list[BesideLine]
    undated_not_law: list[BesideLine]
    contents: list[BesideLine]
    held: list[BesideLine]
    not_in_force: list[BesideLine]
    no_date: list[BesideLine]

    @property
    def empty(self) -> bool:
        """Whether nothing at all runs."""
        return not any(
            (self.law, self.not_law, self.undated, self.undated_not_law, self.contents,
             self.held, self.not_in_force, self.no_date)
        )  # fmt: skip


def dates_page(answer: Answer, checks: Mapping[str, Check], today: date) -> Dates:
    """Return an answer in the order and the words of its page."""
    law: list[DateLine] = []
    not_law: list[DateLine] = []
    for dated in answer.dated:
        line = _dated(dated, checks, today)
        (law if binds(dated) else not_law).append(line)
    undated = [(each, _undated(each, checks)) for each in answer.undated]
    return Dates(
        law=law,
        not_law=not_law,
        undated=[line for each, line in undated if each.rule.kind not in SIDE_NOTES],
        undated_not_law=[line for each, line in undated if each.rule.kind in SIDE_NOTES],
        contents=[_contents(each, checks) for each in answer.contents],
        held=[
            BesideLine(
                rule=line_of(span, checks.get(span.key)),
                words=held.says,
                points=_days(held),
            )
            for span, held in answer.held
        ],
        not_in_force=[_proposed(each, checks) for each in answer.not_in_force],
        no_date=[
            BesideLine(rule=line_of(lost.clock, checks.get(lost.clock.key)), words=lost.why)
            for lost in answer.no_date
        ],
    )


def binds(dated: Dated) -> bool:
    """Say whether a date is set by law, rather than by guidance, a standard or a habit."""
    return dated.clock.kind not in SIDE_NOTES and dated.deadline.limit.statutory


def calendar_days(answer: Answer, address: str) -> list[Day]:
    """Return the dates for a calendar, each leading back to the page that explains it."""
    return [_day(dated, address) for dated in answer.dated]


def _day(dated: Dated, address: str) -> Day:
    deadline, clock = dated.deadline, dated.clock
    words = [
        f"Last day: {in_words(dated.due)}.",
        f"Who must act: {clock.owed_by}.",
        f"How long: {_how_long(deadline)}.",
        f"Law: {deadline.limit.law}." if binds(dated) else f"Not law: {deadline.limit.law}.",
        dated.only_if,
        f"How sure we are: {clock.confidence.in_words()}",
        f"Why this date: {address}",
    ]
    same = f"{clock.key} {deadline.trigger.kind} {deadline.started_on} {dated.due}"
    return Day(
        uid=hashlib.sha256(same.encode()).hexdigest()[:32],
        on=dated.due,
        title=clock.duty if binds(dated) else f"{clock.duty} (not law)",
        words="\n".join(filter(None, words)),
        url=address,
    )


def _dated(dated: Dated, checks: Mapping[str, Check], today: date) -> DateLine:
    limit, left = dated.deadline.limit, (dated.due - today).days
    return DateLine(
        rule=line_of(dated.clock, checks.get(dated.clock.key)),
        due=dated.due,
        from_now=_from_now(left),
        colour="grey" if left < 0 else "yellow" if left <= SOON else "blue",
        limit=_how_long(dated.deadline),
        law=str(limit.law),
        law_url=limit.law.url,
        only_if=dated.only_if,
        why=dated.why,
        closes_at=hour(dated.deadline.closes_at) if dated.deadline.closes_at else "",
    )


def _how_long(deadline: Deadline) -> str:
    """Return how long is allowed, with the second limb where the day it runs from was given."""
    limit = deadline.limit
    or_later = f", or {limit.or_later} from another event, if later" if deadline.extended else ""
    return f"{limit.count}{or_later}"


def _from_now(left: int) -> str:
    if left == 0:
        return "Today"
    return f"In {plural(left, 'day')}" if left > 0 else f"{plural(-left, 'day')} ago"


def _undated(beside: Beside[Undated], checks: Mapping[str, Check]) -> BesideLine:
    return BesideLine(
        rule=line_of(beside.rule, checks.get(beside.rule.key)),
        words=f"To be done {beside.rule.how_soon}.",
        only_if=beside.only_if,
    )


def _contents(beside: Beside[Contents], checks: Mapping[str, Check]) -> BesideLine:
    return BesideLine(
        rule=line_of(beside.rule, checks.get(beside.rule.key)),
        words=beside.rule.otherwise,
        only_if=beside.only_if,
        points=tuple(words for _, words in beside.rule.parts),
    )


def _proposed(beside: Beside[Proposed], checks: Mapping[str, Check]) -> BesideLine:
    return BesideLine(
        rule=line_of(beside.rule, checks.get(beside.rule.key)),
        words=f"{beside.rule.says} {beside.rule.status}",
    )


def _days(held: Held) -> tuple[str, ...]:
    """Return the first and last day of what holds, unless its own words have said them."""
    days = [("From", held.since), ("Until", held.until)]
    said = [f"{words} {in_words(day)}" for words, day in days if day]
    return tuple(words for words in said if words.partition(" ")[2] not in held.says)
