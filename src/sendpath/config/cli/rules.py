"""`sendpath law`: every rule, all about one of them, and which dates run from what happened."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from difflib import get_close_matches
from typing import TYPE_CHECKING

import click

from sendpath.config.cli.law_diff import diff

if TYPE_CHECKING:
    from sendpath.core.casefile.events import Fact, Kind
    from sendpath.core.law.asking import Asked
    from sendpath.core.law.calculator import Answer, Beside, Dated, Happening
    from sendpath.core.law.clocks import Section
    from sendpath.core.law.history import Json
    from sendpath.core.law.rule import Rule
    from sendpath.core.law.sentence import Sentence
    from sendpath.core.law.telling import Line, Part

AS_JSON = click.option("--json", "as_json", is_flag=True, help="One JSON value, for programs.")


@click.group(short_help="Read the law as data, and count by it.")
def law() -> None:
    """Read the law as data, and count by it. Nothing is stored; only `diff --cases` reads cases."""


law.add_command(diff)


@law.command(short_help="List the rules.")
@click.option("--section", "letter", help="One part of the law, by its letter, such as A.")
@click.option("--kind", help="One kind of rule, such as duty, right or guidance.")
@AS_JSON
def rules(letter: str | None, kind: str | None, as_json: bool) -> None:
    """List the rules by part of the law, each with its limit and how sure we are of it."""
    from sendpath.core.law.clocks import SECTIONS
    from sendpath.core.law.rule import RuleKind

    if letter and letter.upper() not in {section.letter for section in SECTIONS}:
        letters = ", ".join(section.letter for section in SECTIONS)
        raise click.UsageError(f"There is no part “{letter}”. Use one of {letters}.")
    if kind and kind not in set(RuleKind):
        raise click.UsageError(f"There is no kind “{kind}”. Use one of {', '.join(RuleKind)}.")
    sections = [part for part in SECTIONS if letter in (None, "") or part.letter == letter.upper()]
    found = [
        (part, [rule for rule in part.rules if kind in (None, rule.kind)]) for part in sections
    ]
    if as_json:
        rows = [_row(part, rule) for part, held in found for rule in held]
        click.echo(json.dumps(rows, ensure_ascii=False))
        return
    for part, held in found:
        if held:
            click.echo(f"{part.letter}. {part.title}")
        for rule in held:
            click.echo(f"  {rule.key}: {rule.duty}. {_brief(rule)}")


@law.command(short_help="Tell all about one rule.")
@click.argument("key", metavar="RULE")
@AS_JSON
def explain(key: str, as_json: bool) -> None:
    """Tell all about one rule: what starts it, how it is counted, its exceptions and its law."""
    from sendpath.core.dates import england_and_wales
    from sendpath.core.law.about import about
    from sendpath.core.law.clocks import SECTIONS

    held = {rule.key: (part, rule) for part in SECTIONS for rule in part.rules}
    if key not in held:
        raise click.UsageError(f"There is no rule “{key}”.{_meant(key, held)}")
    part, rule = held[key]
    parts = about(rule, england_and_wales())
    if as_json:
        values = {**_row(part, rule), "parts": [_part(each) for each in parts]}
        click.echo(json.dumps(values, ensure_ascii=False))
        return
    click.echo(f"{rule.duty}\nWho must act: {rule.owed_by}. For: {rule.owed_to}. {_brief(rule)}")
    for each in parts:
        click.echo(f"\n{each.heading}")
        for line in each.lines:
            click.echo(f"  {_words(line)}")
        for group in each.groups:
            if group.title:
                click.echo(f"  {group.title}:")
            for line in group.lines:
                click.echo(f"  - {_words(line)}")


@law.command(short_help="Work out which dates run from what happened.")
@click.option("--event", required=True, help="What happened, such as ehc.request_received.")
@click.option(
    "--on", "day", required=True, type=click.DateTime(formats=["%Y-%m-%d"]), help="On what day."
)
@click.option("--fact", "facts", multiple=True, metavar="NAME=VALUE", help="What is known of it.")
@click.option("--term", "terms", multiple=True, help="A term: “2025-09-02 to 2025-10-24”.")
@AS_JSON
def dates(
    event: str, day: datetime, facts: tuple[str, ...], terms: tuple[str, ...], as_json: bool
) -> None:
    """Work out every date that runs from something that happened on a day.

    A fact that is left out leaves its dates open: each says on which answer it hangs. School
    days are counted by the terms given.
    """
    from sendpath.core.dates import england_and_wales
    from sendpath.core.law.calculator import dates_from

    happening = _happening(event, day, facts, terms)
    answer = dates_from(happening, england_and_wales())
    if as_json:
        click.echo(json.dumps(_answer(happening, answer), ensure_ascii=False))
        return
    for dated in answer.dated:
        click.echo(f"{dated.due} {dated.clock.duty} ({dated.clock.key})")
        if dated.only_if:
            click.echo(f"  {dated.only_if}")
        for sentence in dated.why:
            click.echo(f"  {sentence.text}")
    for lost in answer.no_date:
        click.echo(f"no date    {lost.clock.duty} ({lost.clock.key})\n  {lost.why}")
    for words, beside in _beside(answer):
        click.echo(f"{words:10} {beside.rule.duty} ({beside.rule.key})")
        if beside.only_if:
            click.echo(f"  {beside.only_if}")
    for span, held in answer.held:
        click.echo(f"{held.since} to {held.until or 'later'} {span.duty} ({span.key})")


def _happening(event: str, day: datetime, facts: Iterable[str], terms: Iterable[str]) -> Happening:
    from sendpath.core.casefile.events import Kind
    from sendpath.core.law.asking import questions
    from sendpath.core.law.calculator import Happening
    from sendpath.core.law.starting import BEGINNINGS
    from sendpath.core.term_dates import BadTerms, read_terms

    known = {kind.value: kind for kind in BEGINNINGS.bears}
    if event not in known:
        raise click.UsageError(f"No rule starts with “{event}”.{_meant(event, known)}")
    kind = known[event]
    asked = {question.name: question for question in questions(kind, BEGINNINGS.bears[kind])}
    said = {name: _fact(name, value, asked, event) for name, value in map(_pair, facts)}
    then: dict[Kind, datetime] = {}
    for name in [name for name in said if name.startswith("then.")]:
        then[Kind(name.removeprefix("then."))] = datetime.fromisoformat(str(said.pop(name)))
    try:
        ranges = read_terms("\n".join(terms))
    except BadTerms as fault:
        raise click.UsageError(str(fault)) from None
    return Happening(
        kind=kind,
        on=day.date(),
        facts=said,
        then={later: at.date() for later, at in then.items()},
        terms=ranges,
    )


def _pair(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals:
        raise click.UsageError(f"“{text}” is not a fact. Write it like outcome=refuse.")
    return name.strip(), value.strip()


def _fact(name: str, value: str, asked: dict[str, Asked], event: str) -> Fact:
    from sendpath.core.law.asking import NotAnAnswer

    if name not in asked:
        offered = ", ".join(asked) or "nothing"
        raise click.UsageError(f"Of {event} these facts are asked: {offered}. Not “{name}”.")
    try:
        return asked[name].read(value)
    except NotAnAnswer as fault:
        raise click.UsageError(f"{name}: {fault}") from None


def _meant(given: str, known: Iterable[str]) -> str:
    near = get_close_matches(given, list(known), n=3)
    return f" Did you mean {' or '.join(near)}?" if near else ""


def _brief(rule: Rule) -> str:
    from sendpath.core.law.clocks import RULES
    from sendpath.core.law.in_brief import KINDS, limit_in_words

    limit = limit_in_words(rule, RULES)
    return f"{KINDS[rule.kind]}: {limit} (mark {rule.confidence.value})."


def _beside(answer: Answer) -> Iterator[tuple[str, Beside[Rule]]]:
    yield from ((beside.rule.how_soon, beside) for beside in answer.undated)
    yield from (("contents", beside) for beside in answer.contents)
    yield from (("not law", beside) for beside in answer.not_in_force)


def _row(part: Section, rule: Rule) -> dict[str, Json]:
    from sendpath.core.law.clocks import RULES
    from sendpath.core.law.in_brief import limit_in_words

    return {
        "key": rule.key,
        "section": part.letter,
        "duty": rule.duty,
        "kind": rule.kind.value,
        "owed_by": rule.owed_by,
        "owed_to": rule.owed_to,
        "limit": limit_in_words(rule, RULES),
        "law": [{"citation": str(law), "url": law.url} for law in rule.laws],
        "code": rule.code,
        "confidence": rule.confidence.value,
    }


def _part(part: Part) -> dict[str, Json]:
    return {
        "heading": part.heading,
        "lines": [_line(line) for line in part.lines],
        "groups": [
            {"title": group.title, "lines": [_line(line) for line in group.lines]}
            for group in part.groups
        ],
    }


def _line(line: Line) -> dict[str, Json]:
    law = line.law
    return {
        "text": line.text,
        "citation": str(law) if law else None,
        "url": law.url if law else None,
        "rule": line.rule or None,
    }


def _words(line: Line) -> str:
    said = [line.text, line.rule, f"[{line.law}]" if line.law else ""]
    return " ".join(filter(None, said))


def _answer(happening: Happening, answer: Answer) -> dict[str, Json]:
    return {
        "event": happening.kind.value,
        "on": happening.on.isoformat(),
        "dates": [_dated(dated) for dated in answer.dated],
        "no_date": [{"rule": lost.clock.key, "why": lost.why} for lost in answer.no_date],
        "beside": [
            {"rule": beside.rule.key, "how_soon": words, "only_if": beside.only_if or None}
            for words, beside in _beside(answer)
        ],
        "holds": [
            {
                "rule": span.key,
                "status": held.status,
                "since": held.since.isoformat() if held.since else None,
                "until": held.until.isoformat() if held.until else None,
            }
            for span, held in answer.held
        ],
    }


def _dated(dated: Dated) -> dict[str, Json]:
    return {
        "rule": dated.clock.key,
        "due": dated.due.isoformat(),
        "kind": dated.clock.kind.value,
        "statutory": dated.deadline.limit.statutory,
        "only_if": dated.only_if or None,
        "why": [_sentence(sentence) for sentence in dated.why],
        "confidence": dated.clock.confidence.value,
    }


def _sentence(sentence: Sentence) -> dict[str, Json]:
    law = sentence.law
    return {
        "text": sentence.text,
        "citation": str(law) if law else None,
        "url": law.url if law else None,
    }
