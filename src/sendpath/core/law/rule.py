"""What every rule of SEND law has in common, and the kinds of rule there are.

A rule that sets a date is a `Clock` (see `clock`). The others are stated here: a duty with no
number of days, what an act must contain, a date that another clock works out, something that
holds for a time, and what is not yet law. Each is data; none counts a day itself.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from sendpath.core.casefile.events import Event, Fact, Kind, day_in
from sendpath.core.dates import BeyondCalendar, Calendars, deemed_served
from sendpath.core.law.source import IN_FORCE, Confidence, Law

Value = date | int | bool | str
"""An answer that a rule gives beside its date: a day, a count, yes or no, or a code."""


class RuleKind(StrEnum):
    """What sort of rule it is. Kept apart wherever rules are shown: guidance is not law."""

    DUTY = "duty"
    RIGHT = "right"
    GUIDANCE = "guidance"
    STANDARD = "standard"
    """A level of service to be measured against, such as 18 weeks."""
    STATE = "state"
    """Something that holds, for a time or while a plan is in force."""
    DERIVED = "derived"
    """A day that follows from another rule and that no provision names."""
    FUTURE = "future"
    """Enacted and not in force, or only proposed. Never shown as law."""


class Repeats(StrEnum):
    """What a second start means while a run is open."""

    FIRST_COUNTS = "the first counts until the case closes"
    EACH = "every start is a run of its own"
    BY_KEY = "one run for each key; a repeat of an open one is ignored"
    SUPERSEDES = "a later start ends the run before it"
    REVIEWS = "runs from one completed review to the next"
    PLANNED = "the start is a date ahead, and what is done before it counts"
    YEARLY = "the first in a school year counts"


class UncountedDay(BeyondCalendar):
    """An event whose day in law cannot be counted, as no calendar we hold goes so far."""

    def __init__(self, event: Event, why: str) -> None:
        super().__init__(why)
        self.event = event


# A loop, not all(): this is asked of every event by every clock in a nightly rebuild.
def allowed(event: Event, facts: Mapping[str, Container[Fact]]) -> bool:
    """Say whether each fact named has one of the values allowed it."""
    for name, values in facts.items():
        if event.facts.get(name) not in values:
            break
    else:
        return True
    return False


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """An event that matters to a rule, where its facts say so, in words for a reader.

    `facts` holds the values allowed: a set, in which None lets the fact be missing, or a range
    of numbers. The day is that of the event, or of the fact `day_from` where it is present.
    """

    kind: Kind
    words: str
    facts: Mapping[str, Container[Fact]] = field(default_factory=dict)
    day_from: str = ""
    provisional: bool = False
    """A start that gives way to a firm one: a draft was sent, then served."""
    implied: bool = False
    """It shows that the duty was done by then, though the doing itself is not on record."""
    by_post: bool = False
    """The day that counts is the one on which a letter is taken to have arrived."""
    while_in_time: bool = False
    """It ends a run only up to its last day: what comes later undoes no failure."""

    def meets(self, event: Event) -> bool:
        """Say whether the facts of an event of this kind are those that matter."""
        return allowed(event, self.facts)

    def day_of(self, event: Event, calendars: Calendars) -> date:
        """Return the day that the law looks at.

        Raises `UnrealDay` where it is none, `UncountedDay` where a letter's days in the post
        lie past the end of a calendar.
        """
        if self.day_from and (written := day_in(event, self.day_from)):
            return written
        if self.by_post and (method := event.facts.get("method")):
            try:
                return deemed_served(event.occurred_on, str(method), calendars)
            except (BeyondCalendar, OverflowError) as fault:
                raise UncountedDay(event, str(fault)) from fault
        return event.occurred_on


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortfall:
    """Something that looks like doing the duty and is not."""

    when: When
    reason: str
    law: Law


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule: what it asks, of whom, for whom, and how sure we are of its wording."""

    key: str
    duty: str
    kind: RuleKind
    owed_by: str
    owed_to: str
    confidence: Confidence
    law: Law | None = None
    """The provision that states it. A clock's is in each of its limits instead."""
    ruleset: str = "ENG-2014"
    """The version of the law that brought it. A clock's is in each of its limits instead."""
    code: str = ""
    """Paragraphs of the Code of Practice, if it has any."""
    also: tuple[Law, ...] = ()
    """Provisions to read with the rule's own."""
    follows: str = ""
    """What happens next, and what it means for the family if it is late."""

    @property
    def laws(self) -> tuple[Law, ...]:
        """The provisions the rule rests on, its own first."""
        return (self.law, *self.also) if self.law else self.also


