"""How a deadline stands, said more closely than by its state: what follows from being late.

A state says whether a limit was kept. A verdict also says why being late may not matter yet, or
why nothing can be done any more: a reason that is still to be shown, a Tribunal that may give
more time, a notice that was too short from the start, a day that no longer exists.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

from sendpath.core.casefile.events import Event
from sendpath.core.dates import Calendars
from sendpath.core.law.counting import WholeDaysBetween
from sendpath.core.law.deadline import Deadline
from sendpath.core.law.deadlines import deadlines
from sendpath.core.law.evaluation import Evaluation, State
from sendpath.core.law.overlaps import barred_until


class Verdict(StrEnum):
    """What is to be said of a deadline. Exported: never rename one."""

    NOT_STARTED = "not_started"
    RUNNING = "running"
    IN_TIME = "in_time"
    IN_TIME_ON_SENDING = "in_time_on_sending"
    """Sent in time, and taken to have arrived after the last day."""
    IN_TIME_LENIENT = "in_time_lenient"
    """A notice in time by the count that allows more, and short by the stricter one."""
    LATE = "late"
    LATE_NEEDS_EXTENSION = "late_needs_extension"
    """Late for the Tribunal, which may extend the time (HESC Rules 2008, rule 5(3)(a))."""
    BREACH = "breach"
    """Not done, or done where it must not be: nothing that was done late puts it right."""
    DEFECTIVE = "defective"
    """A notice that itself allows less time than the law gives."""
    AMBER_UNRECOVERABLE = "amber_unrecoverable"
    """Not yet late, with no day left on which it could lawfully be done in time."""
    LIMIT_DISAPPLIED = "limit_disapplied"
    LIMIT_DISAPPLIED_IF_IMPRACTICAL = "limit_disapplied_if_impractical"
    """Late, with a reason made out but for having made it impractical to keep the limit."""
    ASAP_DUTY_SUBSTITUTED_IF_COVID_REASON = "asap_duty_substituted_if_covid_reason"
    """Late while the amendments of 2020 were in force, if the reason was coronavirus."""
    NO_DUTY = "no_duty"
    UNKNOWN_FACT = "unknown_fact"


_OF_STATE: Mapping[State, Verdict] = {
    State.NOT_STARTED: Verdict.NOT_STARTED,
    State.RUNNING: Verdict.RUNNING,
    State.MET: Verdict.IN_TIME,
    State.LATE_MET: Verdict.LATE,
    State.OVERDUE: Verdict.BREACH,
    State.NOT_BEFORE: Verdict.BREACH,
    State.LIMIT_DISAPPLIED: Verdict.LIMIT_DISAPPLIED,
    State.NO_DUTY: Verdict.NO_DUTY,
    State.UNKNOWN_FACT: Verdict.UNKNOWN_FACT,
}


def verdict(evaluation: Evaluation, beside: Iterable[Deadline] = ()) -> Verdict:
    """Return what is to be said of a deadline, with the others of its case beside it.

    Without them it is not known whether a family's window leaves no day for it.
    """
    deadline, state = evaluation.deadline, evaluation.state
    if barred_until(deadline, beside):
        return Verdict.AMBER_UNRECOVERABLE
    if evaluation.awaits_proof:
        return (
            Verdict.ASAP_DUTY_SUBSTITUTED_IF_COVID_REASON
            if deadline.relaxation
            else Verdict.LIMIT_DISAPPLIED_IF_IMPRACTICAL
        )
    if state is State.MET and evaluation.received_after_due:
        return Verdict.IN_TIME_ON_SENDING
    if state is State.LATE_MET and deadline.limit.tribunal:
        return Verdict.LATE_NEEDS_EXTENSION
    if state is State.NOT_BEFORE and deadline.broken is None:
        return Verdict.DEFECTIVE
    if given_ahead(deadline):
        return _of_a_notice(evaluation)
    return of_state(state)


def of_state(state: State) -> Verdict:
    """Return what a state alone lets one say."""
    return _OF_STATE[state]


def given_ahead(deadline: Deadline) -> bool:
    """Say whether it is a notice whose days before a date can be counted in two ways."""
    return any(isinstance(r.count, WholeDaysBetween) for r in deadline.limit.readings)


def _of_a_notice(evaluation: Evaluation) -> Verdict:
    """A notice given too late cannot be given again: that is a breach, and not lateness."""
    if evaluation.state is State.MET and State.LATE_MET in dict(evaluation.readings).values():
        return Verdict.IN_TIME_LENIENT
    return Verdict.BREACH if evaluation.state is State.LATE_MET else of_state(evaluation.state)


def days_short(evaluation: Evaluation) -> int | None:
    """Return by how many days a notice is short on the stricter count; None if it is no notice."""
    if evaluation.done_on is None or not given_ahead(evaluation.deadline):
        return None
    return max(0, (evaluation.done_on - evaluation.deadline.alert_on).days)


def days_surely_late(evaluation: Evaluation) -> int | None:
    """Return the days by which it is late, 0 while a reason against that is still to be shown."""
    return 0 if evaluation.awaits_proof else evaluation.days_late


def ground_claimed(evaluation: Evaluation) -> str | None:
    """Return the code of the first reason claimed that was not turned down."""
    return next((e.code for e in evaluation.exceptions if e.accepted is not False), None)


def kept(evaluation: Evaluation, milestone: str, found: Iterable[Deadline]) -> bool | None:
    """Say whether it was done by a day that the latest deadline to name it gives, as 12 weeks.

    `found` are the deadlines of its case. None where none of them names such a day.
    """
    days = [day for d in found for named, day in d.milestones if named.key == milestone]
    if not days:
        return None
    return evaluation.done_on is not None and evaluation.done_on <= days[-1]


def moved_by(event: Event, history: Iterable[Event], calendars: Calendars) -> tuple[Deadline, ...]:
    """Return the deadlines of a history whose last day is other than if `event` had not happened.

    `history` is what `standing` returns.
    """
    happened = tuple(history)
    before = deadlines([other for other in happened if other != event], calendars)
    without = {(d.key, d.run, d.started_on): d.due for d in before}
    return tuple(
        d
        for d in deadlines(happened, calendars)
        if without.get((d.key, d.run, d.started_on)) != d.due
    )
