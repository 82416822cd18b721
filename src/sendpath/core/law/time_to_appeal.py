"""The time a family has to appeal, for every rule that turns on it.

HESC Rules 2008 (SI 2008/2699), rules 12 and 20(1)(c). The clock of an appeal shows it, and a plan
may not end before it is over: both count it here, so that they cannot come to differ.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sendpath.core.casefile.events import Event, Kind
from sendpath.core.dates import Calendars
from sendpath.core.law.clock import TRIBUNAL_CLOSES, Limit, Moves
from sendpath.core.law.counting import Months
from sendpath.core.law.last_day import last_day
from sendpath.core.law.rule import RuleKind, Started
from sendpath.core.law.runs import Reader
from sendpath.core.law.source import IN_FORCE, Confidence, tribunal_rule
from sendpath.core.law.tape import Run
from sendpath.core.law.wording import ADVISER_TOLD, APPEALABLE_NOTICES, APPEALED, FAMILY, when

TRIBUNAL = "First-tier Tribunal (Special Educational Needs and Disability)"
CERTIFICATE = (when(Kind.CERTIFICATE_ISSUED, "The mediation certificate was issued"),)
TIME_TO_APPEAL = tuple(
    Limit(
        ruleset=ruleset,
        count=Months(2),
        or_later=Months(1),
        moves=Moves.TRIBUNAL,
        closes_at=TRIBUNAL_CLOSES,
        law=tribunal_rule("20(1)(c)"),
        since=since,
        until=until,
    )
    for ruleset, since, until in (
        ("ENG-2014", IN_FORCE, date(2020, 7, 20)),
        ("ENG-2020-r12", date(2020, 7, 21), None),
    )
)


@dataclass(frozen=True, slots=True)
class Appealable:
    """A decision that may be appealed, the last day to do so, and the appeal if there is one.

    An appeal that came too late is none, unless the Tribunal allowed more time.
    """

    notice: Event
    sent_on: date
    last_day: date
    appeal: Event | None


def appealable(history: Sequence[Event], calendars: Calendars) -> Iterator[Appealable]:
    """Yield every decision in a history that may be appealed.

    Raises `BeyondCalendar` where a day off must be told that no calendar covers. What was
    decided before the law began is left out.
    """
    for run in _READER.runs(history, calendars):
        for limit in TIME_TO_APPEAL:
            if limit.covers(run.started_on, run.trigger):
                due = last_day(limit, run, calendars).due
                appeal = run.done if _in_time(run, due) or _allowed(run, history) else None
                yield Appealable(run.trigger, run.started_on, due, appeal)


def _in_time(run: Run, due: date) -> bool:
    if run.done is None or run.done_on is None:
        return False
    late_that_day = str(run.done.facts.get("time") or "") > TRIBUNAL_CLOSES
    return run.done_on < due or (run.done_on == due and not late_that_day)


def _allowed(run: Run, history: Sequence[Event]) -> bool:
    return any(
        event.kind is Kind.APPEAL_EXTENSION_GRANTED and event.occurred_on >= run.started_on
        for event in history
    )


_READER = Reader(
    Started(
        key="appeal_lodge",
        duty="Appeal to the Tribunal",
        kind=RuleKind.RIGHT,
        owed_by=FAMILY,
        owed_to=TRIBUNAL,
        confidence=Confidence.READ,
        starts=APPEALABLE_NOTICES,
        done_by=(APPEALED,),
        extends=CERTIFICATE,
        extends_after=ADVISER_TOLD,
    )
)
