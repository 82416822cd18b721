"""What recording a fact would change, worked out before anything is saved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from django.core.exceptions import ValidationError

from sendpath.casework.models import Case
from sendpath.casework.selectors.words import duty_in_words, standing_in_words
from sendpath.core.casefile.catalogue.stages import STAGES
from sendpath.core.casefile.events import Event, Fact, Kind, standing
from sendpath.core.casefile.stage import stage
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
    """What would change, and the last entry the answer was worked out from."""

    changes: tuple[Change, ...]
    after_entry: int


def preview(*, case: Case, proposal: Proposal) -> Preview:
    """Return what would change if this were recorded now. Nothing is saved.

    Raises ValidationError for a date outside the law and the calendars we hold.
    """
    events = [row.as_event() for row in case.events.all()]
    last = max((event.number for event in events), default=0)
    with_it = [*events, _event(proposal, last + 1)]
    undatable = reckon(standing(with_it), calendars()).undatable
    if any(lost.mistyped and lost.trigger.number == last + 1 for lost in undatable):
        raise ValidationError(
            "We hold no time limits for a date so far back or ahead. Check the year.",
            code="beyond",
        )
    then = _standings(with_it)
    return Preview(changes=tuple(_changes(_standings(events), then)), after_entry=last)


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


def _standings(events: Sequence[Event]) -> dict[str, str]:
    today = clock.today()
    found = {"Stage of the case": STAGES[stage(standing(events))].words}
    return found | _named(as_at(events, today, calendars()))


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
