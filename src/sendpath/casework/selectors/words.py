"""Deadlines in the words of the pages, the same on every one of them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.utils.formats import date_format

from sendpath.core.casefile.catalogue.request import ADVISERS
from sendpath.core.casefile.catalogue.review import TRANSFERS
from sendpath.core.casefile.catalogue.stages import STAGES
from sendpath.core.casefile.progress import Progress
from sendpath.core.law.clock import Clock
from sendpath.core.law.clocks import CLOCKS
from sendpath.core.law.evaluation import Evaluation, State
from sendpath.core.law.rule import RuleKind

RUNS: Mapping[str, str] = {
    **ADVISERS,
    **TRANSFERS,
    "permanent": "permanent exclusion",
    "suspension": "suspension",
}
NAMED_BY: Mapping[str, str] = {"version": "draft", "setting": "setting"}


def run_in_words(clock: str, run: str) -> str:
    """Return which adviser, setting or draft a deadline is about; empty if there is one only."""
    named_by = CLOCKS[clock].run_named_by[:1] if run and clock in CLOCKS else ()
    prefix = next((NAMED_BY[fact] for fact in named_by if fact in NAMED_BY), "")
    return f"{prefix} {run}" if prefix else RUNS.get(run, run)


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
