"""Working deadlines out from events. Nothing else writes the `CaseDeadline` table."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from django.db import connection, transaction

from sendpath.audit import services as audit
from sendpath.casework.models import Case, CaseDeadline, CaseEvent
from sendpath.core.casefile.events import Event, Kind, standing
from sendpath.core.dates import BeyondCalendar, england_and_wales
from sendpath.core.law.clock import Duty, NoLawInForce
from sendpath.core.law.deadlines import Deadline
from sendpath.core.law.deadlines import deadlines as worked_out
from sendpath.database.add_rows import add_rows

NOT_WORKED_OUT = "not_worked_out"
"""Stands for a clock where a case's dates lie outside the law or the calendars we hold."""

CHUNK = 2000
NO_REASONS = "[]"
UNTIMED = datetime(1, 1, 1, tzinfo=UTC)
"""No deadline depends on when a fact was recorded, so a rebuild does not read it."""


class Row(NamedTuple):
    """A row of the table without its id, in the order of its columns."""

    case_id: int
    clock: str
    run: str
    started_on: date
    due_on: date
    done_on: date | None
    ended_on: date | None
    listed: bool
    exceptions: str
    untold: bool
    team_id: int | None
    officer_id: int | None


@transaction.atomic
def rebuild(*, case_ids: Sequence[int]) -> int:
    """Work these cases' deadlines out from their events; return how many there are."""
    rows = list(_rows(case_ids))
    CaseDeadline.objects.filter(case__in=case_ids).delete()
    add_rows(CaseDeadline, Row._fields, rows)
    return len(rows)


def hand_over(*, case_ids: Sequence[int], team_id: int | None, officer_id: int | None) -> None:
    """Repeat on these cases' deadlines who holds the cases from now on. No date hangs on it."""
    CaseDeadline.objects.filter(case__in=case_ids).update(team=team_id, officer=officer_id)


def rebuild_all(*, by: str) -> tuple[int, int]:
    """Work out every case's deadlines, some thousand cases to a transaction.

    Returns how many cases there are and how many deadlines they have. The log is told at the
    end, so that counts which servers keep in memory are counted again.
    """
    cases = made = 0
    for case_ids in _chunks():
        cases += len(case_ids)
        made += rebuild(case_ids=case_ids)
    audit.record(
        by=by,
        act="deadlines_rebuilt",
        subject="cases",
        details={"cases": cases, "deadlines": made},
    )
    tell_planner()
    return cases, made


def tell_planner() -> None:
    """Have PostgreSQL look the table over after much of it has changed.

    Until it does, it plans a page of the worklist as if the table were small, and reads all
    of it; and it cannot count duties by an index alone.
    """
    if connection.vendor == "postgresql":
        table = CaseDeadline._meta.db_table
        with connection.cursor() as cursor:
            # a vacuum is refused inside a transaction
            cursor.execute(f"{'' if connection.in_atomic_block else 'VACUUM '}ANALYZE {table}")


def differences() -> list[int]:
    """Return the cases whose deadlines are not what a rebuild would make them."""
    differing: list[int] = []
    for case_ids in _chunks():
        wanted, found = Counter(_rows(case_ids)), Counter(_standing_rows(case_ids))
        differing += sorted({row.case_id for row in (wanted - found) + (found - wanted)})
    return differing


def _chunks() -> Iterator[list[int]]:
    every = list(Case.objects.order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(every), CHUNK):
        yield every[start : start + CHUNK]


def _standing_rows(case_ids: Sequence[int]) -> Iterator[Row]:
    found = CaseDeadline.objects.filter(case__in=case_ids).values_list(*Row._fields)
    for *start, exceptions, untold, team, officer in found:
        yield Row._make([*start, json.dumps(exceptions), untold, team, officer])


def _rows(case_ids: Sequence[int]) -> Iterator[Row]:
    held = {
        pk: (team, officer)
        for pk, team, officer in Case.objects.filter(pk__in=case_ids).values_list(
            "pk", "team", "officer"
        )
    }
    for case_id, history in _histories(case_ids):
        for timeline in _of_one(history):
            yield Row(case_id, *timeline, *held[case_id])


def _histories(case_ids: Sequence[int]) -> Iterator[tuple[int, tuple[Event, ...]]]:
    rows = (
        CaseEvent.objects.filter(case__in=case_ids)
        .order_by("case", "number")
        .values_list("case", "number", "kind", "occurred_on", "facts", "replaces", "voids")
    )
    for case_id, of_case in groupby(rows.iterator(chunk_size=5000), key=itemgetter(0)):
        yield (
            case_id,
            standing(
                Event(
                    number=number,
                    kind=Kind(kind),
                    occurred_on=day,
                    recorded_at=UNTIMED,
                    facts=facts,
                    replaces=replaces,
                    voids=voids,
                )
                for _, number, kind, day, facts, replaces, voids in of_case
            ),
        )


Timeline = tuple[str, str, date, date, date | None, date | None, bool, str, bool]


def _of_one(history: Sequence[Event]) -> Iterator[Timeline]:
    if not history:
        return
    try:
        found = worked_out(history, england_and_wales())
    except (NoLawInForce, BeyondCalendar):
        # it must be seen, or a duty would be missed in silence: so it is due at once
        day = history[0].occurred_on
        yield NOT_WORKED_OUT, "", day, day, None, None, True, NO_REASONS, False
        return
    for deadline in found:
        yield _timeline(deadline)


def _timeline(deadline: Deadline) -> Timeline:
    return (
        deadline.key,
        deadline.run[:60],
        deadline.started_on,
        deadline.due,
        deadline.done_on,
        deadline.ended.occurred_on if deadline.ended else None,
        _is_listed(deadline),
        json.dumps([t.code for t in deadline.exceptions if t.claim])
        if deadline.exceptions
        else NO_REASONS,
        deadline.untold,
    )


def _is_listed(deadline: Deadline) -> bool:
    clock = deadline.clock
    return clock.kind is Duty.DUTY and deadline.limit.statutory and not clock.otherwise
