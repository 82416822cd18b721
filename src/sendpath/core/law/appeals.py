"""The family's right to appeal: against which decision, until when, by whom, and what it needs.

Children and Families Act 2014, sections 51 and 55; HESC Rules 2008, rules 12 and 20. The days
are those of the clock `appeal_lodge`; here is what stands around them. The right belongs to the
child's parent until compulsory school age ends, and from the day after to the young person
(section 83), unless the record says that somebody else decides for them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sendpath.core.casefile.events import Event, Fact, Kind
from sendpath.core.dates import Calendars, end_of_compulsory_school_age, in_words
from sendpath.core.law.deadline import Deadline
from sendpath.core.law.deadlines import deadlines
from sendpath.core.law.evaluation import Evaluation, State, evaluate
from sendpath.core.law.rule import When
from sendpath.core.law.source import Law, act, section
from sendpath.core.law.wording import one_of, when

CLOCK = "appeal_lodge"
PLACE_ONLY = "section_i_only"


class Holder(StrEnum):
    """Whose the right is. Stored and exported: never rename one."""

    PARENT = "parent"
    YOUNG_PERSON = "young_person"
    REPRESENTATIVE = "representative"
    NOT_KNOWN = "not_known"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A decision that can be appealed, as the notice names it, with the paragraph that says so."""

    notice_type: str
    words: str
    law: Law
    made_by: tuple[When, ...]
    about_place: bool = False
    """It may be appealed about section I alone, and then no certificate is needed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RightToAppeal:
    """One right to appeal, as it stands at the end of a day.

    `two_months` is the first limb and `from_certificate` the second, where a certificate was
    issued; `last_day` is where the later of them ends once rule 12 has moved it, at
    `closes_at`. `decision` is None where the record does not say what the notice was about.
    """

    decision: Decision | None
    notice: Event
    notice_on: date
    two_months: date
    from_certificate: date | None
    last_day: date
    closes_at: str
    adjusted_by: str | None
    state: State
    days_left: int | None
    holder: Holder
    holder_because: str
    certificate: str
    evaluation: Evaluation


DECISIONS = (
    Decision(
        notice_type="refusal_to_assess",
        words="not to assess",
        law=section("51(2)(a)"),
        made_by=(when(Kind.ASSESSMENT_DECIDED, "", outcome=one_of("refuse")),),
    ),
    Decision(
        notice_type="no_plan",
        words="not to issue a plan",
        law=section("51(2)(b)"),
        made_by=(when(Kind.PLAN_DECIDED, "", outcome=one_of("no_plan")),),
    ),
    Decision(
        notice_type="final_plan",
        words="on what the plan says",
        law=section("51(2)(c)"),
        made_by=(when(Kind.FINALISED_SENT, ""),),
        about_place=True,
    ),
    Decision(
        notice_type="amended_plan",
        words="on what the amended plan says",
        law=section("51(2)(c)"),
        made_by=(when(Kind.AMENDED_PLAN_SENT, ""),),
        about_place=True,
    ),
    Decision(
        notice_type="refusal_to_reassess",
        words="not to re-assess",
        law=section("51(2)(d)"),
        made_by=(when(Kind.REASSESSMENT_DECIDED, "", outcome=one_of("refuse")),),
    ),
    Decision(
        notice_type="no_amendment",
        words="not to amend the plan",
        law=section("51(2)(e)"),
        made_by=(
            when(Kind.NO_AMENDMENT_NOTIFIED, ""),
            when(Kind.REVIEW_DECISION_NOTIFIED, "", outcome=one_of("maintain")),
        ),
    ),
    Decision(
        notice_type="cease",
        words="to end the plan",
        law=section("51(2)(f)"),
        made_by=(
            when(Kind.CEASE_DECIDED, ""),
            when(Kind.REVIEW_DECISION_NOTIFIED, "", outcome=one_of("cease")),
        ),
    ),
)
"""Every decision section 51(2) lets a family appeal, in its order."""
_BY_NAME: dict[Fact, Decision] = {decision.notice_type: decision for decision in DECISIONS}
_BY_NAME["maintain"] = _BY_NAME["no_amendment"]

_NEEDED = (
    "A mediation certificate is needed first: the adviser must be contacted within 2 months of "
    "the notice."
)
_NEEDED_UNLESS_PLACE = (
    f"{_NEEDED} None is needed for an appeal that is only about the school or other setting "
    "named (section I)."
)


def appeal_rights(
    history: Sequence[Event], as_at: date, calendars: Calendars
) -> tuple[RightToAppeal, ...]:
    """Return every right to appeal that had begun by the end of a day, in order.

    `history` is what `standing` returns; a `person.born` event in it says when the right passes
    to the young person.
    """
    by_then = tuple(event for event in history if event.occurred_on <= as_at)
    return tuple(
        _right(deadline, by_then, as_at, calendars)
        for deadline in deadlines(by_then, calendars)
        if deadline.key == CLOCK
    )


def _right(
    deadline: Deadline, history: Sequence[Event], as_at: date, calendars: Calendars
) -> RightToAppeal:
    decision = decision_of(deadline.trigger, history)
    stands = evaluate(deadline, as_at, calendars)
    holder, because = holder_on(min(as_at, deadline.due), history)
    limbs = [day for _, day in deadline.limbs]
    return RightToAppeal(
        decision=decision,
        notice=deadline.trigger,
        notice_on=deadline.started_on,
        two_months=limbs[0],
        from_certificate=limbs[1] if len(limbs) > 1 else None,
        last_day=deadline.due,
        closes_at=deadline.closes_at,
        adjusted_by=deadline.adjusted_by,
        state=stands.state,
        days_left=stands.days_left,
        holder=holder,
        holder_because=because,
        certificate=_certificate(deadline, decision),
        evaluation=stands,
    )


def decision_of(notice: Event, history: Sequence[Event]) -> Decision | None:
    """Return the decision that a notice, or a decision's own event, is about; None if unsaid.

    A notice that does not name its decision is about the latest one on record before it.
    """
    for name in ("notice_type", "subject"):
        if decision := _BY_NAME.get(notice.facts.get(name)):
            return decision
    if notice.kind is not Kind.NOTICE_SENT:
        return next(_made_by(notice), None)
    before = [event for event in history if event.occurred_on <= notice.occurred_on]
    found = (decision for event in reversed(before) for decision in _made_by(event))
    return next(found, None)


def _made_by(event: Event) -> Iterator[Decision]:
    for decision in DECISIONS:
        if any(made.kind is event.kind and made.meets(event) for made in decision.made_by):
            yield decision


def holder_on(day: date, history: Sequence[Event]) -> tuple[Holder, str]:
    """Return whose the rights are on a day, and why, in words.

    What the record says of who decides (`person.representation_changed`) comes first; else
    age: Education Act 1996, section 8, and Children and Families Act 2014, section 83.
    """
    said = [e for e in history if e.kind is Kind.REPRESENTATION_CHANGED and e.occurred_on <= day]
    if said and said[-1].facts.get("decision_maker") in set(Holder):
        holder = Holder(str(said[-1].facts["decision_maker"]))
        return holder, f"On record since {in_words(said[-1].occurred_on)}."
    born = next((e.occurred_on for e in history if e.kind is Kind.PERSON_BORN), None)
    if born is None:
        return Holder.NOT_KNOWN, "No date of birth is on record, so it depends on age."
    if born > day:
        return Holder.NOT_KNOWN, "The date of birth on record is later than this. Look for a slip."
    ends = end_of_compulsory_school_age(born)
    if day > ends:
        return Holder.YOUNG_PERSON, f"Compulsory school age ended on {in_words(ends)}."
    return (
        Holder.PARENT,
        f"Compulsory school age ends on {in_words(ends)}; from the next day it is the young "
        "person's.",
    )


HOLDER_LAWS = (section("83"), act("Education Act 1996", "1996/56", "8"))
CERTIFICATE_LAW = section("55")


def _certificate(deadline: Deadline, decision: Decision | None) -> str:
    if deadline.extended:
        return f"A mediation certificate was issued on {in_words(deadline.extended.occurred_on)}."
    if decision is None or decision.about_place:
        return _NEEDED_UNLESS_PLACE
    return _NEEDED
