"""The family's rights to appeal in one case, in words: for the page, and to go with a notice."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sendpath.casework.models import Case
from sendpath.core.casefile.events import standing, with_birth
from sendpath.core.dates import in_words
from sendpath.core.law.appeals import (
    CERTIFICATE_LAW,
    HOLDER_LAWS,
    Holder,
    RightToAppeal,
    appeal_rights,
)
from sendpath.core.law.evaluation import State
from sendpath.core.law.explanation import explanation
from sendpath.core.law.sentence import Sentence
from sendpath.core.law.source import tribunal_rule
from sendpath.establishments.selectors import calendars

HOLDERS = {
    Holder.PARENT: "The child's parent",
    Holder.YOUNG_PERSON: "The young person",
    Holder.REPRESENTATIVE: "The person who represents the young person",
    Holder.NOT_KNOWN: "The child's parent or the young person",
}
TRIBUNAL = "First-tier Tribunal (Special Educational Needs and Disability)."
STANDS = {
    State.RUNNING: "open",
    State.MET: "used in time",
    State.LATE_MET: "used late: it needs the Tribunal's permission",
    State.NO_DUTY: "left unused until it ended",
    State.LIMIT_DISAPPLIED: "used, and more time was allowed",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class RightLine:
    """One right to appeal: what it is against, its last day, whose it is, and what it needs."""

    title: str
    stands: str
    open: bool
    last_day: date
    days_left: int | None
    facts: tuple[tuple[str, tuple[Sentence, ...]], ...]
    """Each a heading with its sentences."""
    why: tuple[Sentence, ...]


def rights_of(case: Case, today: date) -> list[RightLine]:
    """Return every right to appeal that decisions in a case have given, the newest first."""
    events = with_birth((row.as_event() for row in case.events.all()), case.person.birth_date)
    rights = appeal_rights(standing(events), today, calendars())
    return [_line(right) for right in sorted(rights, key=lambda r: r.notice_on, reverse=True)]


def _line(right: RightToAppeal) -> RightLine:
    against = right.decision.words if right.decision else "that the notice was about"
    return RightLine(
        title=f"The decision {against}",
        stands=STANDS.get(right.state, "not open"),
        open=right.state is State.RUNNING,
        last_day=right.last_day,
        days_left=right.days_left,
        facts=(
            ("Right", _right(right)),
            ("Last day", _last_day(right)),
            ("Whose right", _whose(right)),
            ("Mediation", (Sentence(right.certificate, CERTIFICATE_LAW),)),
            ("Where", (Sentence(TRIBUNAL),)),
        ),
        why=explanation(right.evaluation),
    )


def _right(right: RightToAppeal) -> tuple[Sentence, ...]:
    if right.decision is None:
        return (Sentence("The record does not say which decision the notice was about."),)
    return (
        Sentence(f"The decision {right.decision.words} can be appealed.", right.decision.law),
        Sentence(f"Notice of it was sent on {in_words(right.notice_on)}."),
    )


def _last_day(right: RightToAppeal) -> tuple[Sentence, ...]:
    limbs = [Sentence(f"2 months from the notice: {in_words(right.two_months)}.")]
    if right.from_certificate:
        limbs.append(Sentence(f"1 month from the certificate: {in_words(right.from_certificate)}."))
    return (
        Sentence(
            f"The Tribunal must have the appeal by 5 pm on {in_words(right.last_day)}.",
            tribunal_rule("20(1)(c)"),
        ),
        *limbs,
    )


def _whose(right: RightToAppeal) -> tuple[Sentence, ...]:
    return (
        Sentence(f"{HOLDERS[right.holder]}.", HOLDER_LAWS[0]),
        Sentence(right.holder_because, HOLDER_LAWS[1]),
    )
