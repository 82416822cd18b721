"""Reasons, in what came before it, why a request or a move asks nothing of a council."""

from __future__ import annotations

from collections.abc import Sequence

from sendpath.core.casefile.events import Event, Kind
from sendpath.core.casefile.stage import ROWS, stage
from sendpath.core.casefile.states import UNDECIDED, Stage
from sendpath.core.dates import months_away

BARRED_FOR_MONTHS = 6
"""SEND Regulations 2014, regulation 24: to the corresponding date."""
WITHOUT_A_PLAN = UNDECIDED | {Stage.REFUSED, Stage.NO_PLAN, Stage.CEASED}
_CAME_OR_WENT = frozenset(
    {
        Kind.FINALISED_SENT,
        Kind.PLAN_MADE,
        Kind.PLAN_TRANSFERRED_IN,
        Kind.PLAN_TRANSFERRED_OUT,
    }
)
_MOVE_KNOWN = frozenset({Kind.MOVE_KNOWN, Kind.ICB_CHANGE_KNOWN})
_ASKED = frozenset(
    {
        Kind.REQUEST_WITHDRAWN,
        Kind.DETAINED_REQUEST_RECEIVED,
        Kind.DETAINED_CAME_TO_ATTENTION,
    }
)
_MOVES = tuple(move for row in ROWS for move in row.moves if move.to)
_STEPS = frozenset(told.kind for move in _MOVES for told in move.on) | _ASKED


def assessed_lately(request: Event, history: Sequence[Event]) -> tuple[Event, str] | None:
    """Find an assessment completed in the six months before a request.

    A request on the last of them need not be answered; on the day after it must be.
    """
    for event in reversed(_before(request, history)):
        if event.kind is Kind.ASSESSMENT_COMPLETED:
            until = months_away(event.occurred_on, BARRED_FOR_MONTHS)
            words = "An assessment was completed, not more than six months before the request,"
            return (event, words) if request.occurred_on <= until else None
    return None


def barred(request: Event, history: Sequence[Event]) -> tuple[Event, str] | None:
    """Find why a request for an assessment need not be considered (section 36(2), mark K).

    A council that becomes responsible in another way has had no request to turn away.
    """
    return assessed_lately(request, history) if request.kind is Kind.REQUEST_RECEIVED else None


def barred_and_not_assessed(request: Event, history: Sequence[Event]) -> tuple[Event, str] | None:
    """Find why nothing more is owed on a barred request: the council did not choose to assess."""
    chosen = (
        event.kind is Kind.ASSESSMENT_DECIDED and event.facts.get("outcome") == "assess"
        for event in history[history.index(request) :]
    )
    return None if any(chosen) else barred(request, history)


def nothing_to_transfer(move: Event, history: Sequence[Event]) -> tuple[Event, str] | None:
    """Find why there is no plan to pass on with a move: there is none, or it was passed on before.

    Where nothing at all is on record of a plan, one is taken to be there.
    """
    passed = [event for event in _before(move, history) if event.kind in _CAME_OR_WENT]
    if passed and passed[-1].kind is Kind.PLAN_TRANSFERRED_OUT:
        return passed[-1], "The plan was transferred to the other council"
    return no_plan_then(move, history)


def nothing_to_tell(move: Event, history: Sequence[Event]) -> tuple[Event, str] | None:
    """Find why the old health commissioner need not tell the new one of a move.

    Either it did so once the move was known, before it took place, or there is no plan.
    """
    known, told = False, None
    for event in _before(move, history):
        if event.kind is Kind.MOVE_OCCURRED:
            known, told = False, None
        elif event.kind in _MOVE_KNOWN:
            known = True
        elif event.kind is Kind.ICB_NOTIFIED and known:
            told = event
    return (told, "The new commissioner was told") if told else no_plan_then(move, history)


def no_plan_then(start: Event, history: Sequence[Event]) -> tuple[Event, str] | None:
    """Find the step of a case without a plan after which something began.

    A record that starts in the middle may be of a plan, so only what shows that there was none
    counts.
    """
    before = _before(start, history)
    steps = [event for event in before if event.kind in _STEPS]
    then = stage(before)
    if then in WITHOUT_A_PLAN or (then is Stage.NO_CASE and steps and steps[-1].kind in _ASKED):
        return steps[-1], "There was no plan then: the last step before it was taken"
    return None


def _before(start: Event, history: Sequence[Event]) -> list[Event]:
    place = (start.occurred_on, start.number)
    return [event for event in history if (event.occurred_on, event.number) < place]
