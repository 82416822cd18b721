"""The product's answers, under the names by which the worked cases of the law ask for them.

A name is given to what the product says, and no case is known. A name that the product has no
answer to is `Unanswered`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from itertools import chain

from sendpath.core.casefile.events import standing
from sendpath.core.law.beside import holding
from sendpath.core.law.clocks import CLOCKS, RULES
from sendpath.core.law.evaluation import Evaluation, state_under
from sendpath.core.law.history import Json
from sendpath.core.law.overlaps import governing
from sendpath.core.law.rule import Delegated, Value
from sendpath.core.law.source import Law
from sendpath.core.law.verdict import (
    Verdict,
    days_short,
    days_surely_late,
    ground_claimed,
    kept,
    moved_by,
    of_state,
    verdict,
)
from tools.reference.law_case import Case, Unanswered
from tools.reference.law_names import (
    BACKSTOP,
    BY,
    FIRST_DAY,
    LIMBS,
    MEETING,
    PARTS,
    RUNS,
    SCHOOL_DAYS,
    SHORT_BY,
    STATUSES,
    TRIGGERS,
    WORKING_DAYS,
    names_of,
)

THE_DAY = frozenset({"due", "deadline", "last_day"})


def answer(case: Case, key: str) -> Json:
    """Return the product's answer by the name that the cases use for it.

    Raises `Unanswered` where it has none.
    """
    names = names_of(key)
    for source in (_of_the_rule, _of_what_holds):
        for name in names:
            with suppress(Unanswered):
                return source(case, name)
    found: list[Json] = []
    for name in names:
        with suppress(Unanswered):
            found.append(_of_its_clocks(case, name))
    if not found:
        raise Unanswered(f"no answer for {key}")
    return next((value for value in found if value is not None), None)


def _of_the_rule(case: Case, key: str) -> Json:
    """Answer what needs no run: what sort of rule it is, whether it applies at all."""
    if key in RULE_ANSWERS:
        return RULE_ANSWERS[key](case)
    rule = RULES[case.rule]
    if isinstance(rule, Delegated) and rule.milestone and key in THE_DAY:
        return _own_figure(case, rule.milestone)
    raise Unanswered(key)


def _of_what_holds(case: Case, key: str) -> Json:
    for held in reversed(case.held):
        if key == "status":
            return STATUSES.get(held.status, held.status)
        for name, _, value in held.figures:
            if name == key:
                return _plain(value)
    raise Unanswered(key)


def _of_its_clocks(case: Case, key: str) -> Json:
    if key in ANSWERS:
        if case.runs(*case.answered_by):
            return ANSWERS[key](case, case.main)
        if case.held and (appeal := next(reversed(case.runs("appeal_lodge")), None)):
            return ANSWERS[key](case, appeal)
        return Verdict.NO_DUTY.value if key == "status" else None
    with suppress(Unanswered):
        return _own_figure(case, key)
    for found in (_numbered, _part, _before_or_after, _one_of_several):
        if (asked := found(case, key)) is not None:
            return ANSWERS[asked.name](case, asked.of) if asked.of else None
    return _figure(case, key)


@dataclass(frozen=True)
class Asked:
    """What is asked, by a name in `ANSWERS`, and of which run."""

    name: str
    of: Evaluation | None


def _numbered(case: Case, key: str) -> Asked | None:
    """Read “last_day_v2”: the second run of the rule."""
    numbered = re.fullmatch(r"(.+)_v(\d+)", key)
    if numbered is None:
        return None
    return Asked(numbered[1], case.runs(*case.answered_by)[int(numbered[2]) - 1])


def _part(case: Case, key: str) -> Asked | None:
    """Read “final_status” or “sixteen”: a clock by its short name, and what is asked of it."""
    names = {**PARTS, **{clock: (clock,) for clock in CLOCKS}}
    for name, clocks in sorted(names.items(), reverse=True):
        rest = key.removeprefix(name).removeprefix("_") or "due"
        if key.startswith(name) and rest in ANSWERS:
            alike = sorted(clocks, key=lambda clock: _stem(clock) != _stem(case.rule))
            return Asked(rest, next(reversed(case.runs(*alike)), None))
    return None


def _stem(rule: str) -> str:
    """Return what the steps of one order are all called: order_make of order_make_draft."""
    return rule.rpartition("_")[0]


def _before_or_after(case: Case, key: str) -> Asked | None:
    """Read “original_twenty” or “new_six”: the first run of a clock, or the last."""
    which, _, name = key.partition("_")
    if which not in RUNS or name not in PARTS:
        return None
    return Asked("due", case.runs(*PARTS[name])[RUNS[which]])


def _one_of_several(case: Case, key: str) -> Asked | None:
    """Read “due_SLT” or “SLT_status”: a run of the rule, by the adviser or the setting."""
    for evaluation in case.evaluations:
        run = re.escape(evaluation.deadline.run)
        asked = re.fullmatch(f"{run}_(?P<a>.+)|(?P<b>.+)_{run}", key, re.IGNORECASE)
        if run and evaluation.key in case.answered_by and asked:
            return Asked(asked["a"] or asked["b"], evaluation)
    return None


def _own_figure(case: Case, key: str) -> Json:
    """Answer by a figure of the rule's own runs, before any other clock is thought of."""
    own = [evaluation for evaluation in case.evaluations if evaluation.key in case.answered_by]
    return _named_figure(_figures(case, own), key)


