"""Whether a reason claimed for missing a time limit is one the law accepts.

SEND Regulations 2014, regulations 5(4), 8(2), 10(4), 13(3), 27(3) and 44(3). A reason never
moves a due date: while it makes keeping the limit impractical, the limit need not be kept, and
the duty to act as soon as practicable goes on (Code of Practice 9.42 to 9.43). Every part of a
test must be met. A shortage of educational psychologists, late health advice and panel dates
are not among them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from sendpath.core.casefile.events import Event, Kind, UnrealDay, day_in
from sendpath.core.dates import Calendars, days_inclusive, in_words, overlap
from sendpath.core.law.clock import Clock, Relaxation
from sendpath.core.law.closed import FOUR_WEEKS, Figures, Result, tested_closure
from sendpath.core.law.source import Law

TWO_WEEKS = 14
CLOSED_SCHOOL = frozenset({"head", "headteacher", "head_teacher", "principal", "school", "college"})
CLOSED_EARLY_YEARS = frozenset({"nursery", "early_years", "ey", "childminder", "pre-school"})
CLOSURES = ("X_SCHOOL", "X_EY", "X_R13")
CLAIMS = frozenset({Kind.EXCEPTION_CLAIMED, Kind.APPEAL_EXTENSION_GRANTED})
EXTENSION = "R5_EXTENSION"
REGULATION_13 = ("X_SCHOOL", "X_EY", "X_EPC", "X_ABS4")
"""The circumstances of regulation 10(4), which regulation 13(3) applies to the 20 weeks."""
NOT_STATED = "not_stated"
"""A return that says only that some exception applied."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tested:
    """A reason claimed for one deadline, and what became of each part of its test.

    `accepted` is None where the reason is made out but nobody has yet shown that it made
    keeping the limit impractical. `figures` are the numbers the test turned on.
    """

    code: str
    accepted: bool | None
    why: str
    law: Law | None = None
    claim: Event | None = None
    figures: tuple[tuple[str, date | int], ...] = ()
    days: tuple[date, ...] = ()
    """The other days that the test looked at, such as those on which advice was asked for."""


@dataclass(frozen=True, slots=True)
class Period:
    """The days, both included, in which a reason must have arisen, and for which body.

    `due` is the last day of the limit: on one reading of regulation 13(3) it comes later.
    """

    first: date
    last: date
    due: date
    body: str
    calendars: Calendars


@dataclass(frozen=True, slots=True)
class Said:
    """What a history says of reasons, sorted out once: every run of every clock asks for it."""

    claims: tuple[Event, ...]
    rejections: tuple[Event, ...]
    endings: tuple[Event, ...]
    requests: tuple[Event, ...]
    """The requests for advice, on which a closed school turns."""


def said_in(history: Iterable[Event]) -> Said:
    """Return what a history says of reasons for missing a limit."""
    claims, rejections, endings, requests = [], [], [], []
    for event in history:
        if event.kind in CLAIMS:
            claims.append(event)
        elif event.kind is Kind.EXCEPTION_REJECTED:
            rejections.append(event)
        elif event.kind is Kind.EXCEPTION_ENDED:
            endings.append(event)
        elif event.kind is Kind.ADVICE_REQUESTED:
            requests.append(event)
    return Said(tuple(claims), tuple(rejections), tuple(endings), tuple(requests))


def tested_claims(clock: Clock, period: Period, said: Said) -> tuple[Tested, ...]:
    """Return every claim that is about this clock, tested in full."""
    return tuple(
        _tested(clock, period, claim, said)
        for claim in said.claims
        if _concerns(clock, period, claim)
    )


def relaxed(relaxation: Relaxation) -> Tested:
    """Return how a law in force for a time bears on a deadline where nobody has claimed it."""
    return Tested(
        code=relaxation.code,
        accepted=None,
        why=f"{relaxation.words} Nobody has claimed that reason here.",
        law=relaxation.law,
    )


def _concerns(clock: Clock, period: Period, event: Event) -> bool:
    if event.kind is Kind.APPEAL_EXTENSION_GRANTED:
        return any(ground.code == EXTENSION for ground in clock.grounds)
    about, body = event.facts.get("clock"), event.facts.get("body")
    return about in (None, "", clock.key) and (not period.body or body in (None, "", period.body))


def _tested(clock: Clock, period: Period, claim: Event, said: Said) -> Tested:
    code = str(claim.facts.get("ground", EXTENSION))
    law, (fault, figures) = _law_and_fault(clock, period, claim, said, code)
    if fault is None and _rejected(claim, code, said):
        fault = "It was looked at again and not accepted."
    accepted, why = (False, fault) if fault else _impractical(code, claim)
    return Tested(
        code=code,
        accepted=accepted,
        why=why,
        law=law,
        claim=claim,
        figures=figures,
        days=_days_named(clock, code, said),
    )


def _days_named(clock: Clock, code: str, said: Said) -> tuple[date, ...]:
    for relaxation in clock.relaxations:
        if relaxation.code == code:
            return relaxation.since, relaxation.until
    if code not in CLOSURES:
        return ()
    return tuple(event.occurred_on for event in said.requests)


