"""Reads the table of stages against the history of a case, one event after another.

Each event is looked up by its kind and the stage the case is in, so that a history takes time
in proportion to its length. Nothing here depends on when an event was written down.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sendpath.core.casefile import flags, guards
from sendpath.core.casefile.catalogue.stages import STAGES
from sendpath.core.casefile.events import Event, Kind
from sendpath.core.casefile.guards import Verdict
from sendpath.core.casefile.states import (
    CLOSED,
    CaseWarning,
    Flag,
    Guard,
    Move,
    Odd,
    Oddity,
    Row,
    Stage,
    Told,
)

LOOK_AHEAD = 8
"""How many events of one day are tried against each other to find the order that makes sense."""
RESTS = CLOSED | {Stage.FINAL}
NOTICES = frozenset({Kind.AMENDMENT_NOTICE_SENT, Kind.AMEND_NOTICE_SENT})

Needs = Mapping[Kind, tuple[tuple[Kind, ...], str]]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A move that an event of a kind may make in a stage, as expected or not."""

    told: Told
    move: Move
    odd: Odd | None = None


class Table:
    """Rows made ready to be looked up by kind and stage."""

    def __init__(self, rows: Sequence[Row], needs: Needs) -> None:
        self.needs = needs
        self.moves: dict[Kind, dict[Stage, list[Candidate]]] = {}
        for move in (move for row in rows for move in row.moves):
            self._add(move, move.since, None)
        for move in (move for row in rows for move in row.moves):
            for odd in move.odd:
                self._add(move, odd.since, odd)
        self.heeded = frozenset(self.moves) | needs.keys() | flags.HEEDED | guards.HEEDED

    def _add(self, move: Move, stages: Iterable[Stage], odd: Odd | None) -> None:
        for told in move.on:
            for stage in stages:
                found = self.moves.setdefault(told.kind, {}).setdefault(stage, [])
                found.append(Candidate(told, move, odd))

    def find(self, event: Event, stage: Stage) -> Candidate | None:
        """Return the move an event makes in a stage, the expected ones before the odd."""
        for candidate in self.moves[event.kind].get(stage, ()):
            if candidate.told.meets(event):
                return candidate
        return None

    def knows(self, event: Event) -> bool:
        """Say whether the facts of an event are such that it would move a case of some stage."""
        return any(
            candidate.told.meets(event)
            for candidates in self.moves[event.kind].values()
            for candidate in candidates
        )


