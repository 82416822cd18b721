"""What a plan describes must be secured, every day that the plan is in force.

Children and Families Act 2014, section 42: the council for special educational provision, the
health commissioner for health provision. It begins with the plan and has no days of grace; a gap
in one line of provision is a breach for as long as it lasts. A parent who has made suitable
arrangements of their own releases the council (section 42(5)). From 1 May to 31 July 2020 a
notice under the Coronavirus Act 2020 made it a duty of reasonable endeavours. Section 42 itself
was not read (K).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from sendpath.core.casefile.events import Event, Fact, Kind
from sendpath.core.dates import DAY, Calendars, in_words
from sendpath.core.law.in_force import InForce, plans
from sendpath.core.law.rule import Held, RuleKind, Span
from sendpath.core.law.source import Confidence, section

MUST_SECURE, GAP, ENDEAVOURS = "must_secure", "gap", "reasonable_endeavours"
ENDEAVOURS_SINCE, ENDEAVOURS_UNTIL = date(2020, 5, 1), date(2020, 7, 31)
LINE = "line"


def secured(history: Sequence[Event], calendars: Calendars) -> tuple[Held, ...]:
    """Return when provision had to be secured, and each gap in a line of it on record."""
    return (*_owed(history), *_gaps(history))


def _owed(history: Sequence[Event]) -> Iterator[Held]:
    for plan in plans(history):
        says = f"Since {in_words(plan.since)} all that the plan describes must be secured."
        yield Held(
            status=MUST_SECURE, says=says, since=plan.since, until=plan.until, because=plan.because
        )
        yield from _in_2020(plan)


def _in_2020(plan: InForce) -> Iterator[Held]:
    since = max(plan.since, ENDEAVOURS_SINCE)
    until = min(plan.until or ENDEAVOURS_UNTIL, ENDEAVOURS_UNTIL)
    if since <= until:
        says = (
            f"From {in_words(since)} to {in_words(until)} reasonable endeavours were enough, "
            f"because of coronavirus."
        )
        yield Held(status=ENDEAVOURS, says=says, since=since, until=until, because=plan.because)


def _gaps(history: Sequence[Event]) -> Iterator[Held]:
    open_gaps: dict[Fact, Event] = {}
    for event in history:
        line = event.facts.get(LINE)
        if event.kind is Kind.PROVISION_GAP:
            open_gaps.setdefault(line, event)
        elif event.kind is Kind.PROVISION_RESTORED:
            gap = open_gaps.pop(line, event)
            if gap.occurred_on < event.occurred_on:
                yield _gap(gap, event)
    for gap in open_gaps.values():
        yield _gap(gap, None)


def _gap(began: Event, restored: Event | None) -> Held:
    since = began.occurred_on
    if restored is None:
        says = f"Some of the provision has been missing since {in_words(since)}."
        return Held(status=GAP, says=says, since=since, until=None, because=began)
    again = restored.occurred_on
    return Held(
        status=GAP,
        says=f"Some of the provision was missing from {in_words(since)} until {in_words(again)}.",
        since=since,
        until=again - DAY,
        because=began,
        figures=(("days_missing", "Days without it", (again - since).days),),
    )


SPAN = Span(
    key="secure_provision",
    duty="Secure the provision in the plan",
    kind=RuleKind.STATE,
    owed_by="council, and health commissioner for health provision",
    owed_to="child or young person",
    statuses={
        MUST_SECURE: "the provision in the plan must be secured",
        ENDEAVOURS: "reasonable endeavours to secure it were enough",
        GAP: "a line of the provision was or is missing",
    },
    reads=secured,
    law=section("42"),
    code="9.131 to 9.137",
    confidence=Confidence.UNREAD,
    follows="There are no days of grace: a gap is a breach from its first day.",
)
