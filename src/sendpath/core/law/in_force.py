"""From when to when a plan is in force, whatever becomes of its wording meanwhile.

A plan is in force from the day it is sent, or comes with a child who moves here, until it
ceases or goes to another council. A decision to end it changes nothing until it takes effect.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sendpath.core.casefile.events import Event, Kind

BEGIN = frozenset({Kind.FINALISED_SENT, Kind.PLAN_MADE, Kind.PLAN_TRANSFERRED_IN})
END = frozenset({Kind.CEASE_TOOK_EFFECT, Kind.PLAN_TRANSFERRED_OUT})


@dataclass(frozen=True, slots=True)
class InForce:
    """A time in which a plan was in force: what began it, its first day and its last.

    `until` is None while it is in force. The day on which it ceases is still one of its days.
    """

    because: Event
    since: date
    until: date | None


def plans(history: Sequence[Event]) -> Iterator[InForce]:
    """Yield each time that a plan was in force, in the order they began."""
    began: Event | None = None
    for event in history:
        if event.kind in BEGIN and began is None:
            began = event
        elif event.kind in END and began is not None:
            yield InForce(began, began.occurred_on, event.occurred_on)
            began = None
    if began is not None:
        yield InForce(began, began.occurred_on, None)
