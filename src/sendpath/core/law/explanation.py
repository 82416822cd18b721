"""Why this date? The answer an officer, a parent or the Ombudsman reads, sentence by sentence.

Every sentence that states law carries the provision it rests on; arithmetic needs none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sendpath.core.dates import in_words
from sendpath.core.law.clock import Duty
from sendpath.core.law.deadlines import TRIBUNAL_CLOSED
from sendpath.core.law.evaluation import Evaluation, State
from sendpath.core.law.source import SERVICE_BY_POST, Law, code_of_practice, tribunal_rule


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, and the law it rests on if it states any."""

    text: str
    law: Law | None = None


def explanation(evaluation: Evaluation) -> tuple[Sentence, ...]:
    """Return the sentences that show how a date was reached and how it stands, in order."""
    return tuple(sentence for part in _PARTS for sentence in part(evaluation))


def _start(evaluation: Evaluation) -> Iterator[Sentence]:
    deadline = evaluation.deadline
    latest = " at the latest; the exact day is not on record"
    known = "" if deadline.trigger.facts.get("on_or_before") is not True else latest
    first = deadline.limit.count.first_day_is
    day = "" if first is None else f" That day is day {first}."
    yield Sentence(f"{deadline.started_by.words} on {in_words(deadline.started_on)}{known}.{day}")
    if deadline.reopened:
        yield Sentence(
            f"The council changed its mind on {in_words(deadline.reopened.occurred_on)}. "
            f"Time is still counted from the first request."
        )


def _counting(evaluation: Evaluation) -> Iterator[Sentence]:
    deadline, limit = evaluation.deadline, evaluation.deadline.limit
    first = deadline.limbs[0][1] if deadline.limbs else deadline.base
    yield Sentence(limit.count.working(deadline.started_on, first), limit.law)
    for words, day in deadline.limbs[1:]:
        yield Sentence(
            f"{words} from the mediation certificate is {in_words(day)}. "
            f"{_which_limb(first, day, deadline.base)}",
            limit.law,
        )
    if deadline.adjusted_by:
        yield Sentence(
            f"{in_words(deadline.base)} is a day on which the Tribunal's time does not end, so "
            f"{_rule(deadline.adjusted_by)} moves the last day to {in_words(deadline.due)}.",
            tribunal_rule(deadline.adjusted_by.removeprefix("r")),
        )


def _which_limb(first: date, second: date, base: date) -> str:
    if second <= first:
        return "That is not later, so it changes nothing."
    if second == base:
        return "That is later, so it counts."
    return (
        "That is later, but the adviser was first contacted only after the 2 months, so it "
        "counts only if the Tribunal allows it."
    )


def _rule(adjusted_by: str) -> str:
    return f"rule {adjusted_by.removeprefix('r')}"


def _last_day(evaluation: Evaluation) -> Iterator[Sentence]:
    deadline = evaluation.deadline
    day = in_words(deadline.due)
    if not deadline.limit.statutory:
        yield Sentence(f"No law sets a date here. Many councils work to {day}.")
    elif deadline.limit.tribunal:
        yield Sentence(
            f"The Tribunal must have the appeal by 5 pm on {day}.", tribunal_rule("12(1)")
        )
    elif deadline.clock.kind is Duty.WINDOW:
        yield Sentence(f"The family has until the end of {day}, that day included.")
    else:
        yield Sentence(f"The last day counts: if it is done on {day}, it is in time.")
    for milestone, on in deadline.milestones:
        yield Sentence(f"{milestone.words}: {in_words(on)}.")


def _rests_on(evaluation: Evaluation) -> Iterator[Sentence]:
    clock, limit = evaluation.deadline.clock, evaluation.deadline.limit
    yield Sentence(f"The rule is in {limit.law}.", limit.law)
    for law in clock.also:
        yield Sentence(f"Read with {law}.", law)
    code = code_of_practice(clock.code)
    yield Sentence(f"Guidance on it is in the {code}.", code)


def _standing(evaluation: Evaluation) -> Iterator[Sentence]:
    deadline, state = evaluation.deadline, evaluation.state
    if deadline.shortfall and evaluation.reason:
        short, event = deadline.shortfall
        yield Sentence(
            f"{short.when.words} on {in_words(event.occurred_on)}, but that does not do the "
            f"duty: {short.reason}.",
            short.law,
        )
    if evaluation.done_on and deadline.done_by:
        by = "by " if _latest(evaluation) else "on "
        yield Sentence(f"{deadline.done_by.words} {by}{in_words(evaluation.done_on)}.")
    elif evaluation.ended and deadline.ended_by and state is State.NO_DUTY:
        yield Sentence(
            f"{deadline.ended_by.words} on {in_words(evaluation.ended.occurred_on)}, so this no "
            f"longer has to be done."
        )
    yield Sentence(_in_words(evaluation))
    if evaluation.deemed_received and evaluation.received_after_due:
        yield Sentence(
            f"It counts as done on sending. By post it is taken to have arrived on "
            f"{in_words(evaluation.deemed_received)}, after the last day; on another reading "
            f"that makes it late.",
            SERVICE_BY_POST,
        )


