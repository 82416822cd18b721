"""The facts of a case that a SEN2 return can state, and what each is called on a page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from sendpath.core.casefile.events import Fact, Kind

ON_OR_BEFORE = "on_or_before"
"""The day is only the latest it can have been: the return does not give it."""

NOT_STATED = "not_stated"
"""The ground of an exception: the return says that one applied, and no more."""

REFUSED_ASSESSMENT = "refusal_to_assess"
REFUSED_PLAN = "no_plan"


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFact:
    """One fact of a case, whether a return states it or the record holds it."""

    kind: Kind
    occurred_on: date
    facts: Mapping[str, Fact] = field(default_factory=dict)

    @property
    def place(self) -> Place | None:
        """The place in a case that this fact fills; None where no return speaks of it."""
        marker = _MARKERS.get(self.kind)
        value = self.facts.get(marker) if marker else None
        return PLACES.get((self.kind, value if marker else None))


@dataclass(frozen=True, slots=True)
class Place:
    """One thing a return can say of a case. `yearly` things happen again each year."""

    label: str
    yearly: bool = False


_MARKERS: Mapping[Kind, str] = {
    Kind.NOTICE_SENT: "notice_type",
    Kind.AMENDED_PLAN_SENT: "phase_transfer",
}

PLACES: Mapping[tuple[Kind, Fact], Place] = {
    (Kind.REQUEST_RECEIVED, None): Place("Date the request was received"),
    (Kind.ASSESSMENT_DECIDED, None): Place("Decision whether to assess"),
    (Kind.NOTICE_SENT, REFUSED_ASSESSMENT): Place("Family told there would be no assessment"),
    (Kind.REQUEST_WITHDRAWN, None): Place("Request withdrawn"),
    (Kind.PLAN_DECIDED, None): Place("Decision whether to issue a plan"),
    (Kind.NOTICE_SENT, REFUSED_PLAN): Place("Family told there would be no plan"),
    (Kind.EXCEPTION_CLAIMED, None): Place("Exception to the 20 weeks"),
    (Kind.FINALISED_SENT, None): Place("Date the final plan was sent"),
    (Kind.PLAN_MADE, None): Place("Plan made by another area"),
    (Kind.CEASE_TOOK_EFFECT, None): Place("Date the plan ended"),
    (Kind.REVIEW_MEETING_HELD, None): Place("Annual review meeting", yearly=True),
    (Kind.REVIEW_DECISION_NOTIFIED, None): Place("Decision after the review", yearly=True),
    (Kind.AMENDMENT_NOTICE_SENT, None): Place("Amendments sent to the family", yearly=True),
    (Kind.PHASE_TRANSFER_PLANNED, None): Place("Move to the next phase", yearly=True),
    (Kind.AMENDED_PLAN_SENT, True): Place("Final plan for the next phase", yearly=True),
}


class Standing:
    """The facts of one case that hold on a survey day, ready to be asked for by kind."""

    def __init__(self, facts: Iterable[CaseFact], *, as_at: date) -> None:
        known = [fact for fact in facts if fact.occurred_on <= as_at]
        self._facts = sorted(known, key=lambda fact: fact.occurred_on)

    def first(self, kind: Kind) -> CaseFact | None:
        """Return the earliest fact of that kind."""
        return next((fact for fact in self._facts if fact.kind is kind), None)

    def last(self, kind: Kind, *, since: date | None = None) -> CaseFact | None:
        """Return the latest fact of that kind, on or after `since`."""
        fact = next((fact for fact in reversed(self._facts) if fact.kind is kind), None)
        return fact if fact and (since is None or fact.occurred_on >= since) else None

    def kinds(self) -> frozenset[Kind]:
        """Return the kinds of fact there are."""
        return frozenset(fact.kind for fact in self._facts)