class Walk:
    """A case as it stands after the events read so far.

    `copied` are the numbers of entries that came from a return or another system. What is
    missing before them that system had no place for, so it is not remarked on.
    """

    def __init__(self, table: Table, copied: Iterable[int] = ()) -> None:
        self.warnings: list[CaseWarning] = []
        self.flags = flags.OpenFlags()
        self._table = table
        self._copied = frozenset(copied)
        self._memory = guards.Memory()
        self._ever: set[Kind] = set()
        self._detained = False
        self._without_notice: Event | None = None

    @property
    def stage(self) -> Stage:
        """Where the case has got to; in custody, that and nothing else."""
        return Stage.DETAINED_KEPT if self._detained else self._memory.stage

    @property
    def beneath(self) -> Stage:
        """Where the case has got to, whether or not the child or young person is detained."""
        return self._memory.stage

    def over(self, history: Iterable[Event]) -> Walk:
        """Read a history of standing events, in the order they happened, and return this walk.

        The record gives days and not hours: events of one day are taken in the order in which
        they make sense, and as numbered where more than one does.
        """
        same_day: list[Event] = []
        for event in history:
            if event.kind not in self._table.heeded or guards.another_matter(event):
                continue
            if same_day and event.occurred_on != same_day[0].occurred_on:
                self._take_day(same_day)
                same_day = []
            same_day.append(event)
        self._take_day(same_day)
        self._remark_on_notice()
        return self

    def _take_day(self, events: list[Event]) -> None:
        while len(events) > 1:
            places = range(min(len(events), LOOK_AHEAD))
            self._take(events.pop(next((n for n in places if self._fits(events[n])), 0)))
        for event in events:
            self._take(event)

    def _fits(self, event: Event) -> bool:
        if self._lacks(event):
            return False
        if event.kind not in self._table.moves:
            return True
        found = self._table.find(event, self._memory.stage)
        return found is not None and self._objection(event, found) is None

    def _take(self, event: Event) -> None:
        before = self._memory.stage
        self.flags.take(event)
        self._memory.appeal_open = self.flags.is_open(Flag.APPEAL_OPEN)
        if lacks := self._lacks(event):
            self._warn_missing(event, event, lacks)
        if event.kind in self._table.moves:
            self._move(event)
        self._memory.remember(event)
        self._ever.add(event.kind)
        if self._memory.stage is not before and self._memory.stage in RESTS:
            self._memory.forget()

    def _lacks(self, event: Event) -> str:
        """Return what is said where nothing on record could have led to an event."""
        if event.kind not in self._table.needs:
            return ""
        kinds, says = self._table.needs[event.kind]
        return says if self._ever.isdisjoint(kinds) else ""

    def _move(self, event: Event) -> None:
        found = self._table.find(event, self._memory.stage)
        if event.kind in NOTICES:
            self._without_notice = None
        elif event.kind is Kind.REVIEW_MEETING_HELD:
            self._remark_on_notice()
        if found is None:
            self._warn_misplaced(event)
        elif event.kind in {Kind.DETAINED, Kind.RELEASED}:
            self._detain(event, found.move)
        else:
            self._make(event, found)

    def _make(self, event: Event, found: Candidate) -> None:
        move, odd = found.move, found.odd
        objection = self._objection(event, found)
        if objection and objection.code is Oddity.MISSING_BEFORE:
            lacking = self._memory.entered_by if odd and odd.of_entry else event
            self._warn_missing(event, lacking, objection.says)
        elif objection:
            self._warn(event, objection.code, objection.says)
        if objection and objection.blocks:
            return
        if move.guard is Guard.NOTICE_SENT and self._memory.first.keys().isdisjoint(NOTICES):
            self._without_notice = event
        if move.to and not (odd and odd.stays):
            self._go(move.to, move, event)

    def _objection(self, event: Event, found: Candidate) -> Verdict | None:
        """Return what is to be said of an event that makes a move; None if it is expected."""
        move, odd = found.move, found.odd
        verdict = guards.judged(move.guard, self._memory, event) if move.guard else None
        if verdict and verdict.blocks:
            return verdict
        if odd:
            return None if self._tells_again(event, move) else Verdict(odd.code, odd.says)
        if verdict is None and move.once and self._is_second(event, move):
            return Verdict(Oddity.REPEATED, move.once)
        return verdict

    def _tells_again(self, event: Event, move: Move) -> bool:
        """Say whether another kind of entry told the same step on the same day."""
        last = self._memory.entered_by
        if last is None or move.to is not self._memory.stage:
            return False
        return last.occurred_on == event.occurred_on and last.kind is not event.kind

    def _go(self, to: Stage, move: Move, event: Event) -> None:
        if move.afresh and to is not self._memory.stage:
            self._memory.forget()
            self.flags.begin_afresh()
        self._memory.stage, self._memory.entered_by = to, event

    def _detain(self, event: Event, move: Move) -> None:
        if event.kind is Kind.DETAINED and self._detained:
            self._warn(event, Oddity.REPEATED, move.once)
        self._detained = event.kind is Kind.DETAINED

    def _is_second(self, event: Event, move: Move) -> bool:
        return event.kind in self._memory.first and move.to is self._memory.stage

    def _warn_missing(self, event: Event, lacking: Event | None, says: str) -> None:
        """Say what is missing before or after an entry, unless that had no place to tell it."""
        if lacking is None or lacking.number not in self._copied:
            self._warn(event, Oddity.MISSING_BEFORE, says)

    def _warn_misplaced(self, event: Event) -> None:
        if not self._table.knows(event):
            self._warn(event, Oddity.UNCLEAR, UNCLEAR)
            return
        words = STAGES[self._memory.stage].words
        self._warn(event, Oddity.OUT_OF_ORDER, OUT_OF_ORDER.format(stage=words))

    def _remark_on_notice(self) -> None:
        if self._without_notice:
            self._warn(self._without_notice, Oddity.WITHOUT_NOTICE, WITHOUT_NOTICE)
        self._without_notice = None

    def _warn(self, event: Event, code: Oddity, says: str) -> None:
        self.warnings.append(CaseWarning(number=event.number, code=code, says=says))


UNCLEAR = (
    "This does not say what was decided in any way that is known here, so it changes nothing. "
    "Correct it."
)
OUT_OF_ORDER = (
    "This is not expected where the case was by then: “{stage}”. Nothing changes by it. Check "
    "its date, and whether something before it is missing."
)
WITHOUT_NOTICE = (
    "The record has no notice of amendments with this decision. Until the notice is sent the "
    "plan is not being amended, and the duty to decide within 4 weeks is not done. If it was "
    "sent, record it."
)
