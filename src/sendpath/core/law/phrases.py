"""How a deadline stands in one or two plain sentences, and other words of an explanation.

What is not on record may still have been done, so nothing here says that it was not.
"""

from __future__ import annotations

from datetime import date

from sendpath.core.casefile.events import day_in
from sendpath.core.dates import in_words
from sendpath.core.law.counting.days_off import LEAVE_DAYS_OUT
from sendpath.core.law.deadline import Deadline
from sendpath.core.law.evaluation import Evaluation, State
from sendpath.core.law.rule import RuleKind

SATURDAY, AUGUST = 5, 8


def how_it_stands(evaluation: Evaluation) -> str:
    """Return how a deadline stands at the end of its day, for anyone to read."""
    deadline, state = evaluation.deadline, evaluation.state
    if deadline.clock.window:
        return _window(evaluation)
    if state is State.LATE_MET and evaluation.done_on == evaluation.due:
        return f"{_after_hours(deadline)} {deadline.clock.follows}"
    if deadline.clock.kind is RuleKind.RIGHT and state in _RIGHT:
        return _RIGHT[state].format(follows=deadline.clock.follows, late=_past(evaluation))
    if state is State.RUNNING:
        return _running(evaluation)
    if state is State.UNKNOWN_FACT and evaluation.done is None:
        return _NOT_TOLD
    said = _STANDARD if deadline.clock.kind is RuleKind.STANDARD and state in _STANDARD else _STATE
    return said[state].format(on=in_words(evaluation.as_at), late=_past(evaluation))


def _after_hours(deadline: Deadline) -> str:
    if deadline.limit.tribunal:
        return "It came after 5 pm, when the Tribunal's day ends."
    return f"It came after {deadline.closes_at} on the last day."


def _running(evaluation: Evaluation) -> str:
    on, used, left = in_words(evaluation.as_at), evaluation.days_used, evaluation.days_left
    if not left:
        return f"{on} was the last day."
    first = evaluation.deadline.limit.count.first_day_is
    if isinstance(evaluation.deadline.limit.count, LEAVE_DAYS_OUT):
        return f"On {on}, {_days(left)} left, days off among them."
    if first is None or used is None:
        return f"On {on}, {_days(left)} left."
    return f"{on} was day {used + first}, and {_days(left)} left."


def _window(evaluation: Evaluation) -> str:
    state = evaluation.state
    if state is State.NOT_BEFORE:
        return _too_soon(evaluation)
    if state is State.MET:
        return _ANSWERED if evaluation.done else "The whole time was given, and has ended."
    return (
        _running(evaluation)
        if state is State.RUNNING
        else _STATE[state].format(on=in_words(evaluation.as_at))
    )


def _too_soon(evaluation: Evaluation) -> str:
    deadline, broken = evaluation.deadline, evaluation.deadline.broken
    if broken and broken.occurred_on <= min(deadline.due, evaluation.as_at):
        acts = {when.kind: when.words for when in deadline.clock.broken_by}
        on = in_words(broken.occurred_on)
        return f"{acts[broken.kind]} on {on}, before the family's time was up."
    until = day_in(deadline.trigger, deadline.clock.reply_by) or deadline.due
    return f"The notice allows until {in_words(until)}, which is less than the law does."


def _days(number: int) -> str:
    return "1 day was" if number == 1 else f"{number} days were"


def _past(evaluation: Evaluation) -> str:
    past = evaluation.days_past_due
    return "1 day" if past == 1 else f"{past} days"


def day_off(day: date) -> str:
    """Say why a day that is no working day is none, to end “it is …”."""
    return "at a weekend" if day.weekday() >= SATURDAY else "a bank holiday"


def tribunal_day_off(day: date) -> str:
    """Say why the Tribunal's time does not end on a day, to end “it is …” (HESC rule 12)."""
    if day.month == AUGUST:
        return "in August, when the Tribunal's time does not end"
    if (day.month, day.day) >= (12, 25) or (day.month, day.day) == (1, 1):
        return (
            "one of the days from 25 December to 1 January, when the Tribunal's time does not end"
        )
    return day_off(day)


IN_A_WORD = {
    State.NOT_STARTED: "not yet started",
    State.RUNNING: "still running",
    State.MET: "in time",
    State.LATE_MET: "late",
    State.OVERDUE: "overdue",
    State.LIMIT_DISAPPLIED: "excused from the limit",
    State.NO_DUTY: "not owed",
    State.NOT_BEFORE: "too soon",
    State.UNKNOWN_FACT: "not known to be in time or late",
}
"""Each state as it ends the sentence “it would be …”."""

_ANSWERED = "The family did not need the rest of its time, so the council need not wait for it."
_NOT_TOLD = (
    "The return that this comes from has no place to say whether this was done. Not told is not "
    "the same as not done: record it with its day if it was."
)
_RIGHT = {
    State.NO_DUTY: (
        "Nothing on record shows that it was used in time, so it is taken to have lapsed. {follows}"
    ),
    State.LATE_MET: "It was {late} late. {follows}",
    State.LIMIT_DISAPPLIED: "It came {late} after the last day, and more time was allowed for it.",
}
_STANDARD = {
    State.MET: "The wait was within the standard.",
    State.LATE_MET: "The wait was {late} longer than the standard.",
    State.OVERDUE: "On {on} no end of the wait was on record: {late} longer than the standard.",
}
_STATE = {
    State.NOT_STARTED: "On {on} time had not begun to run.",
    State.MET: "It was in time.",
    State.LATE_MET: "It was {late} late.",
    State.OVERDUE: "On {on} it was not on record as done, and was {late} overdue.",
    State.LIMIT_DISAPPLIED: (
        "A reason that the law accepts was shown, so the limit did not have to be kept. Without "
        "that reason it would be {late} late. The duty to act as soon as practicable stands."
    ),
    State.NO_DUTY: "On {on} nothing had to be done under this rule.",
    State.UNKNOWN_FACT: (
        "The day on record is only the latest it can have been, so whether this was in time "
        "cannot be said. Add the exact day if it is known."
    ),
}
GROUNDS = {
    "X_SCHOOL": "advice was asked of a school closed for 4 weeks or more",
    "X_EY": "advice was asked of an early years provider closed for 4 weeks or more",
    "X_EPC": "exceptional personal circumstances",
    "X_ABS4": "away from the area for 4 weeks or more",
    "X_ABS2": "away from the area for 2 weeks or more",
    "X_R13": "one of the circumstances of regulation 13(3)",
    "X_APPT": "an appointment was missed",
    "COVID": "coronavirus",
    "R5_EXTENSION": "the Tribunal was asked for more time",
    "not_stated": "one that is not on record",
}
"""Each reason for lateness, by its code, as it ends “A reason was put forward: …”."""