def _figure(case: Case, key: str) -> Json:
    found = _figures(case, case.evaluations)
    held = (
        (name, _plain(value))
        for _, held in holding(standing(case.events), case.calendars)
        for name, _, value in held.figures
    )
    return _named_figure(chain(found, held), key)


def _named_figure(figures: Iterable[tuple[str, Json]], key: str) -> Json:
    for name, value in figures:
        if name == key:
            return value
    raise Unanswered(f"no answer for {key}")


def _figures(case: Case, evaluations: Sequence[Evaluation]) -> Iterator[tuple[str, Json]]:
    """Yield every figure of these runs by its name, those of the latest first."""
    for evaluation in reversed(evaluations):
        for milestone, day in evaluation.deadline.milestones:
            yield milestone.key, _iso(day)
        for name, _, value in evaluation.deadline.told:
            yield name, _plain(value)
        for tested in evaluation.exceptions if evaluation.key in case.answered_by else ():
            yield from ((name, _plain(value)) for name, value in tested.figures)


def _plain(value: Value) -> Json:
    return value if isinstance(value, bool | int | str) else _iso(value)


def _reading(evaluation: Evaluation, words: str) -> Json:
    return next((_iso(d) for name, d in evaluation.deadline.readings if words in name), None)


def _limb(evaluation: Evaluation, key: str) -> Json:
    limbs = dict(evaluation.deadline.limbs)
    return _iso(limbs[LIMBS[key]]) if LIMBS[key] in limbs else None


def _status(case: Case, evaluation: Evaluation) -> str:
    return verdict(evaluation, case.deadlines).value


def _strict(case: Case, evaluation: Evaluation) -> str:
    short = days_short(evaluation)
    return (
        _status(case, evaluation) if short is None else SHORT_BY.get(short, f"{short}_days_short")
    )


def _under(evaluation: Evaluation, reading: str) -> Json:
    state = state_under(evaluation, reading)
    return None if state is None else of_state(state).value


def _governing(case: Case) -> Json:
    found = governing((e.deadline for e in case.evaluations), CLOCKS[case.rule])
    return _iso(found.due) if found else None


def _appeal(evaluation: Evaluation) -> Json:
    return _iso_or_none(evaluation.appeal.deadline) if evaluation.appeal else None


def _effect_on_decision(case: Case) -> Json:
    done = case.main.done
    moved = moved_by(done, standing(case.events), case.calendars) if done else ()
    return "moved" if any(d.key in PARTS["decision"] for d in moved) else "none"


def _iso_or_none(day: date | None) -> Json:
    return _iso(day) if day else None


def _iso(day: date) -> str:
    return day.isoformat()


def _short(law: Law) -> str:
    """Return a provision as the cases cite it: SI 2024/208 reg 9."""
    number = re.search(r"SI \d{4}/\d+", law.instrument)
    return f"{number[0] if number else law.instrument} {law.provision}".replace("regulation", "reg")


def _ruleset(case: Case) -> Json:
    if case.instead is None:
        return case.main.deadline.ruleset
    return case.instead[1].ruleset