Unless = Callable[[Event, Sequence[Event]], tuple[Event, str] | None]
"""Given a start and the whole history: the event because of which nothing is owed, in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Started(Rule):
    """A rule that an event starts and another event meets, whether or not it sets a date."""

    starts: tuple[When, ...]
    done_by: tuple[When, ...] = ()
    ended_by: tuple[When, ...] = ()
    reopened_by: tuple[When, ...] = ()
    settled_by: tuple[When, ...] = ()
    """After one of these an ended run is not reopened."""
    needless_after: tuple[When, ...] = ()
    """After one of these a start starts nothing: it is done already, or another rule applies."""
    needed_again_after: tuple[When, ...] = ()
    """What opens the way for a start again, such as a new appeal."""
    closes_case: tuple[When, ...] = ()
    """After one of these a new start is a new run, where otherwise the first counts."""
    notices: tuple[When, ...] = ()
    """Where a decision is on record without its own notice, the notice gives the day."""
    not_notice_after: frozenset[Kind] = frozenset()
    """A notice without a type that follows one of these is about something later."""
    extends: tuple[When, ...] = ()
    """What the second limb of a limit runs from."""
    extends_from_before: bool = False
    """The second limb runs from the latest of `extends` since the run before, though it came
    before the start."""
    extends_after: tuple[When, ...] = ()
    """If the first of these came only after the first limb ended, the second does not govern."""
    ages: Container[int | None] | None = None
    """The ages, in whole years on the day it starts, of those it is about; None among them if
    it is for somebody whose birth is not on record too."""
    only_if: tuple[When, ...] = ()
    """A run counts only if one of these came about while it was open."""
    unless: Unless | None = None
    """Finds in what came before a start why nothing is owed on it."""
    broken_by: tuple[When, ...] = ()
    """What the council may not do inside a window."""
    opened_by: tuple[When, ...] = ()
    """A date ahead comes about with the first of these, and what follows is about the next."""
    shortfalls: tuple[Shortfall, ...] = ()
    repeats: Repeats = Repeats.EACH
    run_named_by: tuple[str, ...] = ()
    counted_from: tuple[When, ...] = ()
    """Time runs from the latest of these before the start; without one nothing is counted."""
    new_matter: tuple[When, ...] = ()
    """What opens a new matter of the same sort: an end touches no run that is older."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Undated(Started):
    """A duty with no number of days: “as soon as practicable”, “without delay”, “before”.

    It is never overdue. How long it has been waiting is shown, because delay can be a breach.
    """

    how_soon: str
    """The law's own measure, as it ends the sentence “It must be done …”."""
    since: date = IN_FORCE
    ruleset: str = "ENG-2014"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents(Rule):
    """What an act must contain. Each part is a fact of the event and what to call it."""

    acts: tuple[When, ...]
    parts: tuple[tuple[str, str], ...]
    otherwise: str
    """What follows where a part is missing, as a sentence."""

    def missing(self, event: Event) -> tuple[str, ...]:
        """Return the parts that the record says were left out, in words.

        A part that the record does not speak of is not said to be missing.
        """
        return tuple(words for fact, words in self.parts if event.facts.get(fact) is False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Delegated(Rule):
    """A rule whose date another clock works out, or is a milestone of it."""

    counted_by: tuple[str, ...]
    """Keys of clocks: one, or several where the rule only says which limits apply."""
    milestone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Continuing(Rule):
    """Something that holds or may be asked for at any time, and sets no day."""

    says: str
    """The rule in one plain sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """Something that holds for a time in one case.

    `since` is its first day and `until` its last, None where it is open or not yet known.
    `status` is a code, listed with the rule; `figures` are the days and counts it turned on,
    by name, each with its words.
    """

    status: str
    says: str
    since: date | None
    until: date | None
    because: Event
    figures: tuple[tuple[str, str, Value], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Span(Rule):
    """A rule by which something holds from a day or until a day: a bar, a right, a cap."""

    statuses: Mapping[str, str]
    """The codes that `Held.status` may have, each with its meaning."""
    reads: Callable[[Sequence[Event], Calendars], tuple[Held, ...]]
    """Works it out from standing events. Raises `BeyondCalendar` as counting does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed(Rule):
    """Something enacted and not in force, or only announced. It is never applied to a case."""

    status: str
    """How far it has got, as a sentence."""
    says: str
    meanwhile: str = ""
    """The key of the rule that applies until then."""
    asked_by: tuple[When, ...] = ()
    """What in a case would come under it, and today comes under `meanwhile`."""
