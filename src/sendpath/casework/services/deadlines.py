"""Working deadlines out from events. Nothing else writes the `CaseDeadline` table."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from django.db import connection, transaction
from django.db.models import TextField
from django.db.models.functions import Cast

from sendpath.audit import services as audit
from sendpath.casework.models import Case, CaseDeadline
from sendpath.casework.selectors.histories import every_case, histories
from sendpath.core.casefile.events import Event
from sendpath.core.dates import Calendars
from sendpath.core.law.deadline import Deadline
from sendpath.core.law.deadlines import reckon
from sendpath.core.law.rule import RuleKind
from sendpath.database.add_rows import add_rows
from sendpath.establishments.selectors import calendars
from sendpath.people.selectors.facts import who_died

NOT_WORKED_OUT = "not_worked_out"
"""Stands for a clock where a case's dates lie outside the law or the calendars we hold."""

NO_REASONS = "[]"


class Row(NamedTuple):
    """A row of the table without its id, in the order of its columns."""

    case_id: int
    clock: str
    run: str
    started_on: date
    due_on: date
    alert_on: date
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
    _write(case_ids, rows)
    return len(rows)


def _write(case_ids: Collection[int], rows: Sequence[Row]) -> None:
    CaseDeadline.objects.filter(case__in=case_ids).delete()
    add_rows(CaseDeadline, Row._fields, rows)


def rebuild_for(person_ids: Collection[int]) -> None:
    """Work out the deadlines of these people's cases: somebody may have died, or been joined."""
    found = Case.objects.filter(person__in=person_ids).values_list("pk", flat=True)
    rebuild(case_ids=sorted(found))


def hand_over(*, case_ids: Sequence[int], team_id: int | None, officer_id: int | None) -> None:
    """Repeat on these cases' deadlines who holds the cases from now on. No date hangs on it."""
    CaseDeadline.objects.filter(case__in=case_ids).update(team=team_id, officer=officer_id)


def rebuild_all(*, by: str) -> tuple[int, int]:
    """Work out every case's deadlines, some thousand cases to a transaction.

    Only where others stand are they written: to read them takes a fifth of the time of writing
    them, and leaves every index as it is. Returns how many cases there are and how many
    deadlines they have. The log is told at the end, so that counts which servers keep in
    memory are counted again.
    """
    cases = made = 0
    for case_ids in every_case():
        cases += len(case_ids)
        made += _put_right(case_ids)
    audit.record(
        by=by,
        act="deadlines_rebuilt",
        subject="cases",
        details={"cases": cases, "deadlines": made},
    )
    tell_planner()
    return cases, made


@transaction.atomic
def _put_right(case_ids: Sequence[int]) -> int:
    """Work these cases' deadlines out, write those that stand otherwise; return how many all are.

    What stands is read before the events. A fact that somebody records meanwhile can then only
    make the two differ, in which case both are written as they now are.
    """
    standing, rows = Counter(_standing_rows(case_ids)), list(_rows(case_ids))
    if differing := _differing(standing, Counter(rows)):
        _write(differing, [row for row in rows if row.case_id in differing])
    return len(rows)


def _differing(standing: Counter[Row], wanted: Counter[Row]) -> set[int]:
    """Return the cases of which one has a row that the other has not."""
    return {case_id for case_id, *_ in (wanted - standing) + (standing - wanted)}


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
    for case_ids in every_case():
        standing = Counter(_standing_rows(case_ids))
        differing += sorted(_differing(standing, Counter(_rows(case_ids))))
    return differing


def _standing_rows(case_ids: Sequence[int]) -> Iterable[Row]:
    # the reasons as the text that they are kept as: to read them is most of the work
    as_text = CaseDeadline.objects.annotate(reasons=Cast("exceptions", TextField()))
    fields = ["reasons" if name == "exceptions" else name for name in Row._fields]
    return map(Row._make, as_text.filter(case__in=case_ids).values_list(*fields))


def _rows(case_ids: Sequence[int]) -> Iterator[Row]:
    held = {
        pk: (team, officer)
        for pk, team, officer in Case.objects.filter(pk__in=case_ids).values_list(
            "pk", "team", "officer"
        )
    }
    known, silent = calendars(), _of_the_dead(case_ids)
    for case_id, history in histories(case_ids):
        for timeline in _of_one(history, known):
            row = Row(case_id, *timeline, *held[case_id])
            yield row._replace(listed=False) if case_id in silent else row


def _of_the_dead(case_ids: Sequence[int]) -> frozenset[int]:
    """Return the cases of somebody who has died: nobody is to be chased for them any more."""
    died = Case.objects.filter(pk__in=case_ids, person__in=who_died())
    return frozenset(died.values_list("pk", flat=True))


Timeline = tuple[str, str, date, date, date, date | None, date | None, bool, str, bool]


def _of_one(history: Sequence[Event], known: Calendars) -> Iterator[Timeline]:
    if not history:
        return
    found = reckon(history, known)
    if found.undatable:
        # it must be seen, or a duty would be missed in silence: so it is due at once
        day = min(undatable.started_on for undatable in found.undatable)
        yield NOT_WORKED_OUT, "", day, day, day, None, None, True, NO_REASONS, False
    for deadline in found.deadlines:
        yield _timeline(deadline)


def _timeline(deadline: Deadline) -> Timeline:
    return (
        deadline.key,
        deadline.run[:60],
        deadline.started_on,
        deadline.due,
        deadline.alert_on,
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
    owed = clock.kind is RuleKind.DUTY and not clock.window
    return owed and deadline.limit.statutory and not clock.otherwise
