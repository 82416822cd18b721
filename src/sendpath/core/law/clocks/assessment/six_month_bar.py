"""The six months after an assessment in which another need not be considered.

Children and Families Act 2014, section 36(2); for a re-assessment, SEND Regulations 2014,
regulation 24. The section was not read (K); that the bar lasts six months was confirmed in a
second source. It lasts to the corresponding date: an assessment completed on 29 August bars to
the last day of February. The council may choose to assess all the same, and a request made on
the day after the bar starts every limit again. Nobody can appeal where the bar applies.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from sendpath.core.casefile.events import Event, Kind
from sendpath.core.dates import DAY, Calendars, in_words, months_after
from sendpath.core.law.rule import Held, RuleKind, Span
from sendpath.core.law.source import Confidence, regulation, section

MONTHS = 6
REQUESTS = frozenset({Kind.REQUEST_RECEIVED, Kind.REASSESSMENT_REQUESTED})
BAR_HOLDS, DUTY_APPLIES = "bar_holds", "duty_applies"


def bars(history: Sequence[Event], calendars: Calendars) -> tuple[Held, ...]:
    """Return what each assessment bars: one answer a request after it, or one if there is none.

    A request is judged by the latest assessment completed by then.
    """
    assessed = [event for event in history if event.kind is Kind.ASSESSMENT_COMPLETED]
    return tuple(
        held
        for assessment, later in pairwise((*assessed, None))
        if assessment
        for held in _barred(assessment, _between(history, assessment, later))
    )


def _between(history: Sequence[Event], first: Event, later: Event | None) -> Sequence[Event]:
    start = history.index(first) + 1
    return history[start : history.index(later) if later else None]


def _barred(assessment: Event, since: Sequence[Event]) -> Iterator[Held]:
    until = months_after(assessment.occurred_on, MONTHS)
    requests = [event for event in since if event.kind in REQUESTS]
    for request in requests:
        if request.occurred_on > until:
            yield _held(DUTY_APPLIES, request, until + DAY, None, until)
        else:
            yield _held(BAR_HOLDS, request, assessment.occurred_on, until, until)
    if not requests:
        yield _held(BAR_HOLDS, assessment, assessment.occurred_on, until, until)


def _held(status: str, because: Event, since: date, until: date | None, barred: date) -> Held:
    return Held(
        status=status,
        says=_SAYS[status].format(until=in_words(barred)),
        since=since,
        until=until,
        because=because,
        figures=(("bar_until", "Last day barred", barred),),
    )


_SAYS = {
    BAR_HOLDS: (
        "Until {until} the council need not consider another request, because it assessed less "
        "than six months before. It may choose to."
    ),
    DUTY_APPLIES: (
        "The bar ended on {until}, before the request was made, so the council must consider it."
    ),
}

SPAN = Span(
    key="six_month_bar",
    duty="Whether a request so soon after an assessment need be considered",
    kind=RuleKind.STATE,
    owed_by="council",
    owed_to="whoever made the request",
    statuses={
        BAR_HOLDS: "the council need not consider a request",
        DUTY_APPLIES: "the request came after the six months and must be considered",
    },
    reads=bars,
    law=section("36(2)"),
    also=(section("36(1)"), regulation("24")),
    code="9.8, 9.188",
    confidence=Confidence.SECONDARY,
    follows="The council may assess all the same. There is no appeal while the bar holds.",
)
