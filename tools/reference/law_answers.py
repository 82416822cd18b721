"""The product's answers, under the names by which the worked cases of the law ask for them.

A name is given to what the product says, and nothing is worked out here: no day is counted and
no case is known. A name that the product has no answer to is `Unanswered`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from sendpath.core.casefile.events import Event, standing
from sendpath.core.dates import Calendars
from sendpath.core.law.clocks import CLOCKS
from sendpath.core.law.deadlines import deadlines
from sendpath.core.law.evaluation import Evaluation, State, state_under
from sendpath.core.law.history import Json, as_at
from sendpath.core.law.overlaps import barred_until, governing

BY, MEETING = "“by”", "meeting"
SCHOOL_DAYS, WORKING_DAYS = "school days", "working days"

PARTS = {
    "six": "decide_whether_to_assess",
    "sixteen": "decide_not_to_issue_notify",
    "twenty": "issue_final_plan",
    "advice": "provide_advice",
    "draft": "draft_representations",
    "report": "review_report",
    "decision": "review_decision_notify",
    "decision_and_notice": "review_decision_notify",
    "notice": "review_amendment_notice",
    "reps": "review_amendment_representations",
    "final": "review_final_amended_plan",
    "eight_weeks": "review_final_amended_plan",
    "first_review": "first_annual_review",
    "next_review": "subsequent_annual_review",
    "mediation": "mediation_contact",
    "appeal": "appeal_lodge",
}
"""What the cases call a clock, beside its own key."""
RUNS = {"original": 0, "new": -1}
LIMBS = {"two_months": "2 months", "one_month_from_cert": "1 month"}
TRIGGERS = {
    "ehc.request_received": "request_received",
    "ehc.responsibility_began": "became_responsible",
}


class Unanswered(LookupError):
    """The product gives no answer by that name for these facts."""


@dataclass(frozen=True)
class Case:
    """One worked case, its rule's latest run, and everything else in the same history."""

    rule: str
    events: tuple[Event, ...]
    calendars: Calendars

    @cached_property
    def evaluations(self) -> tuple[Evaluation, ...]:
        """Every deadline, once each has either been met or run out."""
        found = deadlines(standing(self.events), self.calendars)
        days = [d.due for d in found] + [event.occurred_on for event in self.events]
        return as_at(self.events, max(days) + timedelta(days=1), self.calendars)

    def runs(self, key: str) -> list[Evaluation]:
        """Return every run of a clock, in order."""
        found = [e for e in self.evaluations if e.key == key]
        if not found:
            raise Unanswered(f"no run of {key}")
        return found

    @property
    def main(self) -> Evaluation:
        """The latest run of the rule that the case is about."""
        return self.runs(self.rule)[-1]

    def without(self, event: Event | None) -> Case:
        """Return the same case as if one event had not happened."""
        return Case(self.rule, tuple(e for e in self.events if e != event), self.calendars)


def answer(case: Case, key: str) -> Json:
    """Return the product's answer by the name that the cases use for it.

    Raises `Unanswered` where it has none.
    """
    if key in ANSWERS:
        return ANSWERS[key](case, case.main)
    for found in (_numbered, _part, _before_or_after, _one_of_several):
        if (asked := found(case, key)) is not None:
            return ANSWERS[asked.name](case, asked.of)
    return _figure(case, key)


@dataclass(frozen=True)
class Asked:
    """What is asked, by a name in `ANSWERS`, and of which run."""

    name: str
    of: Evaluation


def _numbered(case: Case, key: str) -> Asked | None:
    """Read “last_day_v2”: the second run of the rule."""
    numbered = re.fullmatch(r"(.+)_v(\d+)", key)
    return Asked(numbered[1], case.runs(case.rule)[int(numbered[2]) - 1]) if numbered else None


def _part(case: Case, key: str) -> Asked | None:
    """Read “final_status” or “sixteen”: a clock by its short name, and what is asked of it."""
    for name, clock in sorted(PARTS.items(), reverse=True):
        rest = key.removeprefix(name).removeprefix("_") or "due"
        if key.startswith(name) and rest in ANSWERS:
            return Asked(rest, case.runs(clock)[-1])
    return None


def _before_or_after(case: Case, key: str) -> Asked | None:
    """Read “original_twenty” or “new_six”: the first run of a clock, or the last."""
    which, _, name = key.partition("_")
    if which not in RUNS or name not in PARTS:
        return None
    return Asked("due", case.runs(PARTS[name])[RUNS[which]])


def _one_of_several(case: Case, key: str) -> Asked | None:
    """Read “due_SLT” or “SLT_status”: a run of the rule, by the adviser or the setting."""
    for evaluation in case.evaluations:
        run = re.escape(evaluation.deadline.run)
        asked = re.fullmatch(f"{run}_(?P<a>.+)|(?P<b>.+)_{run}", key, re.IGNORECASE)
        if run and evaluation.key == case.rule and asked:
            return Asked(asked["a"] or asked["b"], evaluation)
    return None


