"""Deadlines in the words of the pages, the same on every one of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from django.utils.formats import date_format

from sendpath.core.casefile.catalogue.dispute import BODIES
from sendpath.core.casefile.catalogue.exclusion import TYPES
from sendpath.core.casefile.catalogue.health import PATHWAYS
from sendpath.core.casefile.catalogue.request import ADVISERS
from sendpath.core.casefile.catalogue.review import TRANSFERS
from sendpath.core.casefile.catalogue.stages import STAGES
from sendpath.core.casefile.progress import Progress
from sendpath.core.dates import in_words
from sendpath.core.law.clock import Clock
from sendpath.core.law.clocks import CLOCKS
from sendpath.core.law.deadline import Deadline
from sendpath.core.law.evaluation import Evaluation, State
from sendpath.core.law.overlaps import barred_until
from sendpath.core.law.rule import RuleKind

RUNS: Mapping[str, Mapping[str, str]] = {
    "from": ADVISERS,
    "body": {**ADVISERS, **BODIES},
    "kind": TRANSFERS,
    "exclusion_type": TYPES,
    "pathway": PATHWAYS,
}
"""The codes by which runs of a clock are told apart, in words, by the fact that holds them."""
NAMED_BY: Mapping[str, str] = {"version": "draft", "setting": "setting", "request": "request"}


def run_in_words(clock: str, run: str) -> str:
    """Return which adviser, setting or draft a deadline is about; empty if there is one only."""
    for fact in CLOCKS[clock].run_named_by if run and clock in CLOCKS else ():
        if fact in NAMED_BY:
            return f"{NAMED_BY[fact]} {run}"
        if run in RUNS.get(fact, ()):
            return RUNS[fact][run]
    return run


def also_said(evaluation: Evaluation, windows: Sequence[Deadline]) -> str:
    """Return what the state of a deadline does not tell, if there is anything.

    `windows` are those of the same case in which a family may answer.
    """
    if evaluation.awaits_proof:
        return (
            "A reason may apply. It would have to be shown that it made keeping this limit "
            "impractical."
        )
    until = barred_until(evaluation.deadline, windows)
    if until is None or evaluation.state is not State.RUNNING:
        return ""
    return (
        "No day is left on which this can be done in time: the family may answer until "
        f"{in_words(until)}, and only if they say sooner that they have finished can it go out."
    )


def limit_in_words(clock: str, started_on: date) -> str:
    """Return the provision that sets a limit, as it stood when time began to run."""
    limits = CLOCKS[clock].limits if clock in CLOCKS else ()
    return next(
        (
            str(limit.law)
            for limit in limits
            if limit.since <= started_on and (limit.until is None or started_on <= limit.until)
        ),
        "",
    )


def stage_in_words(found: Progress) -> str:
    """Return where a case is; of somebody in custody, also where it will be on release."""
    words, beneath = STAGES[found.stage].words, STAGES[found.beneath].words
    return words if words == beneath else f"{words}; {beneath[0].lower()}{beneath[1:]}"


def duty_in_words(evaluation: Evaluation) -> str:
    """Return what is owed, and which adviser or setting it is about."""
    run = run_in_words(evaluation.key, evaluation.deadline.run)
    duty = evaluation.deadline.clock.duty
    return f"{duty}: {run}" if run else duty


def standing_in_words(evaluation: Evaluation) -> str:
    """Return how a deadline stands, in a few words that make sense after its name."""
    if words := _about_the_family(evaluation):
        return words
    due, done = written(evaluation.due), written(evaluation.done_on)
    return {
        State.NOT_STARTED: "not started",
        State.RUNNING: f"due {due}, {days(evaluation.days_left)} left",
        State.OVERDUE: f"due {due}, {days(evaluation.days_late)} overdue",
        State.MET: f"due {due}, done {done}, in time",
        State.LATE_MET: f"due {due}, done {done}, {days(evaluation.days_late)} late",
        State.LIMIT_DISAPPLIED: f"due {due}, limit lifted by a reason the law accepts",
        State.NO_DUTY: "no longer owed",
        State.NOT_BEFORE: f"acted on before {due}, which was too soon",
        State.UNKNOWN_FACT: f"due {due}; {_unknown(evaluation)}",
    }[evaluation.state]


def _unknown(evaluation: Evaluation) -> str:
    if evaluation.done_on is None:
        return "whether it was done is not on record"
    return "the day it was done is not known exactly"


def dates_in_words(evaluation: Evaluation) -> str:
    """Return the dates of a deadline, for beside a tag that says how it stands."""
    if evaluation.state is State.NO_DUTY and evaluation.ended:
        return f"Not owed since {written(evaluation.ended.occurred_on)}"
    if evaluation.state is State.UNKNOWN_FACT:
        return f"Due {written(evaluation.due)}; {_unknown(evaluation)}"
    until = "Until" if is_the_familys(evaluation.deadline.clock) else "Due"
    done = f", done {written(evaluation.done_on)}" if evaluation.done_on else ""
    return f"{until} {written(evaluation.due)}{done}"


def _about_the_family(evaluation: Evaluation) -> str:
    clock, state, due = evaluation.deadline.clock, evaluation.state, written(evaluation.due)
    if not is_the_familys(clock):
        return ""
    if state is State.RUNNING:
        return f"open until {due}"
    if state is State.MET:
        return "used in time" if clock.kind is RuleKind.RIGHT else "time was given"
    if state is State.NO_DUTY and evaluation.ended is None:
        return f"ended {due} without being used"
    return ""


def is_the_familys(clock: Clock) -> bool:
    """Say whether a clock gives the family time, so that its end is nobody's failure."""
    return clock.window or clock.kind is RuleKind.RIGHT


def written(day: date | None) -> str:
    """Return a date as pages write it, or an empty text."""
    return date_format(day, "j F Y") if day else ""


def days(count: int | None) -> str:
    """Return a number of days: 1 day, 12 days."""
    return f"{count} day{'' if count == 1 else 's'}"
