"""`sendpath law diff`: what would change if the law were another, on paper or over every case."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from sendpath.casework.selectors.rehearsal import Affected
    from sendpath.core.law.history import Json
    from sendpath.core.law.rulebook import Rulebook

REFUSED = 3
NOW = "now"


@click.command(short_help="Compare two versions of the law, on paper or over every case.")
@click.argument("before")
@click.argument("after")
@click.option("--cases", "over_cases", is_flag=True, help="List the open dates that would change.")
@click.option("--json", "as_json", is_flag=True, help="One JSON value a line, for programs.")
def diff(before: str, after: str, over_cases: bool, as_json: bool) -> None:
    """Say what changes between two versions of the law. Nothing is applied.

    BEFORE and AFTER are each `now`, the id of a version the product holds (docs/law.md lists
    them: the law is taken as if nothing later had come), or a YAML file with a rule set to
    rehearse (docs/how-to/rehearse-a-law.md). With --cases the command reads the record and lists
    every open date that would be another, by case. Exit code 1 if anything differs, 3 if a
    version is not known or a file cannot be read.
    """
    answer = _over_cases if over_cases else _on_paper
    differs = answer(_book(before), _book(after), as_json=as_json)
    raise SystemExit(1 if differs else 0)


def _book(name: str) -> Rulebook:
    from sendpath.core.law.rulebook import CURRENT
    from sendpath.core.law.rulesets import RULESETS
    from sendpath.core.law.what_if import BadRuleset, law_made_by, rehearsal

    if name == NOW:
        return CURRENT
    ruleset = RULESETS.get(name)
    if ruleset and ruleset.since:
        return law_made_by(ruleset.since)
    if ruleset:
        raise _refused(f"“{name}” has no day on which it begins, so it applies to nothing.")
    try:
        return rehearsal(_written(Path(name)))
    except BadRuleset as fault:
        raise _refused(f"{name}: {fault}") from fault


def _written(file: Path) -> dict[str, Json]:
    from sendpath.config.plain_yaml import BadYaml, read

    if not file.is_file():
        raise _refused(
            f"“{file}” is neither a version of the law nor a file. `sendpath law rules` and "
            "docs/law.md list the versions."
        )
    try:
        written = read(file.read_text("utf-8"))
    except (BadYaml, UnicodeDecodeError) as fault:
        raise _refused(f"{file.name}: {fault}") from fault
    if not isinstance(written, dict):
        raise _refused(f"{file.name}: a rule set needs “id”, “from” and “changes”.")
    return written


def _refused(why: str) -> SystemExit:
    click.echo(why, err=True)
    return SystemExit(REFUSED)


def _on_paper(before: Rulebook, after: Rulebook, *, as_json: bool) -> bool:
    from sendpath.core.law.what_if import limits_that_differ

    found = limits_that_differ(before, after)
    for key, old, new in found:
        if as_json:
            values: dict[str, Json] = {"clock": key, "before": list(old), "after": list(new)}
            click.echo(json.dumps(values, ensure_ascii=False))
        else:
            click.echo(f"{key}")
            click.echo(f"  before: {'; '.join(old) or 'no time limit'}")
            click.echo(f"  after:  {'; '.join(new) or 'no time limit'}")
    if not as_json:
        click.echo(f"{len(found)} time limits differ." if found else "No time limit differs.")
    return bool(found)


def _over_cases(before: Rulebook, after: Rulebook, *, as_json: bool) -> bool:
    from sendpath.config.cli import start_django

    start_django()
    from sendpath.casework.selectors.rehearsal import changed_dates_for_rehearsal

    by_clock: Counter[str] = Counter()
    cases: set[int] = set()
    for affected in changed_dates_for_rehearsal(before, after, progress=_progress):
        by_clock[affected.difference.clock.key] += 1
        cases.add(affected.case_id)
        click.echo(_as_json(affected) if as_json else _in_words(affected))
    if not as_json:
        dates = sum(by_clock.values())
        click.echo(f"{dates} open dates of {len(cases)} cases would be others.")
        click.echo("Nothing was changed.")
        for key, count in by_clock.most_common():
            click.echo(f"  {key}: {count}")
    return bool(by_clock)


def _progress(seen: int, total: int) -> None:
    click.echo(f"{seen} of {total} cases looked at", err=True)


def _as_json(affected: Affected) -> str:
    d = affected.difference
    return json.dumps(
        {
            "case": f"C{affected.case_id:06d}",
            "clock": d.clock.key,
            "run": d.run,
            "started_on": d.started_on.isoformat(),
            "before": d.before.isoformat() if d.before else None,
            "after": d.after.isoformat() if d.after else None,
        },
        ensure_ascii=False,
    )


def _in_words(affected: Affected) -> str:
    d = affected.difference
    name = f"{d.clock.key} ({d.run})" if d.run else d.clock.key
    return f"C{affected.case_id:06d}  {name}  {d.before or 'no date'} -> {d.after or 'no date'}"
