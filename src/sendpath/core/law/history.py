"""Deadlines as they stood on a past day, and as JSON that is the same on every replay.

Two questions are asked of the past. What was true on that day: everything that had happened
by then, whenever it was written down. And what was known: everything written down by then.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Literal

from sendpath.core.casefile.events import Event, standing
from sendpath.core.dates import Calendars
from sendpath.core.law.clocks import CLOCKS
from sendpath.core.law.deadline import Deadline
from sendpath.core.law.deadlines import Reckoning, reckon
from sendpath.core.law.evaluation import AppealRight, Evaluation, State, evaluate
from sendpath.core.law.exceptions import Tested
from sendpath.core.law.explanation import explanation
from sendpath.core.law.sentence import Sentence
from sendpath.core.law.verdict import verdict

View = Literal["true", "known"]
Json = str | int | bool | None | list["Json"] | dict[str, "Json"]


def as_at(
    events: Iterable[Event],
    day: date,
    calendars: Calendars,
    *,
    view: View = "true",
    ends: tzinfo = UTC,
) -> tuple[Evaluation, ...]:
    """Return how every deadline of a case stood at the end of a day.

    `events` is the whole record, corrections included. With the view "true" a correction made
    since counts; with "known" it does not. `ends` is the time zone in which the day ended.
    """
    found = reckoned(events, day, calendars, view=view, ends=ends).deadlines
    return tuple(evaluate(deadline, day, calendars) for deadline in found)


def reckoned(
    events: Iterable[Event],
    day: date,
    calendars: Calendars,
    *,
    view: View = "true",
    ends: tzinfo = UTC,
) -> Reckoning:
    """Return the deadlines of a case as on a past day, and those that cannot be dated.

    The arguments are those of `as_at`.
    """
    if view == "known":
        moment = datetime.combine(day, time.min, tzinfo=ends) + timedelta(days=1)
        last = moment - timedelta(microseconds=1)
        history = standing(events, known_at=last)
    else:
        history = standing(events)
    by_then = tuple(event for event in history if event.occurred_on <= day)
    return reckon(by_then, calendars)


def state_of(key: str, evaluations: Iterable[Evaluation]) -> State:
    """Return how the latest run of a clock stands; `not_started` if it has none.

    Raises KeyError for a key that no clock has.
    """
    clock = CLOCKS[key]
    states = [e.state for e in evaluations if e.key == clock.key]
    return states[-1] if states else State.NOT_STARTED


def as_json(evaluation: Evaluation, beside: Iterable[Deadline] = ()) -> dict[str, Json]:
    """Return an evaluation as plain values, in a fixed order, for export and for storing.

    Every date that the explanation names stands among the other values too. `beside` are the
    deadlines of the same case, on which the verdict depends.
    """
    deadline = evaluation.deadline
    return {
        "clock": deadline.key,
        "run": deadline.run,
        "ruleset": deadline.ruleset,
        "as_at": evaluation.as_at.isoformat(),
        "state": evaluation.state.value,
        "verdict": verdict(evaluation, beside).value,
        "trigger": _event(deadline.trigger, deadline.started_on),
        "due": deadline.due.isoformat(),
        "closes_at": deadline.closes_at or None,
        "alert_on": deadline.alert_on.isoformat(),
        "due_alternatives": _dated("reading", deadline.readings),
        "reached": _reached(deadline),
        "done": _event(evaluation.done, evaluation.done_on),
        "days_used": evaluation.days_used,
        "days_left": evaluation.days_left,
        "days_late": evaluation.days_late,
        "exceptions": [_exception(tested) for tested in evaluation.exceptions],
        "readings": [
            {"reading": words, "state": state.value} for words, state in evaluation.readings
        ],
        "appeal": _appeal(evaluation.appeal),
        "explanation": [_sentence(sentence) for sentence in explanation(evaluation)],
        "confidence": evaluation.confidence.value,
    }


def _reached(deadline: Deadline) -> Json:
    """Return how the last day was reached, and what bore on it."""
    short = deadline.shortfall[1] if deadline.shortfall else None
    happened = {
        "second_limb_from": deadline.extended,
        "reopened": deadline.reopened,
        "ended": deadline.ended,
        "broken": deadline.broken,
        "shortfall": short,
    }
    relaxation = deadline.relaxation
    return {
        "base": deadline.base.isoformat(),
        "adjusted_by": deadline.adjusted_by,
        "limbs": _dated("limb", deadline.limbs),
        "milestones": _dated("milestone", [(m.key, day) for m, day in deadline.milestones]),
        "told": {
            name: value.isoformat() if isinstance(value, date) else value
            for name, _, value in deadline.told
        },
        "events": {name: _event(e, e.occurred_on) for name, e in happened.items() if e},
        "relaxed": [relaxation.since.isoformat(), relaxation.until.isoformat()]
        if relaxation
        else None,
    }


def _dated(name: str, days: Iterable[tuple[str, date]]) -> Json:
    return [{name: words, "date": day.isoformat()} for words, day in days]


def _event(event: Event | None, day: date | None) -> Json:
    if event is None or day is None:
        return None
    own = {} if event.occurred_on == day else {"recorded_as": event.occurred_on.isoformat()}
    return {"event": event.number, "date": day.isoformat(), **own}


def _appeal(appeal: AppealRight | None) -> Json:
    if appeal is None:
        return None
    return {
        "right": str(appeal.law),
        "deadline": appeal.deadline.isoformat() if appeal.deadline else None,
        "adjusted_by": appeal.adjusted_by,
    }


def _exception(tested: Tested) -> Json:
    figures: Mapping[str, date | int] = dict(tested.figures)
    return {
        "code": tested.code,
        "accepted": tested.accepted,
        "why": tested.why,
        "days": [day.isoformat() for day in tested.days],
        "figures": {
            name: value if isinstance(value, int) else value.isoformat()
            for name, value in figures.items()
        },
    }


def _sentence(sentence: Sentence) -> Json:
    law = sentence.law
    return {
        "text": sentence.text,
        "citation": str(law) if law else None,
        "url": law.url if law else None,
    }
