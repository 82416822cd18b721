"""Why this date? The answer an officer, a parent or the Ombudsman reads, sentence by sentence.

Every sentence that states law carries the provision it rests on; arithmetic needs none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date

from sendpath.core.casefile.events import Event, Kind
from sendpath.core.dates import in_words
from sendpath.core.law.closed import STAFF_BACK
from sendpath.core.law.deadline import Deadline
from sendpath.core.law.evaluation import Evaluation, State
from sendpath.core.law.exceptions import Tested
from sendpath.core.law.last_day import GIVEN, NEXT_WORKING_DAY, TRIBUNAL_CLOSED
from sendpath.core.law.phrases import (
    GROUNDS,
    IN_A_WORD,
    day_off,
    how_it_stands,
    tribunal_day_off,
)
from sendpath.core.law.rule import RuleKind, Value
from sendpath.core.law.sentence import Sentence, named_once
from sendpath.core.law.source import SERVICE_BY_POST, code_of_practice, tribunal_rule

_Part = Callable[[Evaluation], Iterator[Sentence]]


def explanation(evaluation: Evaluation) -> tuple[Sentence, ...]:
    """Return the sentences that show how a date was reached and how it stands, in order."""
    return _told(_PARTS, evaluation)


def how_reached(evaluation: Evaluation) -> tuple[Sentence, ...]:
    """Return the sentences that show how a date was reached, and nothing of how it stands."""
    return _told(_REACHED, evaluation)


def how_counted(evaluation: Evaluation) -> tuple[Sentence, ...]:
    """Return the sentences that count the days, without the law they rest on."""
    return tuple(sentence for part in _REACHED[:3] for sentence in part(evaluation))


def _told(parts: Iterable[_Part], evaluation: Evaluation) -> tuple[Sentence, ...]:
    said = (sentence for part in parts for sentence in part(evaluation))
    return tuple(named_once(said))


def _start(evaluation: Evaluation) -> Iterator[Sentence]:
    deadline = evaluation.deadline
    words, trigger = deadline.started_by.words, deadline.trigger
    latest = " at the latest; the exact day is not on record"
    known = latest if trigger.facts.get("on_or_before") is True else ""
    first = deadline.limit.count.first_day_is
    day = "" if first is None else f" That day is day {first}."
    if deadline.started_by.by_post and trigger.occurred_on != deadline.started_on:
        yield Sentence(f"{words} on {in_words(trigger.occurred_on)}{known}.")
        yield Sentence(
            f"By post it is taken to have arrived on {in_words(deadline.started_on)}.{day}",
            SERVICE_BY_POST,
        )
    else:
        yield Sentence(f"{words} on {in_words(deadline.started_on)}{known}.{day}")
    if deadline.reopened:
        yield Sentence(
            f"The council changed its mind on {in_words(deadline.reopened.occurred_on)}. "
            f"Time is still counted from the first request."
        )


def _counting(evaluation: Evaluation) -> Iterator[Sentence]:
    deadline, limit = evaluation.deadline, evaluation.deadline.limit
    if deadline.adjusted_by == GIVEN:
        yield Sentence(f"The last day was set in writing: {in_words(deadline.due)}.", limit.law)
        return
    first = deadline.limbs[0][1] if deadline.limbs else deadline.base
    working = limit.count.working(deadline.started_on, first)
    if deadline.clock.kind is RuleKind.STANDARD:
        working = working.replace("The limit is", "The standard is", 1)
    yield Sentence(working, limit.law)
    for length, day in deadline.limbs[1:]:
        if deadline.extended:
            happened = _second_limb_from(deadline, deadline.extended)
            yield Sentence(
                f"{happened} on {in_words(deadline.extended.occurred_on)}. Counted from that "
                f"({length}), the last day is {in_words(day)}. "
                f"{_which_limb(first, day, deadline.base)}",
                limit.law,
            )
    yield from _moved(deadline)


def _second_limb_from(deadline: Deadline, event: Event) -> str:
    return next(when.words for when in deadline.clock.extends if when.kind is event.kind)


def _moved(deadline: Deadline) -> Iterator[Sentence]:
    if deadline.adjusted_by == NEXT_WORKING_DAY:
        yield Sentence(
            f"{in_words(deadline.base)} is {day_off(deadline.base)}, so the last day is "
            f"{in_words(deadline.due)}.",
            deadline.limit.law,
        )
    elif deadline.adjusted_by:
        rule = deadline.adjusted_by.removeprefix("r")
        yield Sentence(
            f"{in_words(deadline.base)} is {tribunal_day_off(deadline.base)}, so rule {rule} "
            f"moves the last day to {in_words(deadline.due)}.",
            tribunal_rule(rule),
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


def _last_day(evaluation: Evaluation) -> Iterator[Sentence]:
    deadline = evaluation.deadline
    day = in_words(deadline.due)
    if not deadline.limit.statutory:
        yield Sentence("No law sets a date here. This is one that many councils keep.")
    elif deadline.limit.tribunal:
        yield Sentence(f"The Tribunal must have it by 5 pm on {day}.", tribunal_rule("12(1)"))
    elif deadline.clock.window:
        yield Sentence(f"The family has until the end of {day}, that day included.")
    elif deadline.closes_at:
        yield Sentence(f"It is in time if it is done by {deadline.closes_at} on {day}.")
    else:
        yield Sentence(f"The last day counts: if it is done on {day}, it is in time.")
    for milestone, on in deadline.milestones:
        yield Sentence(f"{milestone.words}: {in_words(on)}.")
    for _, words, value in deadline.told:
        yield Sentence(f"{words}: {_said(value)}.")


def _said(value: Value) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return in_words(value) if isinstance(value, date) else str(value)


def _rests_on(evaluation: Evaluation) -> Iterator[Sentence]:
    clock, limit = evaluation.deadline.clock, evaluation.deadline.limit
    if clock.kind in _NOT_LAW:
        yield Sentence(f"{_NOT_LAW[clock.kind]}: {limit.law}.", limit.law, str(limit.law))
    else:
        rule = "The rule is in" if limit.statutory else "No date is set because of"
        yield Sentence(f"{rule} {limit.law}.", limit.law, str(limit.law))
    for law in clock.also:
        if law != limit.law:
            yield Sentence(f"Read with {law}.", law)
    if clock.code and clock.kind is not RuleKind.GUIDANCE:
        code = code_of_practice(clock.code)
        yield Sentence(f"Guidance on it is in the {code}.", code)


_NOT_LAW = {
    RuleKind.GUIDANCE: "This is guidance and not law",
    RuleKind.STANDARD: "This is a standard to be measured against, not a limit set by law",
}


def _standing(evaluation: Evaluation) -> Iterator[Sentence]:
    deadline = evaluation.deadline
    if deadline.shortfall and deadline.shortfall[1].occurred_on <= evaluation.as_at:
        short, event = deadline.shortfall
        yield Sentence(
            f"{short.when.words} on {in_words(event.occurred_on)}. A {short.reason} does not "
            f"meet this duty.",
            short.law,
        )
    if evaluation.done_on and deadline.done_by:
        by = "by " if _latest(evaluation) else "on "
        yield Sentence(f"{deadline.done_by.words} {by}{in_words(evaluation.done_on)}.")
    if evaluation.ended and deadline.ended_by and evaluation.state is State.NO_DUTY:
        yield Sentence(
            f"{deadline.ended_by.words} on {in_words(evaluation.ended.occurred_on)}, so this no "
            f"longer has to be done."
        )
    else:
        yield Sentence(how_it_stands(evaluation))
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


def _reasons(evaluation: Evaluation) -> Iterator[Sentence]:
    relaxation = evaluation.deadline.relaxation
    claimed = [reason for reason in evaluation.exceptions if reason.claim]
    if relaxation:
        nobody = "" if claimed else " Nobody has put that reason forward here."
        yield Sentence(f"{relaxation.words}{nobody}", relaxation.law)
    for reason in claimed:
        name = GROUNDS.get(reason.code, reason.code.replace("_", " "))
        yield Sentence(
            f"A reason was put forward: {name}. {_ACCEPTED[reason.accepted]} {reason.why}",
            reason.law,
        )
        yield from _unproven(reason)
        yield from _read_otherwise(evaluation, reason)
    if claimed:
        yield Sentence(
            f"A reason never moves the last day: it is still {in_words(evaluation.due)}.",
            code_of_practice("9.42 to 9.43"),
        )


def _unproven(reason: Tested) -> Iterator[Sentence]:
    """Say what the record of an accepted claim lacks; what the Tribunal allowed needs neither."""
    if reason.accepted and reason.claim and reason.claim.kind is Kind.EXCEPTION_CLAIMED:
        lacking = [words for fact, words in _PROOF if not reason.claim.facts.get(fact)]
        if lacking:
            yield Sentence(f"The record does not say {', or '.join(lacking)}.")


_PROOF = (("evidence", "what shows this"), ("authoriser", "who authorised relying on it"))


def _read_otherwise(evaluation: Evaluation, reason: Tested) -> Iterator[Sentence]:
    if staff_back := dict(reason.figures).get(STAFF_BACK):
        yield Sentence(
            f"Staff were back on {_said(staff_back)}, an INSET day. On another reading, on which "
            f"it opened again then, this reason does not count.",
            reason.law,
        )
    period = evaluation.deadline.clock.other_period
    for other in evaluation.deadline.other_exceptions:
        fails = other.claim == reason.claim and other.accepted is False
        if period and fails and reason.accepted is not False:
            yield Sentence(
                f"On another reading, on which {period.words}, it does not count.", reason.law
            )


_ACCEPTED = {True: "It is accepted.", False: "It is not accepted.", None: "It is not yet accepted."}


def _other_days(evaluation: Evaluation) -> Iterator[Sentence]:
    deadline = evaluation.deadline
    for words, day in deadline.readings:
        law = tribunal_rule("12") if words == TRIBUNAL_CLOSED else deadline.limit.law
        yield Sentence(f"Another reading ({words}) gives {in_words(day)}.", law)


def _readings(evaluation: Evaluation) -> Iterator[Sentence]:
    """Say what other readings give, and where one of them would judge it otherwise."""
    other = dict(evaluation.readings)
    if period := evaluation.deadline.clock.other_period:
        other.pop(period.words, None)
    dated = [words for words, _ in evaluation.deadline.readings]
    for words, said in zip(dated, _other_days(evaluation), strict=True):
        state = other.pop(words, evaluation.state)
        it_would = (
            "" if state is evaluation.state else f" On that reading it would be {IN_A_WORD[state]}."
        )
        yield replace(said, text=said.text + it_would)
    for words, state in other.items():
        if state is not evaluation.state:
            yield Sentence(f"On another reading ({words}) it would be {IN_A_WORD[state]}.")


def _confidence(evaluation: Evaluation) -> Iterator[Sentence]:
    yield Sentence(f"How sure we are: {evaluation.confidence.in_words()}")


_PARTS: tuple[_Part, ...] = (
    _start,
    _counting,
    _last_day,
    _rests_on,
    _standing,
    _reasons,
    _readings,
    _confidence,
)
_REACHED: tuple[_Part, ...] = (_start, _counting, _last_day, _rests_on, _other_days, _confidence)
