"""A case with ten thousand events is worked out in a time that somebody can wait."""

import time
from datetime import date, timedelta

from core.law.cases import CALENDARS, LONG_AFTER, history
from sendpath.core.casefile.events import Kind, standing
from sendpath.core.law.beside import waiting
from sendpath.core.law.deadlines import reckon
from sendpath.core.law.evaluation import evaluate

EVENTS = 10_000
CLAIMS = 20
PATIENCE = 60
"""Seconds of processor time. It takes 3; asking every event again for every run took hours."""
USUAL = (
    (Kind.ADVICE_REQUESTED, {"from": "ep"}),
    (Kind.ADVICE_RECEIVED, {"from": "ep"}),
    (Kind.REVIEW_MEETING_HELD, {}),
    (Kind.REVIEW_DECISION_NOTIFIED, {"outcome": "maintain"}),
    (Kind.CONSULTATION_SENT, {"to": "100001"}),
)


def long_history():
    """Return a request, ten thousand events of the usual kinds, and some reasons claimed."""
    first = date(2016, 1, 4)
    happened = [(Kind.REQUEST_RECEIVED, first)]
    for number in range(EVENTS):
        kind, facts = USUAL[number % len(USUAL)]
        happened.append((kind, first + timedelta(days=number // 3), facts))
    claims = [(Kind.EXCEPTION_CLAIMED, first, {"ground": "X_EPC", "from": "2016-01-04"})]
    return standing(history(*happened, *claims * CLAIMS))


def test_ten_thousand_events_in_one_case_are_worked_out_while_somebody_waits():
    events = long_history()
    began = time.process_time()
    reckoning = reckon(events, CALENDARS)
    statuses = [evaluate(deadline, LONG_AFTER, CALENDARS) for deadline in reckoning.deadlines]
    waiting(events, LONG_AFTER, CALENDARS)
    assert time.process_time() - began < PATIENCE
    assert len(events) == EVENTS + CLAIMS + 1
    assert not reckoning.undatable
    assert len(statuses) > EVENTS // len(USUAL)
    (decide,) = (d for d in reckoning.deadlines if d.key == "decide_whether_to_assess")
    assert decide.due == date(2016, 2, 15)
    assert len(decide.exceptions) == CLAIMS
