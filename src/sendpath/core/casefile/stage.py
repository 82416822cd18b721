"""The stage of a case, derived from its events by one table of transitions.

Stages are those of the assessment, the plan and its review under Part 3 of the Children and
Families Act 2014. A stage is never stored as a fact: it is worked out from standing events, so
that it can be worked out again for any past day. An event that has no line in the table for
the present stage leaves it as it is: a record with gaps must still have a stage.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from sendpath.core.casefile.events import Event, Kind


class Stage(StrEnum):
    """Where a case has got to. Stored and exported: never rename one."""

    NO_CASE = "no_case"
    REQUESTED = "requested"
    ASSESSING = "assessing"
    REFUSED = "refused"
    PLAN_AGREED = "plan_agreed"
    DRAFT = "draft"
    FINAL = "final"
    REVIEWING = "reviewing"
    AMENDING = "amending"
    REASSESSING = "reassessing"
    CEASING = "ceasing"
    CEASED = "ceased"
    NO_PLAN = "no_plan"
    TRANSFERRED_OUT = "transferred_out"


@dataclass(frozen=True, slots=True)
class Transition:
    """From any of these stages, this event leads to that one.

    `outcome` is what the event's fact of that name must say; empty if it does not matter.
    """

    kind: Kind
    to: Stage
    since: frozenset[Stage]
    outcome: str = ""


BEFORE_A_PLAN = frozenset(
    {
        Stage.NO_CASE,
        Stage.REQUESTED,
        Stage.ASSESSING,
        Stage.REFUSED,
        Stage.PLAN_AGREED,
        Stage.DRAFT,
        Stage.NO_PLAN,
    }
)
UNDECIDED = BEFORE_A_PLAN - {Stage.NO_CASE, Stage.REFUSED, Stage.NO_PLAN}
CLOSED = frozenset(
    {Stage.NO_CASE, Stage.REFUSED, Stage.NO_PLAN, Stage.CEASED, Stage.TRANSFERRED_OUT}
)
MAINTAINED = frozenset(
    {Stage.FINAL, Stage.REVIEWING, Stage.AMENDING, Stage.REASSESSING, Stage.CEASING}
)
ANY = frozenset(Stage)

TRANSITIONS = (
    Transition(Kind.REQUEST_RECEIVED, Stage.REQUESTED, CLOSED),
    Transition(Kind.RESPONSIBILITY_BEGAN, Stage.REQUESTED, CLOSED),
    Transition(Kind.ASSESSMENT_DECIDED, Stage.ASSESSING, BEFORE_A_PLAN, "assess"),
    Transition(Kind.ASSESSMENT_DECIDED, Stage.REFUSED, BEFORE_A_PLAN, "refuse"),
    Transition(Kind.REQUEST_WITHDRAWN, Stage.NO_CASE, UNDECIDED),
    Transition(Kind.PLAN_DECIDED, Stage.NO_PLAN, BEFORE_A_PLAN, "no_plan"),
    Transition(Kind.PLAN_DECIDED, Stage.PLAN_AGREED, BEFORE_A_PLAN - {Stage.DRAFT}, "issue"),
    Transition(Kind.DRAFT_SENT, Stage.DRAFT, BEFORE_A_PLAN),
    Transition(Kind.DRAFT_SERVED, Stage.DRAFT, BEFORE_A_PLAN),
    Transition(Kind.FINALISED_SENT, Stage.FINAL, ANY),
    Transition(Kind.PLAN_MADE, Stage.FINAL, BEFORE_A_PLAN),
    Transition(Kind.PLAN_TRANSFERRED_IN, Stage.FINAL, ANY),
    Transition(Kind.REVIEW_MEETING_HELD, Stage.REVIEWING, frozenset({Stage.FINAL})),
    Transition(Kind.REVIEW_DECISION_NOTIFIED, Stage.FINAL, MAINTAINED, "maintain"),
    Transition(Kind.REVIEW_DECISION_NOTIFIED, Stage.CEASING, MAINTAINED, "cease"),
    Transition(Kind.AMENDMENT_NOTICE_SENT, Stage.AMENDING, MAINTAINED),
    Transition(Kind.AMEND_NOTICE_SENT, Stage.AMENDING, MAINTAINED),
    Transition(Kind.AMENDED_PLAN_SENT, Stage.FINAL, MAINTAINED),
    Transition(Kind.NO_AMENDMENT_NOTIFIED, Stage.FINAL, MAINTAINED),
    Transition(Kind.REVIEW_COMPLETED, Stage.FINAL, frozenset({Stage.REVIEWING, Stage.AMENDING})),
    Transition(Kind.REASSESSMENT_DECIDED, Stage.REASSESSING, MAINTAINED, "assess"),
    Transition(Kind.REASSESSMENT_OWN_INITIATIVE, Stage.REASSESSING, MAINTAINED),
    Transition(Kind.CEASE_DECIDED, Stage.CEASING, MAINTAINED),
    Transition(Kind.CEASE_TOOK_EFFECT, Stage.CEASED, MAINTAINED),
    Transition(Kind.PLAN_TRANSFERRED_OUT, Stage.TRANSFERRED_OUT, MAINTAINED),
    Transition(Kind.MOVE_OCCURRED, Stage.NO_CASE, UNDECIDED),
)


def stage(history: Iterable[Event]) -> Stage:
    """Return the stage that standing events, in the order they happened, have led to.

    A decision to amend without its notice leaves the case in review: it does not yet amend.
    """
    now = Stage.NO_CASE
    for event in history:
        for transition in _BY_KIND.get(event.kind, ()):
            outcome = transition.outcome
            if now in transition.since and (not outcome or event.facts.get("outcome") == outcome):
                now = transition.to
                break
        else:
            if now in MAINTAINED and _amends_with_notice(event):
                now = Stage.AMENDING
    return now


def _amends_with_notice(event: Event) -> bool:
    return (
        event.kind is Kind.REVIEW_DECISION_NOTIFIED
        and event.facts.get("outcome") == "amend"
        and event.facts.get("notice_attached") is True
    )


_BY_KIND: dict[Kind, tuple[Transition, ...]] = {}
for _transition in TRANSITIONS:
    _BY_KIND[_transition.kind] = (*_BY_KIND.get(_transition.kind, ()), _transition)
