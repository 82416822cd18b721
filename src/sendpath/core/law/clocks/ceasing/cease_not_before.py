"""How long a plan must go on after a decision to end it.

Children and Families Act 2014, section 45(4): until the time to appeal has ended with no appeal,
or an appeal has been finally decided. The last day to appeal is that of the Tribunal's own rules:
moved out of August and Christmas, and a month after a mediation certificate where that is later. A
decision that the family was not told of starts no time, so under it the plan may not end. A late
appeal counts once the Tribunal has allowed it. Moving away, and reaching the age at which plans
end, are not the council's decision and need not wait.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sendpath.core.casefile.events import Event, Kind
from sendpath.core.dates import DAY, Calendars
from sendpath.core.law.rule import Held, RuleKind, Span, When
from sendpath.core.law.source import Confidence, section
from sendpath.core.law.time_to_appeal import appealable
from sendpath.core.law.wording import COUNCIL, MOVED_AWAY, one_of, when

UNTIL_WINDOW_CLOSES = "must_maintain_until_window_closes"
UNTIL_DETERMINED = "must_maintain_until_determined"
MAY_CEASE, TOO_SOON = "may_cease", "ceased_too_soon"

DECISIONS = frozenset(
    {
        Kind.ASSESSMENT_DECIDED, Kind.PLAN_DECIDED, Kind.FINALISED_SENT, Kind.AMENDED_PLAN_SENT,
        Kind.NO_AMENDMENT_NOTIFIED, Kind.REVIEW_DECISION_NOTIFIED, Kind.REASSESSMENT_DECIDED,
        Kind.CEASE_DECIDED,
    }
)  # fmt: skip
"""A notice that does not say what it is about is about the latest of these before it."""
KEPT = (
    when(Kind.REVIEW_DECISION_NOTIFIED, "", outcome=one_of("maintain", "amend")),
    when(Kind.APPEAL_ORDER_MADE, "", order=one_of("continue", "continue_amend")),
    when(Kind.AGREEMENT_MADE, "", terms=one_of("continue", "continue_amend")),
    when(Kind.APPEAL_UNOPPOSED, "", ground=one_of("cease", None)),
)
"""After one of these the decision to end the plan no longer stands."""
SETTLED = (
    when(Kind.APPEAL_DETERMINED, "", claim=one_of(None)),
    when(Kind.APPEAL_WITHDRAWN, ""),
    when(Kind.APPEAL_ORDER_MADE, "", order=one_of("dismiss", "dismiss_cease")),
)
CEASED = when(Kind.CEASE_TOOK_EFFECT, "")
NOT_THE_COUNCILS_CHOICE = one_of("1", "5", "7", "8")
"""Reached the age at which plans end, transferred, moved outside England, died."""
GONE = (*MOVED_AWAY, when(Kind.CEASE_TOOK_EFFECT, "", ground=NOT_THE_COUNCILS_CHOICE))
_GONE_BY = frozenset(when.kind for when in GONE)
APPEALED = when(Kind.APPEAL_RECEIVED, "", ground=one_of("cease", None))


def must_go_on(history: Sequence[Event], calendars: Calendars) -> tuple[Held, ...]:
    """Return what each decision to end a plan has led to, in the order they were made."""
    told = [
        _Ceasing(time.notice, time.sent_on, time.last_day, time.appeal, history)
        for time in appealable(history, calendars)
        if _is_to_cease(time.notice, history)
    ]
    untold = [
        _Ceasing(event, event.occurred_on, None, None, history)
        for event in history
        if event.kind is Kind.CEASE_DECIDED and not any(case.is_of(event) for case in told)
    ]
    return tuple(_held(case) for case in sorted((*told, *untold), key=lambda c: _place(c.decision)))


def _is_to_cease(event: Event, history: Sequence[Event]) -> bool:
    """Say whether a notice, or the decision it is about where it does not say, is to cease."""
    if event.kind is Kind.REVIEW_DECISION_NOTIFIED:
        return event.facts.get("outcome") == "cease"
    if event.kind is not Kind.NOTICE_SENT:
        return event.kind is Kind.CEASE_DECIDED
    if about := event.facts.get("notice_type") or event.facts.get("subject"):
        return about == "cease"
    before = [e for e in history if e.kind in DECISIONS and _place(e) < _place(event)]
    return bool(before) and _is_to_cease(before[-1], history)


@dataclass(frozen=True, slots=True)
class _Ceasing:
    """A decision to end a plan: when the family was told, its time to appeal, what came after."""

    decision: Event
    since: date
    last_day: date | None
    in_time: Event | None
    history: Sequence[Event]

    def first(self, whens: Sequence[When], after: Event) -> Event | None:
        """Return the first event of a kind after another."""
        later = (event for event in self.history if _place(event) > _place(after))
        return next((e for e in later for w in whens if w.kind is e.kind and w.meets(e)), None)

    @property
    def over(self) -> Event | None:
        """What became of it: the plan was kept, went to another council, or ended."""
        return self.first((*KEPT, *GONE, CEASED), self.decision)

    @property
    def appeal(self) -> Event | None:
        """The appeal against it; without a notice there is no time for it to be out of."""
        return self.in_time if self.last_day else self.first((APPEALED,), self.decision)

    @property
    def may_end_on(self) -> date | None:
        """The first day on which the plan may end; None where nobody can tell yet."""
        window_over = self.last_day + DAY if self.last_day else None
        if self.appeal is None:
            return window_over
        settled = self.first(SETTLED, self.appeal)
        if settled is None:
            return None
        again = window_over if settled.kind is Kind.APPEAL_WITHDRAWN else None
        return max(settled.occurred_on, again or settled.occurred_on)

    def is_of(self, decision: Event) -> bool:
        """Say whether the family was told of a decision by this notice."""
        on_or_after = self.since >= decision.occurred_on
        return on_or_after or self.over is None or _place(self.over) > _place(decision)


def _held(case: _Ceasing) -> Held:
    over, may_end_on = case.over, case.may_end_on
    waiting = UNTIL_DETERMINED if case.appeal else UNTIL_WINDOW_CLOSES
    if over and any(when.kind is over.kind and when.meets(over) for when in (*KEPT, *GONE)):
        says = NOT_ITS_CHOICE if over.kind in _GONE_BY else KEPT_ON
        return _written(case, waiting, says, case.since, over.occurred_on)
    if over and (may_end_on is None or over.occurred_on < may_end_on):
        return _written(case, TOO_SOON, ENDED_TOO_SOON, over.occurred_on, None, may_end_on)
    if over and may_end_on:
        return _written(case, MAY_CEASE, ENDED, may_end_on, over.occurred_on, may_end_on)
    if case.appeal and may_end_on:
        return _written(case, MAY_CEASE, APPEAL_OVER, may_end_on, None, may_end_on)
    says = APPEAL_OPEN if case.appeal else WINDOW_OPEN if case.last_day else NOT_TOLD
    until = case.last_day if may_end_on else None
    return _written(case, waiting, says, case.since, until, may_end_on)


def _written(
    case: _Ceasing,
    status: str,
    says: str,
    since: date,
    until: date | None,
    may_end_on: date | None = None,
) -> Held:
    days = (
        ("appeal_deadline", "Last day to appeal", case.last_day),
        ("not_before", "First day on which the plan may end", may_end_on),
    )
    return Held(
        status=status,
        says=says,
        since=since,
        until=until,
        because=case.decision,
        figures=tuple((name, words, day) for name, words, day in days if day),
    )


def _place(event: Event) -> tuple[date, int]:
    return event.occurred_on, event.number


WINDOW_OPEN = (
    "The plan must go on until the time to appeal has ended. If nobody appeals by then, it may "
    "end on the day after."
)
APPEAL_OPEN = "There is an appeal, so the plan must go on until it is decided or withdrawn."
APPEAL_OVER = "The appeal is over. Unless the Tribunal ordered the plan to go on, it may now end."
ENDED = "The plan ended, on a day on which it was allowed to."
ENDED_TOO_SOON = "The plan ended before the law allowed it to."
KEPT_ON = "The plan goes on: the decision to end it no longer stands."
NOT_ITS_CHOICE = (
    "The plan went to another council, or ended for a reason that is nobody's decision, so it did "
    "not have to wait."
)
NOT_TOLD = (
    "No notice of the decision is on record, so the time to appeal has not begun and the plan "
    "must go on."
)

SPAN = Span(
    key="cease_not_before",
    duty="Keep the plan going until the time to appeal, or the appeal, is over",
    kind=RuleKind.STATE,
    owed_by=COUNCIL,
    owed_to="child or young person",
    statuses={
        UNTIL_WINDOW_CLOSES: "the plan goes on until the time to appeal has ended",
        UNTIL_DETERMINED: "the plan goes on until the appeal is decided or withdrawn",
        MAY_CEASE: "the plan may end, or ended when it was allowed to",
        TOO_SOON: "the plan ended before it was allowed to",
    },
    reads=must_go_on,
    law=section("45(4)"),
    also=(section("51(2)(f)"),),
    code="9.209",
    confidence=Confidence.READ,
    follows="What the plan provides must go on in full meanwhile.",
)
