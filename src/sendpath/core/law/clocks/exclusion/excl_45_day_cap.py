"""Suspended for no more than 45 school days in one school year.

School Discipline (Pupil Exclusions and Reviews) (England) Regulations 2012, regulations 4, 13 and
22. All the year's suspensions count together, in whichever schools. `exclusion.suspension_total`
gives the running total in the fact `days`, or `total`.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from sendpath.core.casefile.events import Event, Kind
from sendpath.core.dates import Calendars, school_year
from sendpath.core.law.instruments import EXCLUSION_GUIDANCE, EXCLUSIONS
from sendpath.core.law.rule import Held, RuleKind, Span
from sendpath.core.law.source import Confidence, instrument

MOST = 45
WITHIN, OVER = "within_cap", "over_cap"


def held(history: Sequence[Event], calendars: Calendars) -> tuple[Held, ...]:
    """Return one entry for each school year of which a total is on record: the latest."""
    latest: dict[date, Event] = {}
    for event in history:
        if event.kind is Kind.SUSPENSION_TOTAL and _days(event) is not None:
            latest[school_year(event.occurred_on)[1]] = event
    return tuple(_held(ends, event) for ends, event in latest.items())


def _days(event: Event) -> int | None:
    days = event.facts.get("days", event.facts.get("total"))
    return days if isinstance(days, int) else None


def _held(ends: date, event: Event) -> Held:
    days = _days(event) or 0
    return Held(
        status=WITHIN if days <= MOST else OVER,
        says=_says(days),
        since=event.occurred_on,
        until=ends,
        because=event,
        figures=tuple(_figures(days)),
    )


def _says(days: int) -> str:
    if days > MOST:
        return f"Suspended for {days} school days this school year: more than the {MOST} allowed."
    return f"Suspended for {days} of the {MOST} school days that one school year allows."


def _figures(days: int) -> Iterator[tuple[str, str, int]]:
    yield "days_used", "School days suspended this school year", days
    yield "days_left", "School days that are left", max(0, MOST - days)


SPAN = Span(
    key="excl_45_day_cap",
    duty="Suspend for no more than 45 school days in a school year",
    kind=RuleKind.STATE,
    owed_by="head teacher",
    owed_to="pupil",
    statuses={
        WITHIN: "The year's total is 45 school days or fewer.",
        OVER: "The year's total is more than 45 school days.",
    },
    reads=held,
    law=instrument(*EXCLUSIONS, "4"),
    also=(instrument(*EXCLUSIONS, "13"), instrument(*EXCLUSIONS, "22"), EXCLUSION_GUIDANCE),
    confidence=Confidence.SECONDARY,
    follows="A suspension beyond it is not one the law allows.",
)
