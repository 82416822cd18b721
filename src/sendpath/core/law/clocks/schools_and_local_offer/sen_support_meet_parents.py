"""Meetings with parents of a child on SEN support, at least three in a school year.

Guidance, not law: the Code of Practice, paragraph 6.65. No dates are set between them, so none
is made up here: the meetings on record are counted for each school year of which anything is
told. A year of which the record says nothing is not listed.
"""

from collections.abc import Sequence
from itertools import groupby

from sendpath.core.casefile.events import Event, Kind
from sendpath.core.dates import Calendars, school_year
from sendpath.core.law.rule import Held, RuleKind, Span
from sendpath.core.law.source import Confidence, code_of_practice

WANTED = 3
COUNTED = frozenset({Kind.SEP_STARTED, Kind.SEN_CYCLE_REVIEWED})


def held(history: Sequence[Event], calendars: Calendars) -> tuple[Held, ...]:
    """Return one entry for each school year in which support began or a meeting was held."""
    told = [event for event in history if event.kind in COUNTED]
    by_year = groupby(told, key=lambda event: school_year(event.occurred_on))
    return tuple(_year(list(events)) for _, events in by_year)


def _year(events: Sequence[Event]) -> Held:
    met = sum(event.kind is Kind.SEN_CYCLE_REVIEWED for event in events)
    return Held(
        status="enough" if met >= WANTED else "fewer",
        says=f"Meetings with the parents on record for the school year: {met} of {WANTED}.",
        since=events[0].occurred_on,
        until=school_year(events[0].occurred_on)[1],
        because=events[-1],
        figures=(("meetings", "Meetings on record", met),),
    )


SPAN = Span(
    key="sen_support_meet_parents",
    duty="Meet the parents at least three times a year",
    kind=RuleKind.GUIDANCE,
    owed_by="setting",
    owed_to="parent",
    statuses={
        "fewer": "Fewer than three meetings are on record for the school year.",
        "enough": "Three meetings or more are on record for the school year.",
    },
    reads=held,
    law=code_of_practice("6.65"),
    code="6.65",
    confidence=Confidence.UNREAD,
    follows="Each looks at what has been tried, what came of it and what is next.",
)
