"""What would change if the law were another: tried on cases, applied to nothing.

Two books of law are read against the same history. The law as it stood before a change can be
compared with the law after it; a change that is only being thought about is written in a file
and rehearsed before anyone decides.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sendpath.core.casefile.events import Event
from sendpath.core.dates import Calendars
from sendpath.core.law.clock import Clock, Limit
from sendpath.core.law.clocks import CLOCKS
from sendpath.core.law.counting.read import BadCount, read_count
from sendpath.core.law.deadline import Deadline
from sendpath.core.law.deadlines import deadlines
from sendpath.core.law.history import Json
from sendpath.core.law.rulebook import CURRENT, Rulebook
from sendpath.core.law.source import Law

KEYS = {"id", "says", "from", "changes"}
CHANGE_KEYS = {"limit", "law", "url"}


class BadRuleset(ValueError):
    """A rule set to rehearse that cannot be read; the message says what to write instead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One open date that is not the same under both books of law.

    `before` or `after` is None where that book sets no date for it.
    """

    clock: Clock
    run: str
    started_on: date
    before: date | None
    after: date | None


def law_made_by(day: date) -> Rulebook:
    """Return the law as if nothing that came into force after a day ever had.

    A limit that a later one replaced goes on without end; a rule that began later is left out.
    """
    kept = (_as_made_by(clock, day) for clock in CLOCKS.values())
    return Rulebook(f"the law made by {day.isoformat()}", [clock for clock in kept if clock])


def _as_made_by(clock: Clock, day: date) -> Clock | None:
    limits = [limit for limit in clock.limits if limit.since <= day]
    if not limits:
        return None
    dropped = [limit for limit in clock.limits if limit.since > day]
    return replace(
        clock,
        limits=tuple(_lasting(limit, dropped) for limit in limits),
        relaxations=tuple(law for law in clock.relaxations if law.since <= day),
    )


def _lasting(limit: Limit, dropped: Sequence[Limit]) -> Limit:
    if limit.until is None:
        return limit
    next_day = limit.until + timedelta(days=1)
    replaced = any(later.since == next_day and later.facts == limit.facts for later in dropped)
    return replace(limit, until=None) if replaced else limit


def rehearsal(written: Mapping[str, Json], base: Rulebook = CURRENT) -> Rulebook:
    """Return a book of law with the changes that a rule set asks for.

    `written` is {"id", "says", "from", "changes": {clock: {"limit": "18 weeks after", "law",
    "url"}}}. A clock that starts on or after “from” goes by the new limit; its grounds, its
    appeals and what starts and meets it stay. Raises `BadRuleset`.
    """
    if set(written) - KEYS or not {"id", "from", "changes"} <= set(written):
        raise BadRuleset("A rule set needs “id”, “from” and “changes”, and may have “says”.")
    name, since, changes = str(written["id"]), _day(written["from"]), written["changes"]
    if not isinstance(changes, dict) or not changes:
        raise BadRuleset("“changes” must name at least one clock, with its new “limit”.")
    new = dict(base.clocks)
    for key, change in changes.items():
        if key not in new:
            raise BadRuleset(f"“{key}” is no clock. `sendpath law rules` lists them.")
        if not isinstance(change, dict) or "limit" not in change or set(change) - CHANGE_KEYS:
            raise BadRuleset(f"“{key}” needs a “limit”, and may have “law” and “url”.")
        new[key] = _changed(new[key], change, name, since)
    return Rulebook(name, new.values())


def _day(value: Json) -> date:
    try:
        return date.fromisoformat(str(value))
    except ValueError as wrong:
        raise BadRuleset(f"“from” must be a real date like 2027-09-01, not “{value}”.") from wrong


def _changed(clock: Clock, change: Mapping[str, Json], name: str, since: date) -> Clock:
    try:
        count = read_count(str(change["limit"]))
    except BadCount as wrong:
        raise BadRuleset(f"{clock.key}: {wrong}") from wrong
    law = Law(str(change.get("law") or f"Rehearsal {name}"), "not law", str(change.get("url", "")))
    new = replace(
        clock.now, count=count, law=law, ruleset=name, since=since, until=None, readings=()
    )
    return replace(clock, limits=(new, *_until(clock.limits, since - timedelta(days=1))))


def _until(limits: Iterable[Limit], last: date) -> Iterator[Limit]:
    for limit in limits:
        if limit.since <= last:
            ends = last if limit.until is None else min(last, limit.until)
            yield replace(limit, until=ends)


def limits_that_differ(
    before: Rulebook, after: Rulebook
) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """Return the clocks whose limits two books do not agree on, each limit in words."""
    pairs = (
        (key, _in_words(before.clocks.get(key)), _in_words(after.clocks.get(key)))
        for key in sorted({**before.clocks, **after.clocks})
    )
    return [(key, old, new) for key, old, new in pairs if old != new]


def _in_words(clock: Clock | None) -> tuple[str, ...]:
    if clock is None:
        return ()
    limits = [
        f"{limit.count} for starts from {limit.since}{f' to {limit.until}' if limit.until else ''}"
        f" ({limit.ruleset})"
        for limit in clock.limits
    ]
    return (*limits, *(f"relaxed from {law.since} to {law.until}" for law in clock.relaxations))


def differences(
    history: Sequence[Event], calendars: Calendars, before: Rulebook, after: Rulebook
) -> tuple[Difference, ...]:
    """Return the open dates of a case that two books of law do not agree on, by clock.

    `history` is what `standing` returns. Open is what was neither done nor ended.
    """
    old, new = (_open(deadlines(history, calendars, book)) for book in (before, after))
    places = {**new, **old}
    return tuple(
        Difference(
            clock=places[place].clock,
            run=places[place].run,
            started_on=places[place].started_on,
            before=_due(old.get(place)),
            after=_due(new.get(place)),
        )
        for place in sorted(places)
        if _due(old.get(place)) != _due(new.get(place))
    )


_Place = tuple[str, str, date, int]


def _open(found: Iterable[Deadline]) -> dict[_Place, Deadline]:
    return {
        (d.key, d.run, d.started_on, d.trigger.number): d
        for d in found
        if d.done is None and d.ended is None
    }


def _due(deadline: Deadline | None) -> date | None:
    return deadline.due if deadline else None
