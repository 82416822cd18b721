"""The words in which a statutory time limit is stated.

One file in `clocks/` states one limit, as data: what starts it, what does it, what ends it
undone, how long it allows under each version of the law. `runs` reads such a statement
against a case's events; nothing here knows any regulation by name.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from sendpath.core.casefile.events import Event, Fact, Kind
from sendpath.core.dates import Calendars, deemed_served, in_words
from sendpath.core.law.counting import Count, Ends
from sendpath.core.law.source import IN_FORCE, Confidence, Law


class NoLawInForce(LookupError):
    """A clock started on a day for which no time limit is written down."""


class Duty(StrEnum):
    """Whether something must be done, should be done, or may be done."""

    DUTY = "duty"
    GUIDANCE = "guidance"
    RIGHT = "right"
    WINDOW = "window"
    """Time that the council must leave to the family. Its end is nobody's failure."""


class Repeats(StrEnum):
    """What a second start means while a run is open."""

    FIRST_COUNTS = "the first counts until the case closes"
    EACH = "every start is a run of its own"
    BY_KEY = "one run for each key; a repeat of an open one is ignored"
    SUPERSEDES = "a later start ends the run before it"
    REVIEWS = "runs from one completed review to the next"
    PLANNED = "the start is a date ahead, and what is done before it counts"


# A loop, not all(): this is asked of every event by every clock in a nightly rebuild.
def _allowed(event: Event, facts: Mapping[str, frozenset[Fact]]) -> bool:
    for name, values in facts.items():
        if event.facts.get(name) not in values:
            break
    else:
        return True
    return False


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """An event that matters to a clock, where its facts say so, in words for a reader.

    `facts` names the values allowed; None among them allows the fact to be missing. The day
    is that of the event, or of the fact `day_from` where it is present.
    """

    kind: Kind
    words: str
    facts: Mapping[str, frozenset[Fact]] = field(default_factory=dict)
    day_from: str = ""
    provisional: bool = False
    """A start that gives way to a firm one: a draft was sent, then served."""
    implied: bool = False
    """It shows that the duty was done by then, though the doing itself is not on record."""
    by_post: bool = False
    """The day that counts is the one on which a letter is taken to have arrived."""

    def meets(self, event: Event) -> bool:
        """Say whether the facts of an event of this kind are those that matter."""
        return _allowed(event, self.facts)

    def day_of(self, event: Event, calendars: Calendars) -> date:
        """Return the day that the law looks at."""
        if self.day_from and (written := event.facts.get(self.day_from)):
            return date.fromisoformat(str(written))
        if self.by_post and (method := event.facts.get("method")):
            return deemed_served(event.occurred_on, str(method), calendars)
        return event.occurred_on


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A second way of reading a limit, shown beside the one we go by."""

    words: str
    count: Ends
    needs: str = ""
    """A fact of the starting event without which this reading cannot be counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """How long a duty allows, for clocks that start from `since` to `until`."""

    count: Count
    law: Law
    ruleset: str = "ENG-2014"
    since: date = IN_FORCE
    until: date | None = None
    facts: Mapping[str, frozenset[Fact]] = field(default_factory=dict)
    readings: tuple[Reading, ...] = ()
    or_later: Count | None = None
    """A second limb, from an event in `Clock.extends`, that governs if it ends later."""
    tribunal: bool = False
    """The last day is moved as HESC rule 12 moves it, and ends at 5 pm."""
    statutory: bool = True
    """False for a date that councils keep although no law sets it."""

    def covers(self, day: date, event: Event) -> bool:
        """Say whether a clock started on `day` by `event` runs under this limit."""
        return (
            self.since <= day
            and (self.until is None or day <= self.until)
            and (not self.facts or _allowed(event, self.facts))
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
    days: int
    """Counted from the due date; negative before it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortfall:
    """Something that looks like doing the duty and is not."""

    when: When
    reason: str
    law: Law


@dataclass(frozen=True, slots=True, kw_only=True)
class Appeal:
    """An outcome that the family may take to the Tribunal, and the law that lets them."""

    when: When
    law: Law


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """A duty with a time limit: what starts it, what meets it, what ends it."""

    key: str
    duty: str
    kind: Duty
    owed_by: str
    owed_to: str
    starts: tuple[When, ...]
    done_by: tuple[When, ...]
    limits: tuple[Limit, ...]
    confidence: Confidence
    code: str
    """Paragraphs of the Code of Practice."""
    also: tuple[Law, ...] = ()
    """Provisions to read with the one in the limit."""
    ended_by: tuple[When, ...] = ()
    reopened_by: tuple[When, ...] = ()
    settled_by: tuple[When, ...] = ()
    """After one of these an ended run is not reopened."""
    closes_case: tuple[When, ...] = ()
    """After one of these a new start is a new run, where otherwise the first counts."""
    notices: tuple[When, ...] = ()
    """Where a decision is on record without its own notice, the notice gives the day."""
    not_notice_after: frozenset[Kind] = frozenset()
    """A notice without a type that follows one of these is about something later."""
    extends: tuple[When, ...] = ()
    extends_after: tuple[When, ...] = ()
    """If the first of these came only after the first limb ended, the second does not govern."""
    broken_by: tuple[When, ...] = ()
    """What the council may not do inside a window."""
    shortfalls: tuple[Shortfall, ...] = ()
    repeats: Repeats = Repeats.EACH
    run_named_by: tuple[str, ...] = ()
    grounds: tuple[Ground, ...] = ()
    other_period: Reading | None = None
    """Another reading of the period in which a ground must have arisen."""
    relaxations: tuple[Relaxation, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    appeals: tuple[Appeal, ...] = ()
    follows: str = ""
    """What happens next, and what it means for the family if it is late."""
    otherwise: str = ""
    """The clock whose duty this is the other way to meet: a list needs to show one of them."""
    verified_on: date | None = None

    def limit_on(self, start: date, event: Event) -> Limit:
        """Return the limit in force on the day the clock started."""
        for limit in self.limits:
            if limit.covers(start, event):
                return limit
        raise NoLawInForce(
            f"No time limit for “{self.duty}” is written down for clocks starting on "
            f"{in_words(start)}. Check the date; if it is right, add a Limit that covers it "
            f"to core/law/clocks/{self.key}.py."
        )
