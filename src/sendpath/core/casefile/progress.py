"""Where a case is, what is open beside it, and what in its record should be looked at again.

Nothing is refused here. An entry with an odd date, or one that does not follow from what is on
record before it, is taken as what it is, and a warning says so in words for an officer.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sendpath.core.casefile.catalogue import ENTRIES
from sendpath.core.casefile.catalogue.entry import Answer
from sendpath.core.casefile.events import Event, Kind, UnrealDay, day_in, standing
from sendpath.core.casefile.stage import TABLE
from sendpath.core.casefile.states import CaseWarning, Flag, Oddity, Stage
from sendpath.core.casefile.walk import Walk
from sendpath.core.law.source import IN_FORCE

LATE_AFTER = timedelta(days=28)
"""An entry made later than this after what it tells is remarked on. Four weeks leave time for
the post, a panel and a holiday; the shortest limit of an assessment is six, and a record that
trails by more than four can no longer warn of it."""
LONG_PAST = frozenset({Kind.PERSON_BORN, Kind.PLAN_MADE})
"""What is past before a council can have heard of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How a case stands at the end of a day.

    `beneath` is the stage that custody hides, and otherwise the stage itself. The warnings
    come in the order of the events they are about.
    """

    stage: Stage
    beneath: Stage
    flags: tuple[Flag, ...]
    warnings: tuple[CaseWarning, ...]


def progress(
    record: Iterable[Event], *, on: date, copied: Collection[int] = frozenset()
) -> Progress:
    """Return how a case stands at the end of the day `on`.

    `record` is the whole record, corrections included; of what no longer stands only the
    moment it was recorded is read. `copied` are the numbers of entries that came from a return
    or another system: they were bound to be recorded late, and lack what it has no place for.
    Events after `on` have not happened; they are warned of and left out.
    """
    events = tuple(record)
    history = standing(events)
    origins = _origins(events)
    copies = {event.number for event in history if origins[event.number].number in copied}
    walk = Walk(TABLE, copies).over(event for event in history if event.occurred_on <= on)
    found = [*walk.warnings, *_odd_dates(history, origins, on, copies)]
    place = {event.number: place for place, event in enumerate(history)}
    return Progress(
        stage=walk.stage,
        beneath=walk.beneath,
        flags=walk.flags.on(on, walk.beneath),
        warnings=tuple(sorted(found, key=lambda warning: place[warning.number])),
    )


def _origins(events: Iterable[Event]) -> Mapping[int, Event]:
    """Return each event's first version: a correction is as old as what it corrects."""
    first: dict[int, Event] = {}
    for event in sorted(events, key=lambda event: event.number):
        first[event.number] = first.get(event.replaces or -1, event)
    return first


def _odd_dates(
    history: Sequence[Event], origins: Mapping[int, Event], on: date, copies: Collection[int]
) -> Iterator[CaseWarning]:
    born = next((e.occurred_on for e in history if e.kind is Kind.PERSON_BORN), None)
    for event in history:
        day = event.occurred_on
        if day > on:
            yield _warning(event, Oddity.IN_THE_FUTURE, IN_THE_FUTURE)
        if born and day < born:
            yield _warning(event, Oddity.BEFORE_BIRTH, BEFORE_BIRTH.format(born=_plain(born)))
        elif day < IN_FORCE and event.kind in TABLE.moves:
            yield _warning(event, Oddity.IMPOSSIBLE_DATE, BEFORE_THE_LAW)
        for wrong in _unreal_dates(event):
            yield _warning(event, Oddity.IMPOSSIBLE_DATE, UNREAL.format(written=wrong))
        recorded_on = origins[event.number].recorded_at.date()
        late = recorded_on - day > LATE_AFTER and event.kind not in LONG_PAST
        if late and event.number not in copies:
            says = RECORDED_LATE.format(recorded=_plain(recorded_on), days=(recorded_on - day).days)
            yield _warning(event, Oddity.RECORDED_LATE, says)


def _unreal_dates(event: Event) -> Iterator[str]:
    for fact in _DATES.get(event.kind, ()):
        try:
            day_in(event, fact)
        except UnrealDay:
            yield str(event.facts[fact])


def _warning(event: Event, code: Oddity, says: str) -> CaseWarning:
    return CaseWarning(number=event.number, code=code, says=says)


def _plain(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


_DATES: dict[Kind, set[str]] = {}
for _entry in ENTRIES:
    for _question in _entry.questions:
        if _question.answer is Answer.DATE:
            _DATES.setdefault(_entry.kind, set()).add(_question.fact)

IN_THE_FUTURE = "This day has not come. Until it has, nothing follows from the entry."
BEFORE_BIRTH = "This is before the date of birth on record, {born}. Check both."
BEFORE_THE_LAW = "There were no EHC plans before 1 September 2014. Check the year."
UNREAL = "“{written}” is not a real date. Correct it."
RECORDED_LATE = "This was recorded on {recorded}, {days} days after it happened."
