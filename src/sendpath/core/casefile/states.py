"""The words in which the state machine of a case is written.

`stage` holds the table itself, as data: 29 numbered rows, each with the moves it stands for.
`walk` reads that table against a history; nothing here or there knows the law by name.
"""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import KW_ONLY, dataclass, field
from enum import StrEnum

from sendpath.core.casefile.events import Event, Fact, Kind


class Stage(StrEnum):
    """Where a case has got to. Stored and exported: never rename one."""

    # Enum's own hash is a Python call; a stage is looked up for every event of every case.
    __hash__ = str.__hash__

    NO_CASE = "no_case"
    REQUESTED = "requested"
    ASSESSING = "assessing"
    REFUSED = "refused"
    PLAN_AGREED = "plan_agreed"
    DRAFT = "draft"
    FINAL = "final"
    REVIEWING = "reviewing"
    AMENDING = "amending"
    REASSESSING = "reassessing"
    CEASING = "ceasing"
    CEASED = "ceased"
    NO_PLAN = "no_plan"
    TRANSFERRED_OUT = "transferred_out"
    DETAINED_KEPT = "detained_kept"


ANY = frozenset(Stage) - {Stage.DETAINED_KEPT}
"""Every stage but custody, which stands over one of the others and hides it."""
CLOSED = frozenset(
    {Stage.NO_CASE, Stage.REFUSED, Stage.NO_PLAN, Stage.CEASED, Stage.TRANSFERRED_OUT}
)
UNDECIDED = frozenset({Stage.REQUESTED, Stage.ASSESSING, Stage.PLAN_AGREED, Stage.DRAFT})
MAINTAINED = frozenset(
    {Stage.FINAL, Stage.REVIEWING, Stage.AMENDING, Stage.REASSESSING, Stage.CEASING}
)
"""A plan is in force: it must be secured, whatever else is being done about it."""


class Flag(StrEnum):
    """What is open beside the stage. Stored and exported: never rename one."""

    MEDIATION_OPEN = "mediation_open"
    APPEAL_OPEN = "appeal_open"
    EXCEPTION_OPEN = "exception_open"
    PHASE_YEAR = "phase_year"
    INTERIM_PLACEMENT = "interim_placement"


class Oddity(StrEnum):
    """Why an entry should be looked at again. None of them keeps it from being recorded."""

    MISSING_BEFORE = "missing_before"
    REPEATED = "repeated"
    OUT_OF_ORDER = "out_of_order"
    UNCLEAR = "unclear"
    TOO_SOON = "too_soon"
    WITHOUT_NOTICE = "without_notice"
    RECORDED_LATE = "recorded_late"
    BEFORE_BIRTH = "before_birth"
    IN_THE_FUTURE = "in_the_future"
    IMPOSSIBLE_DATE = "impossible_date"


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseWarning:
    """One thing to check: the number of the entry, why, and a sentence for an officer."""

    number: int
    code: Oddity
    says: str


class Guard(StrEnum):
    """A condition of law on a move, tested in `guards`."""

    DRAFT_SERVED = "draft_served"
    NO_APPEAL_OPEN = "no_appeal_open"
    APPEAL_OVER = "appeal_over"
    NOTICE_SENT = "notice_sent"


@dataclass(frozen=True, slots=True)
class Told:
    """An event of a kind, where its facts have one of the values named."""

    kind: Kind
    facts: Mapping[str, frozenset[Fact]] = field(default_factory=dict)

    # a loop, not all(): this is asked of every event in a nightly rebuild
    def meets(self, event: Event) -> bool:
        """Say whether the facts of an event of this kind are those named."""
        for name, values in self.facts.items():
            if event.facts.get(name) not in values:
                break
        else:
            return True
        return False


def told(kind: Kind, **facts: Fact | tuple[Fact, ...]) -> Told:
    """Return an event of a kind with a value, or one of several, for each fact named."""
    allowed = {
        name: frozenset(value if isinstance(value, tuple) else (value,))
        for name, value in facts.items()
    }
    return Told(kind, allowed)


@dataclass(frozen=True, slots=True)
class Odd:
    """Stages in which an event is not expected, and what is then said of it.

    The event moves the case all the same, unless it `stays`. With `of_entry` something is
    missing after the entry that brought the case to its stage, not before this one.
    """

    since: AbstractSet[Stage]
    says: str
    code: Oddity
    _: KW_ONLY
    stays: bool = False
    of_entry: bool = False


def missing(
    since: AbstractSet[Stage], says: str, *, stays: bool = False, of_entry: bool = False
) -> Odd:
    """Return what is said where something that should be on record is not."""
    return Odd(since, says, Oddity.MISSING_BEFORE, stays=stays, of_entry=of_entry)


def repeated(since: AbstractSet[Stage], says: str, *, stays: bool = False) -> Odd:
    """Return what is said where an event, or one that shuts it out, is on record already."""
    return Odd(since, says, Oddity.REPEATED, stays=stays)


@dataclass(frozen=True, slots=True)
class Move:
    """From any of these stages, any of these events leads to that one; to None, nowhere.

    `once` is what is said of a second event of the kind before the case came to something new.
    With `afresh` something new begins: what was told before it no longer counts as told.
    """

    on: tuple[Told, ...]
    since: AbstractSet[Stage]
    to: Stage | None = None
    _: KW_ONLY
    odd: tuple[Odd, ...] = ()
    once: str = ""
    guard: Guard | None = None
    afresh: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table: its number, what it says in words, and the moves it stands for."""

    number: int
    says: str
    moves: tuple[Move, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlay:
    """What opens a flag and what closes it.

    Where `named_by` gives a fact, several may be open at once, one for each value, and an
    event in `closes_one` closes the one of its own value. One is over by itself on the day in
    a fact of `until`, or after the day in a fact of `through`. Outside the stages `within` the
    flag means nothing; where `afresh`, a move that begins something new clears it.
    """

    flag: Flag
    words: str
    says: str
    opens: tuple[Told, ...]
    closes: tuple[Told, ...]
    closes_one: tuple[Told, ...] = ()
    named_by: str = ""
    until: tuple[str, ...] = ()
    through: tuple[str, ...] = ()
    within: AbstractSet[Stage] = ANY
    afresh: bool = False
