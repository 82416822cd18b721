"""The words in which a time limit is stated.

One file in `clocks/` states one limit, as data: what starts it, what does it, what ends it
undone, how long it allows under each version of the law. `runs` reads such a statement
against a case's events; nothing here knows any regulation by name.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from sendpath.core.casefile.events import Event, Fact, Kind
from sendpath.core.dates import Calendars, in_words
from sendpath.core.law.counting import Count, Ends
from sendpath.core.law.rule import Started, Value, When, allowed
from sendpath.core.law.source import IN_FORCE, Law

TRIBUNAL_CLOSES = "17:00"
"""HESC Rules 2008, rule 12(1): an act done after 5 pm is done on the next day."""


class NoLawInForce(LookupError):
    """A clock started on a day for which no time limit is written down."""


class Moves(StrEnum):
    """Where a last day that is a day off goes. Most duties stay where they end."""

    NEVER = "it stays where it ends"
    TRIBUNAL = "as HESC rule 12 moves the last day for starting a case"
    NEXT_WORKING_DAY = "to the next working day"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A second way of reading a limit, shown beside the one we go by."""

    words: str
    count: Ends
    needs: str = ""
    """A fact of the starting event without which this reading cannot be counted."""
    strict: bool = False
    """Alerts go by it, because it is the safer one."""
    ambiguity: str = ""
    """Its entry in the register of `ambiguities`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """How long a duty allows, for clocks that start from `since` to `until`."""

    count: Count
    law: Law
    ruleset: str = "ENG-2014"
    since: date = IN_FORCE
    until: date | None = None
    facts: Mapping[str, Container[Fact]] = field(default_factory=dict)
    kinds: frozenset[Kind] = frozenset()
    """The kinds of start it is for; every one that the clock has, if empty."""
    readings: tuple[Reading, ...] = ()
    or_later: Count | None = None
    """A second limb, from an event in `Clock.extends`, that governs if it ends later."""
    given_by: str = ""
    """A fact of the starting event that gives the last day itself, as a Tribunal's order may."""
    no_later_than: str = ""
    """A fact of the starting event that gives the day for the last of several steps. An earlier
    step, which this is, need not be done later for it, but is due by then at the latest."""
    moves: Moves = Moves.NEVER
    closes_at: str = ""
    """The hour at which the last day ends, HH:MM; midnight if empty."""
    statutory: bool = True
    """False for a date that councils keep although no law sets it."""

    @property
    def tribunal(self) -> bool:
        """Whether it is for starting a case at the Tribunal."""
        return self.moves is Moves.TRIBUNAL

    def covers(self, day: date, event: Event) -> bool:
        """Say whether a clock started on `day` by `event` runs under this limit."""
        return (
            self.since <= day
            and (self.until is None or day <= self.until)
            and (not self.kinds or event.kind in self.kinds)
            and (not self.facts or allowed(event, self.facts))
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Relaxation:
    """A law in force for a time that took the number out of a limit, for one reason only."""

    ruleset: str
    code: str
    law: Law
    since: date
    until: date
    words: str

    def touches(self, start: date, due: date) -> bool:
        """Say whether a clock started, or ran out, while it was in force."""
        if start > self.until or due < self.since:
            return False
        return self.since <= start or due <= self.until


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """A reason in law for which a limit need not be met while it makes that impractical."""

    code: str
    law: Law


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone:
    """A date worked out from a clock that is not itself a limit."""

    key: str
    words: str
    days: int = 0
    """Counted from the due date; negative before it."""
    count: Ends | None = None
    """Counted from the day the clock started instead, where it is given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Appeal:
    """An outcome that the family may take to the Tribunal, and the law that lets them."""

    when: When
    law: Law


Told = tuple[str, str, Value]
"""A number or an answer that one clock alone can give: its name, its words and its value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Beginning:
    """The events from which a clock's own figures are worked out."""

    trigger: Event
    started_on: date
    due: date
    done_on: date | None
    extended: Event | None
    history: Sequence[Event]
    calendars: Calendars


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock(Started):
    """A rule with a time limit: what starts it, what meets it, what ends it, how long it is."""

    limits: tuple[Limit, ...]
    window: bool = False
    """Time that must be left to somebody else. Its end is nobody's failure."""
    reply_by: str = ""
    """The fact of a notice that says how long it allows, which must not end inside a window."""
    grounds: tuple[Ground, ...] = ()
    other_period: Reading | None = None
    """Another reading of the period in which a ground must have arisen."""
    relaxations: tuple[Relaxation, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    appeals: tuple[Appeal, ...] = ()
    tells: Callable[[Beginning], Iterable[Told]] | None = None
    """Works out what only this clock can say, beside its date."""
    otherwise: str = ""
    """The clock whose duty this is the other way to meet: a list needs to show one of them."""

    @property
    def laws(self) -> tuple[Law, ...]:
        """The provisions the rule rests on: that of the limit in force now, then the others."""
        return (self.now.law, *self.also)

    @property
    def now(self) -> Limit:
        """The limit that applies to a clock started today, the statutory one if there are two."""
        lasting = [limit for limit in self.limits if limit.until is None]
        return next((limit for limit in lasting if limit.statutory), self.limits[-1])

    def limit_on(self, start: date, event: Event) -> Limit:
        """Return the limit in force on the day the clock started.

        Raises `NoLawInForce` if none is.
        """
        for limit in self.limits:
            if limit.covers(start, event):
                return limit
        raise NoLawInForce(
            f"No time limit for “{self.duty}” is known for a start on {in_words(start)}. "
            f"The first one began on {in_words(min(limit.since for limit in self.limits))}. "
            f"Look for a mistyped date."
        )