def _latest(evaluation: Evaluation) -> bool:
    by, done = evaluation.deadline.done_by, evaluation.done
    return bool(by and by.implied) or bool(done and done.facts.get("on_or_before") is True)


def _in_words(evaluation: Evaluation) -> str:
    kind, state = evaluation.deadline.clock.kind, evaluation.state
    over = evaluation.done is None and evaluation.as_at > evaluation.due
    if kind is Duty.RIGHT and state is State.NO_DUTY and over and evaluation.ended is None:
        return _LAPSED
    if kind is Duty.WINDOW and state is State.MET and evaluation.done is None:
        return _WINDOW_CLOSED
    if state is State.UNKNOWN_FACT and evaluation.done is None:
        return _NOT_TOLD
    return _STATE[state].format(
        used=evaluation.days_used,
        left=evaluation.days_left,
        late=evaluation.days_late,
        past=evaluation.days_past_due,
        on=in_words(evaluation.as_at),
    )


_LAPSED = (
    "It was not used in time, so it has lapsed. The Tribunal may still allow more time for a "
    "good reason."
)
_WINDOW_CLOSED = "The whole time was given, and the window has closed."
_NOT_TOLD = (
    "The return that this comes from has no place to say whether this was done. Not told is not "
    "the same as not done: record it with its day if it was."
)
_STATE = {
    State.NOT_STARTED: "On {on} time had not begun to run.",
    State.RUNNING: "On {on}, {used} days had been used and {left} were left.",
    State.MET: "It was in time.",
    State.LATE_MET: "It was late by this many days: {late}.",
    State.OVERDUE: "On {on} it had not been done, and was late by this many days: {late}.",
    State.LIMIT_DISAPPLIED: (
        "A reason that the law accepts was shown, so the limit did not have to be kept. It would "
        "have been late by this many days: {past}. The duty to act as soon as practicable goes on."
    ),
    State.NO_DUTY: "On {on} nothing had to be done under this rule.",
    State.NOT_BEFORE: "The plan was sent before the family's time was up.",
    State.UNKNOWN_FACT: (
        "The day on record is only the latest it can have been, so whether this was in time "
        "cannot be said. Add the exact day if it is known."
    ),
}


def _reasons(evaluation: Evaluation) -> Iterator[Sentence]:
    for reason in evaluation.exceptions:
        accepted = {True: "accepted", False: "not accepted", None: "not yet accepted"}
        yield Sentence(
            f"Reason put forward, {_GROUNDS.get(reason.code, reason.code)}: "
            f"{accepted[reason.accepted]}. {reason.why}",
            reason.law,
        )
    if evaluation.exceptions:
        yield Sentence(
            f"A reason never moves the date: it is still {in_words(evaluation.due)}.",
            code_of_practice("9.42 to 9.43"),
        )


_GROUNDS = {
    "X_SCHOOL": "advice was asked of a school closed for 4 weeks or more",
    "X_EY": "advice was asked of an early years provider closed for 4 weeks or more",
    "X_EPC": "exceptional personal circumstances",
    "X_ABS4": "away from the area for 4 weeks or more",
    "X_APPT": "an appointment was missed",
    "COVID": "coronavirus",
    "R5_EXTENSION": "more time was asked of the Tribunal",
    "not_stated": "not stated",
}


def _readings(evaluation: Evaluation) -> Iterator[Sentence]:
    deadline = evaluation.deadline
    other = dict(evaluation.readings)
    for words, day in deadline.readings:
        law = tribunal_rule("12") if words == TRIBUNAL_CLOSED else deadline.limit.law
        yield Sentence(f"Another reading ({words}) gives {in_words(day)}.", law)
        other.pop(words, None)
    for words, state in other.items():
        if state is not evaluation.state:
            said = state.value.replace("_", " ")
            yield Sentence(f"On another reading ({words}) it would be: {said}.")


def _confidence(evaluation: Evaluation) -> Iterator[Sentence]:
    yield Sentence(f"How sure are we of this rule: {evaluation.confidence.in_words()}.")


_PARTS = (
    _start,
    _counting,
    _last_day,
    _rests_on,
    _standing,
    _reasons,
    _readings,
    _confidence,
)
