"""One run of one clock, with its last day and what became of it; or why it has no last day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sendpath.core.casefile.events import Event
from sendpath.core.law.clock import Clock, Limit, Milestone, Relaxation, Told
from sendpath.core.law.exceptions import Tested
from sendpath.core.law.rule import Shortfall, When


# Not frozen: that makes each three times as slow to build, and a nightly rebuild builds hundreds
# of thousands. Nothing changes one once it is built.
@dataclass(slots=True, kw_only=True)
class Deadline:
    """One run of one clock in one case.

    `run` names the run where a clock can run several times at once: the adviser, the setting,
    the version of a draft. `base` is the last day before a rule moved it, `closes_at` the hour
    at which the last day ends (HH:MM; midnight if empty). `limbs` are the ends of a limit that
    has more than one, by name. `readings` are other due dates, and `other_done` other days on
    which it was done, each under the reading named. `alert_on` is the day to act by: the due
    date, or that of a stricter reading.
    """

    clock: Clock
    run: str
    limit: Limit
    trigger: Event
    started_by: When
    started_on: date
    due: date
    base: date
    alert_on: date
    closes_at: str = ""
    adjusted_by: str | None = None
    limbs: tuple[tuple[str, date], ...] = ()
    readings: tuple[tuple[str, date], ...] = ()
    done: Event | None = None
    done_by: When | None = None
    done_on: date | None = None
    other_done: tuple[tuple[str, date], ...] = ()
    ended: Event | None = None
    ended_by: When | None = None
    reopened: Event | None = None
    extended: Event | None = None
    """What the second limb of the limit runs from."""
    broken: Event | None = None
    shortfall: tuple[Shortfall, Event] | None = None
    relaxation: Relaxation | None = None
    exceptions: tuple[Tested, ...] = ()
    other_exceptions: tuple[Tested, ...] = ()
    """The same claims under the clock's other reading of the period."""
    milestones: tuple[tuple[Milestone, date], ...] = ()
    told: tuple[Told, ...] = ()
    maybe_earlier: bool = False
    """What told of the doing could not have told of one before it: that day is only the latest."""
    untold: bool = False
    """Whoever told of the start could not have told that it was done: not told is not not done."""

    @property
    def key(self) -> str:
        """The key of the clock."""
        return self.clock.key

    @property
    def latest(self) -> date:
        """The latest last day on any reading: the due date, or that of a more lenient one."""
        return max([self.due, *(day for _, day in self.readings)])

    @property
    def statutory_due(self) -> date | None:
        """The last day if the law sets it; None for one that only custom or a promise sets."""
        return self.due if self.limit.statutory else None

    @property
    def customary_due(self) -> date | None:
        """The last day if only custom or a promise sets it; None for one of law."""
        return None if self.limit.statutory else self.due

    @property
    def ruleset(self) -> str:
        """The version of the law this deadline was worked out under."""
        return self.relaxation.ruleset if self.relaxation else self.limit.ruleset


@dataclass(frozen=True, slots=True, kw_only=True)
class Undatable:
    """A run whose last day cannot be worked out, and why, in words that say what to do.

    It must be shown: a duty whose date nobody can tell is a duty that could be missed.
    """

    clock: Clock
    run: str
    trigger: Event
    started_on: date
    why: str
    mistyped: bool
    """The date itself is the fault: no law or no calendar year can be that of a real one."""
