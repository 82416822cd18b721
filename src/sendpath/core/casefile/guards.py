"""The conditions of law on a move from one stage to another.

SEND Regulations 2014, regulations 13(1), 20(10) and 22(2); Children and Families Act 2014,
section 45(4). What has been done too soon has been done, and is remarked on; but a plan that
the council says has ceased, while the family may still appeal, has in law not ceased.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import lru_cache

from sendpath.core.casefile.events import Event, Kind
from sendpath.core.casefile.states import Guard, Oddity, Stage
from sendpath.core.dates import (
    BeyondCalendar,
    days_inclusive,
    deemed_served,
    england_and_wales,
)

DAYS_TO_ANSWER = 15
ADVISER_TOLD = (Kind.MEDIATION_CONTACTED, Kind.MEDIATION_REQUESTED, Kind.MEDIATION_DECLINED)
HEEDED = frozenset(
    {*ADVISER_TOLD, Kind.CERTIFICATE_ISSUED, Kind.NOTICE_SENT, Kind.REPRESENTATIONS_RECEIVED}
)
"""The kinds of event that a guard looks for, beside those that move a case."""
CEASING_NOTICE = (None, "", "cease")

GUARDS: Mapping[Guard, str] = {
    Guard.DRAFT_SERVED: "The 15 days that the family has to answer the draft, beginning with the "
    "day it was served, are over, or the family has said that it has finished (regulation 13(1)). "
    "A plan sent sooner is a final plan all the same, with a warning.",
    Guard.NOTICE_SENT: "A decision to amend without the notice of amendments amends nothing: the "
    "case stays in review until the notice is on record (regulations 20(10) and 22(2)).",
    Guard.APPEAL_OVER: "The plan cannot cease while an appeal is open, nor before the last day "
    "on which the family may appeal, unless the Tribunal has decided (section 45(4)). Until "
    "then the case stays where it was, whatever is recorded.",
    Guard.NO_APPEAL_OPEN: "A plan that ends because the council is no longer responsible needs "
    "no decision that could be appealed, but it cannot end while an appeal is open "
    "(section 45(4)).",
}
"""Each guard in words, with its law."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a guard found wrong. If it `blocks`, the case stays where it is."""

    code: Oddity
    says: str
    blocks: bool = False


@dataclass(slots=True)
class Memory:
    """What is remembered while a history is read.

    `first` and `last` hold the first and the last event of each kind since the case came to
    what it is now doing, and `entered_by` the entry that brought it to its stage.
    """

    stage: Stage = Stage.NO_CASE
    entered_by: Event | None = None
    first: dict[Kind, Event] = field(default_factory=dict)
    last: dict[Kind, Event] = field(default_factory=dict)
    appeal_open: bool = False

    def remember(self, event: Event) -> None:
        """Keep an event, unless it is a notice of something that no guard asks about."""
        if event.kind is Kind.NOTICE_SENT and event.facts.get("notice_type") not in CEASING_NOTICE:
            return
        self.first.setdefault(event.kind, event)
        self.last[event.kind] = event

    def forget(self) -> None:
        """Begin something new: what was told before no longer counts as told."""
        self.first.clear()
        self.last.clear()


def another_matter(event: Event) -> bool:
    """Say whether an event ends a claim of discrimination, which moves nothing in the case."""
    return event.kind is Kind.APPEAL_DETERMINED and event.facts.get("claim") == "discrimination"


def judged(guard: Guard, memory: Memory, event: Event) -> Verdict | None:
    """Return what is wrong with a move; None if nothing is."""
    test = _TESTS.get(guard)
    return test(memory, event) if test else None


@lru_cache(maxsize=4096)
def appeal_closes(
    notice_on: date, adviser_told_on: date | None, certified_on: date | None
) -> date | None:
    """Return the last day to appeal against a decision to cease, by the law's own clock.

    None where it cannot be told: before the law began, or past the calendars we hold.
    """
    # the law reads the events of this package, so it cannot be imported before them
    from sendpath.core.law.clock import NoLawInForce
    from sendpath.core.law.deadlines import deadlines

    told = [(Kind.NOTICE_SENT, notice_on)]
    told += [(Kind.MEDIATION_CONTACTED, adviser_told_on)] if adviser_told_on else []
    told += [(Kind.CERTIFICATE_ISSUED, certified_on)] if certified_on else []
    history = [_event(number, kind, day) for number, (kind, day) in enumerate(told, start=1)]
    try:
        found = deadlines(sorted(history, key=lambda e: e.occurred_on), england_and_wales())
    except (NoLawInForce, BeyondCalendar, ValueError, OverflowError):
        return None
    return next((limit.due for limit in found if limit.key == "appeal_lodge"), None)