def _meanwhile(case: Case) -> Json:
    if case.instead is None:
        raise Unanswered("it is in force")
    return _short(case.instead[1].laws[0])


RULE_ANSWERS: dict[str, Callable[[Case], Json]] = {
    "kind": lambda case: RULES[case.rule].kind.value,
    "ruleset": _ruleset,
    "cws_in_force": lambda case: case.instead is None,
    "consent_needed_under": _meanwhile,
    "reg15_applies": lambda case: any(e.key == case.rule for e in case.evaluations),
}
ANSWERS: dict[str, Callable[[Case, Evaluation], Json]] = {
    "due": lambda case, e: _iso(e.due),
    "deadline": lambda case, e: _iso(e.due),
    "last_day": lambda case, e: _iso(e.due),
    "due_strict": lambda case, e: _iso(e.deadline.alert_on),
    "base": lambda case, e: _iso(e.deadline.base),
    "adjusted_by": lambda case, e: e.deadline.adjusted_by,
    "deadline_time": lambda case, e: e.deadline.closes_at or None,
    "due_at": lambda case, e: f"{_iso(e.due)}T{e.deadline.closes_at}",
    "two_months": lambda case, e: _limb(e, "two_months"),
    "one_month_from_cert": lambda case, e: _limb(e, "one_month_from_cert"),
    "twelve": lambda case, e: _limb(e, "twelve"),
    "twelve_months": lambda case, e: _limb(e, "twelve_months"),
    "due_receipt_day_1": lambda case, e: _reading(e, FIRST_DAY),
    "last": lambda case, e: _iso(e.due),
    "lenient_last": lambda case, e: _iso(e.deadline.latest),
    "strict_last": lambda case, e: _iso(e.deadline.alert_on),
    "breach_after": lambda case, e: _iso(e.due),
    "corresponding": lambda case, e: _iso(e.deadline.base),
    "three_months": lambda case, e: _iso(e.due),
    "thirteen_weeks": lambda case, e: _reading(e, "13 weeks"),
    "three_months_status": lambda case, e: of_state(e.state).value,
    "thirteen_weeks_status": lambda case, e: _under(e, "13 weeks"),
    "first_day": lambda case, e: _iso(e.deadline.started_on),
    "served_on": lambda case, e: _iso(e.deadline.started_on),
    "deemed_served": lambda case, e: _iso(e.deadline.started_on),
    "due_working_days": lambda case, e: _reading(e, WORKING_DAYS),
    "due_meeting_reading": lambda case, e: _reading(e, MEETING),
    "due_code": lambda case, e: _reading(e, BY),
    "due_school_days": lambda case, e: _reading(e, SCHOOL_DAYS),
    "status": lambda case, e: _status(case, e),
    "strict": lambda case, e: _strict(case, e),
    "status_decision_reading": lambda case, e: _status(case, e),
    "code": lambda case, e: _under(e, BY),
    "status_meeting_reading": lambda case, e: _under(e, MEETING),
    "days_late": lambda case, e: days_surely_late(e),
    "days_used": lambda case, e: e.days_used,
    "would_be_late_by": lambda case, e: e.days_past_due,
    "exception": lambda case, e: ground_claimed(e),
    "reason": lambda case, e: e.reason or dict((n, v) for n, _, v in e.deadline.told).get("reason"),
    "trigger_type": lambda case, e: TRIGGERS.get(e.deadline.trigger.kind),
    "deemed_received_after_due": lambda case, e: e.received_after_due,
    "statutory_phase_date": lambda case, e: _iso_or_none(e.deadline.statutory_due),
    "local_milestone": lambda case, e: _iso_or_none(e.deadline.customary_due),
    "superseded_due": lambda case, e: _iso(case.runs(*case.answered_by)[-2].due),
    "within_12_weeks_of_meeting": lambda case, e: kept(e, BACKSTOP, case.deadlines),
    "appeal_deadline": lambda case, e: _appeal(e),
    "deemed_received": lambda case, e: _iso_or_none(e.deemed_received),
    "governing_due": lambda case, e: _governing(case),
    "effect_on_4_weeks": lambda case, e: _effect_on_decision(case),
}
