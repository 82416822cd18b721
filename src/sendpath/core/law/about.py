"""All there is to say about one rule, in the order in which somebody would ask it.

One text for the public page, the command line and programs. It is made from the rule's own data,
whatever kind of rule it is, and says nothing that is not in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sendpath.core.dates import Calendars
from sendpath.core.law import about_clock
from sendpath.core.law.ambiguities import Ambiguity, touching
from sendpath.core.law.clock import Clock, Reading
from sendpath.core.law.clocks import RULES
from sendpath.core.law.rule import (
    Contents,
    Continuing,
    Delegated,
    Proposed,
    Rule,
    RuleKind,
    Span,
    Started,
    Undated,
)
from sendpath.core.law.source import code_of_practice
from sendpath.core.law.telling import Group, Line, Part, grouped, sentence, sentences

NOT_LAW = {
    RuleKind.GUIDANCE: "This is guidance. It is not law, but there should be a reason for not "
    "following it.",
    RuleKind.STANDARD: "This is a standard that services are measured against. It is not a limit "
    "set by law for one child.",
    RuleKind.DERIVED: "No law names this day. It follows from another rule.",
    RuleKind.FUTURE: "This is not law today.",
}


def about(rule: Rule, calendars: Calendars, rules: Mapping[str, Rule] = RULES) -> tuple[Part, ...]:
    """Return the parts that apply to a rule. `rules` are those it may lead to."""
    made = [_what(rule, rules), _how_long(rule, rules)]
    if isinstance(rule, Clock):
        made += [
            about_clock.counted(rule, calendars),
            about_clock.does_not_stop(rule),
            about_clock.exceptions(rule),
        ]
    made += [_readings(rule), _follows(rule)]
    if isinstance(rule, Clock):
        made.append(about_clock.versions(rule))
    made += [_where(rule), _how_sure(rule)]
    return tuple(part for part in made if part)


def _what(rule: Rule, rules: Mapping[str, Rule]) -> Part:
    lines = [Line(NOT_LAW[rule.kind])] if rule.kind in NOT_LAW else []
    if isinstance(rule, Continuing):
        lines.append(Line(sentence(rule.says)))
    elif isinstance(rule, Proposed):
        lines += [Line(sentence(rule.status)), Line(sentence(rule.says))]
        if rule.meanwhile in rules:
            lines.append(Line("Until it changes, this applies:", rule=rule.meanwhile))
    elif isinstance(rule, Contents):
        lines.append(Line(sentence(rule.otherwise)))
    heading = "What is proposed" if isinstance(rule, Proposed) else "What must happen"
    return Part(key="what", heading=heading, lines=tuple(lines), groups=_events(rule))


def _events(rule: Rule) -> tuple[Group, ...]:
    if isinstance(rule, Started):
        return grouped(
            ("It starts with", sentences(rule.starts)),
            ("It is done with", sentences(when for when in rule.done_by if not when.implied)),
            ("This is not enough", [sentence(f"a {short.reason}") for short in rule.shortfalls]),
            ("It falls away with", sentences(rule.ended_by)),
        )
    if isinstance(rule, Contents):
        parts = (sentence(words) for _, words in rule.parts)
        return grouped(("It is about", sentences(rule.acts)), ("It must have", parts))
    if isinstance(rule, Span):
        return grouped(("How it can stand", map(sentence, rule.statuses.values())))
    if isinstance(rule, Proposed):
        return grouped(("It would be about", sentences(rule.asked_by)))
    return ()


def _how_long(rule: Rule, rules: Mapping[str, Rule]) -> Part:
    lines: list[Line] = []
    if isinstance(rule, Clock):
        lines = list(about_clock.how_long(rule))
    elif isinstance(rule, Undated):
        lines = [Line(f"It must be done {rule.how_soon}. The law gives no number of days.")]
    elif isinstance(rule, Contents):
        lines = [Line("It has no time of its own: it goes with the act itself.")]
    elif isinstance(rule, Delegated):
        counted = [key for key in rule.counted_by if key in rules]
        lines = [Line("Its date is worked out under this rule:", rule=key) for key in counted]
    elif isinstance(rule, Proposed):
        lines = [Line("No time limit is applied: it is not in force.")]
    elif isinstance(rule, Span | Continuing):
        lines = [Line("It gives nobody a last day.")]
    return Part(key="how_long", heading="How long there is", lines=tuple(lines))


def _readings(rule: Rule) -> Part:
    asked = touching(rule.key)
    groups = [Group(ambiguity.question, tuple(_ways(ambiguity))) for ambiguity in asked]
    own = [reading for reading in _own(rule) if not reading.ambiguity]
    groups += grouped(("Other ways to count it", [_own_words(reading) for reading in own]))
    return Part(
        key="readings",
        heading="Where it can be read in more than one way",
        groups=tuple(groups),
    )


def _ways(ambiguity: Ambiguity) -> Iterable[Line]:
    for key, words in ambiguity.readings.items():
        marks = []
        if key == ambiguity.default:
            marks.append("this service goes by it")
        if key == ambiguity.strict:
            marks.append("the safer one to keep to")
        yield Line(f"{words} ({', and '.join(marks)})" if marks else words)
    if ambiguity.note:
        yield Line(ambiguity.note)


def _own(rule: Rule) -> list[Reading]:
    if not isinstance(rule, Clock):
        return []
    readings = [reading for limit in rule.limits for reading in limit.readings]
    return [*readings, *([rule.other_period] if rule.other_period else [])]


def _own_words(reading: Reading) -> str:
    safer = ", the safer one to keep to" if reading.strict else ""
    return sentence(f"{reading.words}: {reading.count}{safer}")


def _follows(rule: Rule) -> Part:
    lines = [Line(sentence(rule.follows))] if rule.follows else []
    groups: tuple[Group, ...] = ()
    if isinstance(rule, Clock) and rule.appeals:
        appeals = tuple(Line(sentence(each.when.words), each.law) for each in rule.appeals)
        groups = (Group("The family may appeal to the Tribunal after this", appeals),)
    return Part(key="follows", heading="What follows", lines=tuple(lines), groups=groups)


def _where(rule: Rule) -> Part:
    laws = tuple(Line("", law) for law in dict.fromkeys(rule.laws))
    groups = [Group("", laws)] if laws else []
    if rule.code:
        groups.append(Group("Guidance on it", (Line("", code_of_practice(rule.code)),)))
    return Part(key="where", heading="Where to read it", groups=tuple(groups))


def _how_sure(rule: Rule) -> Part:
    words = rule.confidence.in_words()
    return Part(key="how_sure", heading="How sure we are of it", lines=(Line(sentence(words)),))