def _event(number: int, kind: Kind, day: date) -> Event:
    facts = {"notice_type": "cease"} if kind is Kind.NOTICE_SENT else {}
    moment = datetime(1, 1, 1, tzinfo=UTC)
    return Event(number=number, kind=kind, occurred_on=day, recorded_at=moment, facts=facts)


def _draft_served(memory: Memory, event: Event) -> Verdict | None:
    served_on = _served_on(memory)
    if served_on is None:
        return Verdict(
            Oddity.MISSING_BEFORE,
            "The record has no draft plan before this final plan. If the draft plan is known, "
            "record it first.",
        )
    answer = memory.last.get(Kind.REPRESENTATIONS_RECEIVED)
    finished = answer and answer.occurred_on >= served_on and answer.facts.get("final") is True
    day = days_inclusive(served_on, event.occurred_on)
    if finished or day > DAYS_TO_ANSWER:
        return None
    return Verdict(
        Oddity.TOO_SOON,
        f"The final plan was sent on day {day} of the {DAYS_TO_ANSWER} days that the family has to "
        f"answer the draft plan, and the record does not say that it had finished. Check the "
        f"dates of both.",
    )


def _served_on(memory: Memory) -> date | None:
    """Return the day the latest draft was served, or is taken to have been."""
    served, sent = memory.last.get(Kind.DRAFT_SERVED), memory.last.get(Kind.DRAFT_SENT)
    if served and not (sent and sent.occurred_on > served.occurred_on):
        return served.occurred_on
    if sent is None:
        return None
    try:
        return deemed_served(sent.occurred_on, str(sent.facts.get("method")), england_and_wales())
    except BeyondCalendar:
        return sent.occurred_on


def _no_appeal_open(memory: Memory, event: Event) -> Verdict | None:
    if not memory.appeal_open:
        return None
    return Verdict(
        Oddity.TOO_SOON,
        "The plan goes on while an appeal is open, whatever this entry says. If the appeal has "
        "ended, record how; then correct the day the plan ceased.",
        blocks=True,
    )


def _appeal_over(memory: Memory, event: Event) -> Verdict | None:
    if memory.stage is not Stage.CEASING or memory.appeal_open or _decided(memory):
        return _no_appeal_open(memory, event)
    closes = _closes(memory)
    if closes and event.occurred_on > closes:
        return None
    until = f"until {_plain(closes)}" if closes else "to a day that cannot be worked out"
    return Verdict(
        Oddity.TOO_SOON,
        f"The family may appeal {until}, and the plan goes on until then, whatever this entry "
        f"says. If the day is mistyped, correct it; if not, correct it once the plan has ceased.",
        blocks=True,
    )


def _decided(memory: Memory) -> bool:
    """Say whether the Tribunal has decided an appeal made since the decision to cease."""
    order = memory.last.get(Kind.APPEAL_ORDER_MADE)
    if order and order.facts.get("order") == "dismiss_cease":
        return True
    appeal = memory.first.get(Kind.APPEAL_RECEIVED)
    about = appeal.facts.get("ground") if appeal else None
    ended = order or memory.last.get(Kind.APPEAL_DETERMINED)
    return bool(appeal and ended and about in (None, "cease"))


def _closes(memory: Memory) -> date | None:
    decision = memory.last.get(Kind.REVIEW_DECISION_NOTIFIED) or memory.entered_by
    notice = memory.last.get(Kind.NOTICE_SENT) or decision
    if notice is None:
        return None
    certificate = memory.last.get(Kind.CERTIFICATE_ISSUED)
    contacts = [memory.first[kind].occurred_on for kind in ADVISER_TOLD if kind in memory.first]
    return appeal_closes(
        notice.occurred_on,
        min(contacts, default=None),
        certificate.occurred_on if certificate else None,
    )


def _plain(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


_TESTS: dict[Guard, Callable[[Memory, Event], Verdict | None]] = {
    Guard.DRAFT_SERVED: _draft_served,
    Guard.NO_APPEAL_OPEN: _no_appeal_open,
    Guard.APPEAL_OVER: _appeal_over,
}
