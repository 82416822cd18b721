"""What recording a fact would change, worked out before anything is saved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from django.core.exceptions import ValidationError

from sendpath.casework.models import Case
from sendpath.casework.selectors.timeline import copied
from sendpath.casework.selectors.to_check import ToCheck, to_check
from sendpath.casework.selectors.words import duty_in_words, stage_in_words, standing_in_words
from sendpath.core.casefile.events import Event, Fact, Kind, standing, with_birth
from sendpath.core.casefile.progress import Progress, progress
from sendpath.core.law.deadlines import reckon
from sendpath.core.law.evaluation import Evaluation
from sendpath.core.law.history import as_at
from sendpath.establishments.selectors import calendars
from sendpath.web import clock

NOTHING = "not owed"


class Proposal(Protocol):
    """A fact that somebody is about to record: what `services.record.NewEvent` is."""

    @property
    def kind(self) -> Kind: ...

    @property
    def occurred_on(self) -> date: ...

    @property
    def facts(self) -> Mapping[str, Fact]: ...

    @property
    def replaces(self) -> int | None: ...

    @property
    def voids(self) -> int | None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One deadline, or the stage, that would not be what it is now."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What would change, what there would be to check, and the last entry this rests on."""

    changes: tuple[Change, ...]
    to_check: tuple[ToCheck, ...]
    after_entry: int


def preview(*, case: Case, proposal: Proposal) -> Preview:
    """Return what would change if this were recorded now. Nothing is saved.

    Raises ValidationError for a date outside the law and the calendars we hold.
    """
    rows = list(case.events.all())
    events = with_birth((row.as_event() for row in rows), case.person.birth_date)
    last = max(event.number for event in events)
    with_it = (*events, _event(proposal, last + 1))
    undatable = reckon(standing(with_it), calendars()).undatable
    if any(lost.mistyped and lost.trigger.number == last + 1 for lost in undatable):
        raise ValidationError(
            "We hold no time limits for a date so far back or ahead. Check the year.",
            code="beyond",
        )
    before, after = (
        progress(record, on=clock.today(), copied=copied(rows)) for record in (events, with_it)
    )
    changes = _changes(_standings(events, before), _standings(with_it, after))
    return Preview(
        changes=tuple(changes),
        to_check=tuple(_new(before, after, with_it)),
        after_entry=last,
    )


def _new(before: Progress, after: Progress, record: Sequence[Event]) -> list[ToCheck]:
    """Return what would have to be checked once this is saved, and has not to be now."""
    entry = record[-1]
    known = {(warning.number, warning.code, warning.says) for warning in before.warnings}
    found = []
    for warning in after.warnings:
        # a correction takes the place of what it corrects, and brings nothing that was there
        number = entry.replaces if warning.number == entry.number else warning.number
        if (number, warning.code, warning.says) not in known:
            found.append(warning)
    return to_check(found, record, proposed=entry.number)


def _event(proposal: Proposal, number: int) -> Event:
    return Event(
        number=number,
        kind=proposal.kind,
        occurred_on=proposal.occurred_on,
        recorded_at=clock.now(),
        facts=proposal.facts,
        replaces=proposal.replaces,
        voids=proposal.voids,
    )


def _standings(events: Sequence[Event], found: Progress) -> dict[str, str]:
    stage = {"Stage of the case": stage_in_words(found)}
    return stage | _named(as_at(events, clock.today(), calendars()))


def _named(evaluations: Iterable[Evaluation]) -> dict[str, str]:
    """Return each deadline's standing by its name; a second of one name is counted."""
    seen: Counter[str] = Counter()
    found: dict[str, str] = {}
    for evaluation in evaluations:
        name = duty_in_words(evaluation)
        seen[name] += 1
        numbered = name if seen[name] == 1 else f"{name} ({seen[name]})"
        found[numbered] = standing_in_words(evaluation)
    return found


def _changes(now: Mapping[str, str], then: Mapping[str, str]) -> Iterable[Change]:
    for name in dict.fromkeys((*now, *then)):
        before, after = now.get(name, NOTHING), then.get(name, NOTHING)
        if before != after:
            yield Change(name=name, before=before, after=after)
