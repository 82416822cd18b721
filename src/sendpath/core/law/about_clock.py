"""What only a rule with a time limit can say of itself: its count, exceptions and versions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sendpath.core.dates import Calendars
from sendpath.core.law.asking import Asked, questions
from sendpath.core.law.clock import Clock, Limit
from sendpath.core.law.evaluation import evaluate
from sendpath.core.law.example import worked_example
from sendpath.core.law.explanation import how_counted
from sendpath.core.law.grounds import NEVER_A_REASON, REASONS, Reason
from sendpath.core.law.rule import RuleKind
from sendpath.core.law.rulesets import RULESETS
from sendpath.core.law.source import IN_FORCE
from sendpath.core.law.starting import BEGINNINGS
from sendpath.core.law.supposing import hangs_on
from sendpath.core.law.telling import Group, Line, Part, grouped, hour

SEND_LAW = ("SEND ", "Special Educational Needs", "Children and Families Act 2014")
"""How the instruments begin under which nothing but a listed reason excuses a late council."""


def how_long(clock: Clock) -> Iterator[Line]:
    """Yield each limit that applies today, with what it depends on."""
    for limit in clock.limits:
        if limit.until is None:
            yield Line(" ".join(_said(clock, limit)), limit.law)


def _said(clock: Clock, limit: Limit) -> Iterator[str]:
    yield f"{_capital(str(limit.count))}."
    yield from filter(None, [hangs_on(limit.facts, _asked(clock))])
    if not limit.statutory:
        yield "No law sets it."
    if limit.or_later:
        later = " or ".join(f"“{when.words}”" for when in clock.extends)
        yield f"If that is later, {limit.or_later} from this: {later}."
    if limit.closes_at:
        yield f"The last day ends at {hour(limit.closes_at)}."
    if limit.given_by:
        yield "It may set another last day itself, and then that day counts."


def _asked(clock: Clock) -> dict[str, Asked]:
    kind = clock.starts[0].kind
    bears = BEGINNINGS.bears.get(kind, ())
    return {question.name: question for question in questions(kind, bears)}


def counted(clock: Clock, calendars: Calendars) -> Part:
    """Return how its days are counted, by an example that the engine works out."""
    lines: list[Line] = []
    if example := worked_example(clock, calendars):
        day = example.deadline.trigger.occurred_on
        shown = how_counted(evaluate(example.deadline, day, calendars))
        lines = [Line(sentence.text, sentence.law) for sentence in shown]
    return Part(
        key="counted",
        heading="How it is counted",
        groups=(Group("An example with made-up dates", tuple(lines)),) if lines else (),
    )


def does_not_stop(clock: Clock) -> Part:
    """Return what is often given as a reason for lateness and is none."""
    if not (_of_send(clock) and "council" in clock.owed_by and not clock.window):
        return Part(key="does_not_stop", heading="")
    return Part(
        key="does_not_stop",
        heading="What does not stop the clock",
        lines=(Line("None of these gives the council more time:"),),
        groups=grouped(("", NEVER_A_REASON)),
    )


def exceptions(clock: Clock) -> Part:
    """Return each reason that lifts the limit, with every part of its test."""
    if not clock.grounds:
        told = "None. No reason lifts this limit." if _of_send(clock) else "None is known here."
        return Part(key="exceptions", heading="Exceptions", lines=(Line(told),))
    groups = []
    for ground in clock.grounds:
        reason = REASONS.get(ground.code) or Reason(name=ground.code, parts=())
        parts = tuple(Line(part) for part in reason.parts)
        groups.append(Group(reason.name, (*parts, Line("Where the law says so:", ground.law))))
    return Part(
        key="exceptions",
        heading="Exceptions",
        lines=(
            Line(
                "Each counts only if every part of it is so. It never moves the last day. While "
                "it lasts, the day need not be kept, and it must still be done as soon as it can."
            ),
        ),
        groups=tuple(groups),
    )


def _of_send(clock: Clock) -> bool:
    """Whether it is a duty under the Act of 2014, where a reason not listed is none."""
    under = any(law.instrument.startswith(SEND_LAW) for law in clock.laws)
    return under and clock.kind is RuleKind.DUTY and clock.now.statutory


def versions(clock: Clock) -> Part:
    """Return how long was allowed at other times, if it was ever another length."""
    changed = len(clock.limits) > 1 or clock.relaxations or clock.limits[0].since != IN_FORCE
    lines: list[Line] = []
    if changed:
        lines = [Line(_version(clock, limit), limit.law) for limit in clock.limits]
        lines += [Line(law.words, law.law) for law in clock.relaxations]
    return Part(
        key="versions",
        heading="How the law has changed",
        lines=(Line("The law on the day the clock started is the one that counts."),)
        if lines
        else (),
        groups=(Group("", tuple(lines)),) if lines else (),
    )


def _version(clock: Clock, limit: Limit) -> str:
    until = f" to {_day(limit.until)}" if limit.until else ""
    title = RULESETS[limit.ruleset].title if limit.ruleset in RULESETS else limit.ruleset
    condition = hangs_on(limit.facts, _asked(clock))
    said = f"From {_day(limit.since)}{until}: {limit.count}. {condition}".strip()
    return f"{said} ({title})"


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
