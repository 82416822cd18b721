"""How a run stands, in the words of the worked cases: “in_time”, “late”, “breach” and the rest."""

from __future__ import annotations

from sendpath.core.law.counting import WholeDaysBetween
from sendpath.core.law.evaluation import Evaluation, State, state_under
from sendpath.core.law.history import Json
from sendpath.core.law.overlaps import barred_until
from tools.reference.law_case import Case
from tools.reference.law_names import SHORT_BY


def status(case: Case, evaluation: Evaluation) -> str:
    """Return how a run stands, by the name that the cases use."""
    if barred_until(evaluation.deadline, (e.deadline for e in case.evaluations)):
        return "amber_unrecoverable"
    if evaluation.awaits_proof:
        relaxed = evaluation.deadline.relaxation
        return (
            "asap_duty_substituted_if_covid_reason"
            if relaxed
            else "limit_disapplied_if_impractical"
        )
    if evaluation.state is State.MET and evaluation.received_after_due:
        return "in_time_on_sending"
    if evaluation.state is State.LATE_MET and evaluation.deadline.limit.tribunal:
        return "late_needs_extension"
    if evaluation.state is State.NOT_BEFORE and evaluation.deadline.broken is None:
        return "defective"
    if _ahead(evaluation):
        return _notice(evaluation)
    return named(evaluation.state)


def _ahead(evaluation: Evaluation) -> bool:
    """Whether it is a notice whose days before a date can be counted in two ways."""
    readings = evaluation.deadline.limit.readings
    return any(isinstance(reading.count, WholeDaysBetween) for reading in readings)


def _notice(evaluation: Evaluation) -> str:
    if evaluation.state is State.MET and State.LATE_MET in dict(evaluation.readings).values():
        return "in_time_lenient"
    return "breach" if evaluation.state is State.LATE_MET else named(evaluation.state)


def strict(case: Case, evaluation: Evaluation) -> str:
    """Return how far a notice falls short on the stricter count of its days."""
    if not _ahead(evaluation) or evaluation.done_on is None:
        return status(case, evaluation)
    short = (evaluation.done_on - evaluation.deadline.alert_on).days
    return SHORT_BY.get(short, f"{short}_days_short") if short > 0 else "in_time"


def named(state: State) -> str:
    """Return what the cases call a state."""
    names = {
        State.MET: "in_time",
        State.LATE_MET: "late",
        State.OVERDUE: "breach",
        State.NOT_BEFORE: "breach",
    }
    return names.get(state, state.value)


def under(evaluation: Evaluation, words: str) -> Json:
    """Return how a run stands on another reading, None if it has no such reading."""
    state = state_under(evaluation, words)
    return None if state is None else named(state)


def days_late(evaluation: Evaluation) -> Json:
    """Return by how many days a run was late, 0 where that is not yet sure."""
    return 0 if evaluation.awaits_proof else evaluation.days_late


def exception(evaluation: Evaluation) -> Json:
    """Return the code of the first reason that was not turned down."""
    return next((e.code for e in evaluation.exceptions if e.accepted is not False), None)