def _law_and_fault(
    clock: Clock, period: Period, claim: Event, said: Said, code: str
) -> tuple[Law | None, Result]:
    if code == NOT_STATED:
        return None, ("A reason is said to apply, but which one is not on record.", ())
    for relaxation in clock.relaxations:
        if relaxation.code == code:
            return relaxation.law, (_outside(relaxation, period), ())
    for ground in clock.grounds:
        if ground.code == code:
            return ground.law, _TESTS[code](period, claim, said)
    return None, ("It is not a reason that the law allows for this limit.", ())


def _outside(relaxation: Relaxation, period: Period) -> str | None:
    if relaxation.touches(period.first, period.last):
        return None
    return (
        f"That relaxation was in force from {in_words(relaxation.since)} to "
        f"{in_words(relaxation.until)}; this limit neither started nor ended then."
    )


def _impractical(code: str, claim: Event) -> tuple[bool | None, str]:
    if code == EXTENSION:
        return True, "The Tribunal allowed more time."
    if claim.facts.get("impractical") is True:
        return True, "Every part of its test is met, and it made keeping the limit impractical."
    if claim.facts.get("impractical") is False:
        return False, "It did not make keeping the limit impractical."
    return None, "It must still be shown that it made keeping the limit impractical."


def _rejected(claim: Event, code: str, said: Said) -> bool:
    if claim.facts.get("valid") is False:
        return True
    return any(
        event.facts.get("claim", claim.number) == claim.number
        and event.facts.get("ground", code) == code
        for event in said.rejections
    )


def _closed(period: Period, claim: Event, said: Said, asked: frozenset[str]) -> Result:
    requests = [event.occurred_on for event in said.requests if _asked(event, asked)]
    return tested_closure(
        claim, requests, began=period.first, due=period.due, calendars=period.calendars
    )


def _asked(event: Event, asked: frozenset[str]) -> bool:
    named = (str(event.facts.get(fact)).lower() for fact in ("from", "body", "setting"))
    return any(name.partition(" ")[0] in asked for name in named)


def _school(period: Period, claim: Event, said: Said) -> Result:
    return _closed(period, claim, said, CLOSED_SCHOOL)


def _early_years(period: Period, claim: Event, said: Said) -> Result:
    return _closed(period, claim, said, CLOSED_EARLY_YEARS)


def _span(claim: Event, said: Said) -> tuple[date, date] | None:
    first = _day(claim, "from") or _day(claim, "date")
    last = _day(claim, "to") or _day(claim, "date") or _ended(claim, said)
    return None if first is None else (first, last or date.max)


def _ended(claim: Event, said: Said) -> date | None:
    ground = claim.facts.get("ground")
    days = (
        event.occurred_on for event in said.endings if event.facts.get("ground", ground) == ground
    )
    return next((day for day in days if day >= claim.occurred_on), None)


def _circumstances(period: Period, claim: Event, said: Said) -> Result:
    span = _span(claim, said)
    if span is None:
        return None, ()
    if not overlap(period.first, period.last, [span]):
        return "It fell outside the time that the limit allows.", ()
    return None, ()


def _away(period: Period, claim: Event, said: Said) -> Result:
    return _absent(period, claim, said, FOUR_WEEKS)


def _away_two_weeks(period: Period, claim: Event, said: Said) -> Result:
    return _absent(period, claim, said, TWO_WEEKS)


def _absent(period: Period, claim: Event, said: Said, needed: int) -> Result:
    span = _span(claim, said)
    if span is None:
        return "The first and last day away are needed.", ()
    inside = overlap(period.first, period.last, [span])
    whole = inside if span[1] == date.max else days_inclusive(*span)
    figures: Figures = (("absence_days", whole), ("absence_days_inside", inside))
    if inside >= needed:
        return None, figures
    why = f"Of the days away, {inside} fell inside the time allowed; {needed} on end are needed."
    if whole >= needed and inside:
        why += f" On another reading it is enough that {needed} days away fell partly inside it."
    return why, figures


def _appointment(period: Period, claim: Event, said: Said) -> Result:
    day = _day(claim, "date") or claim.occurred_on
    if not period.first <= day <= period.last:
        return "The appointment missed was outside that body's six weeks.", ()
    return None, ()


def _any_of_regulation_13(period: Period, claim: Event, said: Said) -> Result:
    which = str(claim.facts.get("circumstance"))
    if which not in REGULATION_13:
        return "Which circumstance of regulation 13(3) it is must be said.", ()
    return _TESTS[which](period, claim, said)


def _extension(period: Period, claim: Event, said: Said) -> Result:
    return None, ()


_Test = Callable[[Period, Event, Said], Result]
_TESTS: Mapping[str, _Test] = {
    "X_SCHOOL": _school,
    "X_EY": _early_years,
    "X_EPC": _circumstances,
    "X_ABS4": _away,
    "X_ABS2": _away_two_weeks,
    "X_R13": _any_of_regulation_13,
    "X_APPT": _appointment,
    EXTENSION: _extension,
}


def _day(claim: Event, fact: str) -> date | None:
    """Return a day that a claim gives; one that is no real day counts as not given."""
    with suppress(UnrealDay):
        return day_in(claim, fact)
    return None
