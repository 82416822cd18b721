"""Short histories, and the words for what happens in them.

An event is a kind, or a kind and its facts, recorded on the day it happened.
"""

from datetime import UTC, date, datetime, time, timedelta

from sendpath.core.casefile.events import Event, Kind
from sendpath.core.casefile.progress import progress

REQUEST = Kind.REQUEST_RECEIVED
ASSESS, REFUSE = (
    (Kind.ASSESSMENT_DECIDED, {"outcome": outcome}) for outcome in ("assess", "refuse")
)
ISSUE, NO_PLAN = ((Kind.PLAN_DECIDED, {"outcome": outcome}) for outcome in ("issue", "no_plan"))
FINAL, MEETING, DETAINED = Kind.FINALISED_SENT, Kind.REVIEW_MEETING_HELD, Kind.DETAINED
MAINTAIN, AMEND, CEASE = (
    (Kind.REVIEW_DECISION_NOTIFIED, {"outcome": outcome})
    for outcome in ("maintain", "amend", "cease")
)
AMEND_WITH_NOTICE = (AMEND[0], {**AMEND[1], "notice_attached": True})
REASSESS, NOT_REASSESS = (
    (Kind.REASSESSMENT_DECIDED, {"outcome": outcome}) for outcome in ("assess", "refuse")
)
NOTICE, AMENDED = Kind.AMENDMENT_NOTICE_SENT, Kind.AMENDED_PLAN_SENT
CEASING = (FINAL, Kind.CEASE_CONSULTED, Kind.CEASE_DECIDED)

FIRST = date(2026, 1, 5)
LONG_AFTER = date(2027, 6, 1)


def order(said):
    return (Kind.APPEAL_ORDER_MADE, {"order": said})


def agreed(terms):
    return (Kind.AGREEMENT_MADE, {"terms": terms})


def unopposed(ground):
    return (Kind.APPEAL_UNOPPOSED, {"ground": ground})


def event(number, kind, day, /, *, recorded_on=None, replaces=None, voids=None, **facts):
    """Return one event, recorded at five on the day it happened unless another is given."""
    return Event(
        number=number,
        kind=Kind(kind),
        occurred_on=day,
        recorded_at=datetime.combine(recorded_on or day, time(17), tzinfo=UTC),
        facts=facts,
        replaces=replaces,
        voids=voids,
    )


def history(*happened):
    """Return events from (kind, day) or (kind, day, facts), numbered in the order given."""
    return [
        event(number, kind, day, **(facts[0] if facts else {}))
        for number, (kind, day, *facts) in enumerate(happened, start=1)
    ]


def day_by_day(*happened, first=FIRST):
    """Return events from kinds, or pairs of a kind and facts, each on the day after the last."""
    told = [each if isinstance(each, tuple) else (each, {}) for each in happened]
    return history(
        *((kind, first + timedelta(days=n), facts) for n, (kind, facts) in enumerate(told))
    )


def warned(events, *, on=LONG_AFTER, **more):
    """Return what a record gives to check, as pairs of a number and a code."""
    found = progress(events, on=on, **more).warnings
    return [(warning.number, warning.code.value) for warning in found]