def _figure(case: Case, key: str) -> Json:
    for evaluation in reversed(case.evaluations):
        for milestone, day in evaluation.deadline.milestones:
            if milestone.key == key:
                return _iso(day)
        for tested in evaluation.exceptions if evaluation.key == case.rule else ():
            if key in dict(tested.figures):
                value = dict(tested.figures)[key]
                return value if isinstance(value, int) else _iso(value)
    raise Unanswered(f"no answer for {key}")


def _status(case: Case, evaluation: Evaluation) -> str:
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
    return _named(evaluation.state)


def _named(state: State) -> str:
    names = {
        State.MET: "in_time",
        State.LATE_MET: "late",
        State.OVERDUE: "breach",
        State.NOT_BEFORE: "breach",
    }
    return names.get(state, state.value)


def _under(evaluation: Evaluation, words: str) -> Json:
    state = state_under(evaluation, words)
    return None if state is None else _named(state)


def _reading(evaluation: Evaluation, words: str) -> Json:
    return next((_iso(d) for name, d in evaluation.deadline.readings if words in name), None)


def _days_late(evaluation: Evaluation) -> Json:
    return 0 if evaluation.awaits_proof else evaluation.days_late


def _exception(evaluation: Evaluation) -> Json:
    return next((e.code for e in evaluation.exceptions if e.accepted is not False), None)


def _limb(evaluation: Evaluation, key: str) -> Json:
    limbs = dict(evaluation.deadline.limbs)
    return _iso(limbs[LIMBS[key]]) if LIMBS[key] in limbs else None


def _statutory(evaluation: Evaluation, *, wanted: bool) -> Json:
    return _iso(evaluation.due) if evaluation.deadline.limit.statutory is wanted else None


def _within_backstop(case: Case, evaluation: Evaluation) -> Json:
    done_on = evaluation.done_on
    return done_on is not None and _iso(done_on) <= str(_figure(case, "backstop_12w"))


def _governing(case: Case) -> Json:
    found = governing((e.deadline for e in case.evaluations), CLOCKS[case.rule])
    return _iso(found.due) if found else None


def _appeal(evaluation: Evaluation) -> Json:
    return _iso(evaluation.appeal.deadline) if evaluation.appeal else None


def _effect_on_decision(case: Case) -> Json:
    key = "review_decision_notify"
    before = case.without(case.main.done).runs(key)[-1].due
    return "none" if before == case.runs(key)[-1].due else "moved"


def _iso(day: date) -> str:
    return day.isoformat()


ANSWERS: dict[str, Callable[[Case, Evaluation], Json]] = {
    "due": lambda case, e: _iso(e.due),
    "deadline": lambda case, e: _iso(e.due),
    "last_day": lambda case, e: _iso(e.due),
    "due_strict": lambda case, e: _iso(e.due),
    "base": lambda case, e: _iso(e.deadline.base),
    "adjusted_by": lambda case, e: e.deadline.adjusted_by,
    "deadline_time": lambda case, e: e.deadline.closes_at or None,
    "two_months": lambda case, e: _limb(e, "two_months"),
    "one_month_from_cert": lambda case, e: _limb(e, "one_month_from_cert"),
    "last": lambda case, e: _iso(e.due),
    "first_day": lambda case, e: _iso(e.deadline.started_on),
    "served_on": lambda case, e: _iso(e.deadline.started_on),
    "deemed_served": lambda case, e: _iso(e.deadline.started_on),
    "due_working_days": lambda case, e: _reading(e, WORKING_DAYS),
    "due_meeting_reading": lambda case, e: _reading(e, MEETING),
    "due_code": lambda case, e: _reading(e, BY),
    "due_school_days": lambda case, e: _reading(e, SCHOOL_DAYS),
    "status": lambda case, e: _status(case, e),
    "strict": lambda case, e: _status(case, e),
    "status_decision_reading": lambda case, e: _status(case, e),
    "code": lambda case, e: _under(e, BY),
    "status_meeting_reading": lambda case, e: _under(e, MEETING),
    "days_late": lambda case, e: _days_late(e),
    "days_used": lambda case, e: e.days_used,
    "would_be_late_by": lambda case, e: e.days_past_due,
    "exception": lambda case, e: _exception(e),
    "ruleset": lambda case, e: e.deadline.ruleset,
    "reason": lambda case, e: e.reason,
    "trigger_type": lambda case, e: TRIGGERS.get(e.deadline.trigger.kind),
    "deemed_received_after_due": lambda case, e: e.received_after_due,
    "statutory_phase_date": lambda case, e: _statutory(e, wanted=True),
    "local_milestone": lambda case, e: _statutory(e, wanted=False),
    "superseded_due": lambda case, e: _iso(case.runs(case.rule)[-2].due),
    "within_12_weeks_of_meeting": lambda case, e: _within_backstop(case, e),
    "appeal_deadline": lambda case, e: _appeal(e),
    "deemed_received": lambda case, e: _iso(e.deemed_received) if e.deemed_received else None,
    "governing_due": lambda case, e: _governing(case),
    "effect_on_4_weeks": lambda case, e: _effect_on_decision(case),
}
