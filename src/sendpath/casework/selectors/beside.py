"""What the page of a case says beside its deadlines: duties without a day, and what holds."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sendpath.casework.selectors.recordable import entry_that_does
from sendpath.casework.selectors.words import days, written
from sendpath.core.casefile.catalogue.entry import Entry
from sendpath.core.casefile.events import Event
from sendpath.core.dates import Calendars
from sendpath.core.law.ambiguities import touching
from sendpath.core.law.beside import LeftOut, Waiting, holding, left_out, waiting
from sendpath.core.law.evaluation import State
from sendpath.core.law.rule import Held, Rule, Span
from sendpath.core.law.sentence import Sentence
from sendpath.core.law.source import Confidence
from sendpath.lawbook.selectors.settled import Adopted, Check

LOOKED_AHEAD = timedelta(weeks=104)


@dataclass(frozen=True, slots=True, kw_only=True)
class BesideLine:
    """One thing that the law asks or says, without a last day of its own."""

    name: str
    stands: str
    sentences: tuple[Sentence, ...]
    unverified: bool
    recorded_as: Entry | None = None
    """What an officer records to say that it was done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What stands beside the deadlines, each empty where there is nothing to say."""

    undated: list[BesideLine]
    lacking: list[BesideLine]
    holds: list[BesideLine]


def beside(
    history: Sequence[Event],
    day: date,
    known: Calendars,
    *,
    copied: Collection[int],
    checks: Mapping[str, Check],
) -> Beside:
    """Return what the law asks beside dates, as a case stands at the end of a day.

    `copied` are the entries that came from a return, which could not have told whether a duty
    without a day was done: those are left out, for not told is not the same as not done.
    """
    own = [one for one in waiting(history, day, known) if one.trigger.number not in copied]
    return Beside(
        undated=[_undated(one, checks) for one in own if one.state is State.RUNNING],
        lacking=[_lacking(one) for one in left_out(history)],
        holds=[
            _held(span, held, checks)
            for span, held in holding(history, known)
            if _matters(held, day)
        ],
    )


def _matters(held: Held, day: date) -> bool:
    """Whether something holds now, or will before anyone would forget having read it."""
    begins_soon = held.since is None or held.since <= day + LOOKED_AHEAD
    return begins_soon and (held.until is None or held.until >= day)


def verified(rule: Rule, checks: Mapping[str, Check]) -> bool:
    """Say whether nobody need be warned that a rule's wording was not checked."""
    check = checks.get(rule.key)
    return rule.confidence is not Confidence.UNREAD or (check is not None and check.current)


def settled(
    rule: Rule, checks: Mapping[str, Check], adopted: Mapping[str, Adopted]
) -> Iterator[Sentence]:
    """Yield who has checked a rule, and which reading of it the area goes by."""
    check = checks.get(rule.key)
    if check and check.current:
        yield Sentence(
            f"{check.name}, {check.role}, checked its wording on {written(check.verified_on)}."
        )
    for ambiguity in touching(rule.key):
        if ours := adopted.get(ambiguity.key):
            yield Sentence(
                f"Since {written(ours.since)} this area goes by one reading ({ours.words}). The "
                f"safer one still gives the warnings."
            )


def _undated(one: Waiting, checks: Mapping[str, Check]) -> BesideLine:
    rule = one.rule
    started = next(when.words for when in rule.starts if when.kind is one.trigger.kind)
    return BesideLine(
        name=rule.duty,
        stands=f"Waiting {days(one.days_used)}. Owed by the {rule.owed_by}.",
        sentences=(
            Sentence(f"{started} on {written(one.started_on)}."),
            Sentence(f"It must be done {rule.how_soon}.", rule.law),
        ),
        unverified=not verified(rule, checks),
        recorded_as=entry_that_does(rule),
    )


def _lacking(one: LeftOut) -> BesideLine:
    missing = ", ".join(one.missing)
    return BesideLine(
        name=one.rule.duty,
        stands=f"What was sent on {written(one.event.occurred_on)} lacks: {missing}.",
        sentences=(Sentence(one.rule.otherwise, one.rule.law),),
        unverified=False,
    )


def _held(span: Span, held: Held, checks: Mapping[str, Check]) -> BesideLine:
    return BesideLine(
        name=span.duty,
        stands=held.says,
        sentences=(Sentence(f"The rule is in {span.law}.", span.law),),
        unverified=not verified(span, checks),
    )
