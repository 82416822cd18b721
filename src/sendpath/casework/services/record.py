"""Adding facts to a case's history, and correcting or voiding those already there."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max

from sendpath.accounts.models import User
from sendpath.audit import services as audit
from sendpath.casework.models import Case, CaseEvent
from sendpath.casework.services import deadlines
from sendpath.core.casefile.events import Fact, Kind, standing
from sendpath.core.law.deadlines import reckon
from sendpath.database.add_rows import add_rows
from sendpath.establishments.selectors import calendars
from sendpath.web import clock

CASEWORK = "casework"
COLUMNS = ("case", "number", "kind", "occurred_on", "recorded_at", "recorded_by", "source",
           "facts", "replaces", "voids")  # fmt: skip


class Reason(StrEnum):
    """Why a fact that was recorded no longer stands."""

    MISTYPED = "mistyped"
    LEARNT_LATER = "learnt_later"
    FAMILY_POINTED_OUT = "family_pointed_out"
    WRONG_CASE = "wrong_case"
    RECORDED_TWICE = "recorded_twice"
    DID_NOT_HAPPEN = "did_not_happen"
    SOURCE_CHANGED = "source_changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewEvent:
    """A fact to be recorded, and the number of the fact it replaces or voids."""

    kind: Kind
    occurred_on: date
    facts: Mapping[str, Fact] = field(default_factory=dict)
    replaces: int | None = None
    voids: int | None = None


@transaction.atomic
def record_event(*, case: Case, new: NewEvent, by: User, source: str = CASEWORK) -> CaseEvent:
    """Add a fact to a case's history and work its deadlines out again.

    The case's row is locked first, so two people who record at once get numbers one
    after the other and the deadlines come from both facts.
    """
    case = Case.objects.select_for_update().get(pk=case.pk)
    history = list(case.events.all())
    _refuse_the_impossible(new, history)
    number = max((row.number for row in history), default=0) + 1
    row = _row(case=case, number=number, new=new, by=by, source=source)
    _refuse_a_mistyped_date(row, history)
    row.save(force_insert=True)
    deadlines.rebuild(case_ids=[case.pk])
    audit.record(
        by=by.username,
        act="event_recorded",
        subject=f"case:{case.pk}",
        child=case.person_id,
        details={"number": number, "kind": new.kind, "replaces": new.replaces, "voids": new.voids},
    )
    return row


def correct_event(
    *,
    case: Case,
    number: int,
    occurred_on: date,
    facts: Mapping[str, Fact],
    reason: Reason,
    by: User,
) -> CaseEvent:
    """Replace a fact by what it should have said. Both stay on record, with the reason."""
    wrong = case.events.get(number=number)
    new = NewEvent(
        kind=Kind(wrong.kind),
        occurred_on=occurred_on,
        facts={**facts, "reason": reason.value},
        replaces=number,
    )
    return record_event(case=case, new=new, by=by)


def void_event(*, case: Case, number: int, reason: Reason, by: User) -> CaseEvent:
    """Record that a fact should never have been recorded. It stays, marked as void."""
    new = NewEvent(
        kind=Kind.RECORD_VOIDED,
        occurred_on=clock.today(),
        facts={"reason": reason.value},
        voids=number,
    )
    return record_event(case=case, new=new, by=by)


@transaction.atomic
def record_events(*, additions: Mapping[int, Sequence[NewEvent]], by: User, source: str) -> int:
    """Add facts to many cases at once, keyed by case, and work their deadlines out again.

    For imports: the caller writes one audit entry for the whole. Returns how many facts
    were added.
    """
    case_ids = sorted(additions)
    list(Case.objects.select_for_update().filter(pk__in=case_ids).values_list("pk"))
    last: dict[int, int] = defaultdict(int)
    last |= dict(
        CaseEvent.objects.filter(case__in=case_ids)
        .values_list("case")
        .annotate(last=Max("number"))
        .order_by()
    )
    now, by_id = clock.now(), by.pk
    rows = [
        (case_id, number, new.kind.value, new.occurred_on, now, by_id, source,
         json.dumps(dict(new.facts)), new.replaces, new.voids)
        for case_id in case_ids
        for number, new in enumerate(additions[case_id], start=last[case_id] + 1)
    ]  # fmt: skip
    add_rows(CaseEvent, COLUMNS, rows)
    deadlines.rebuild(case_ids=case_ids)
    return len(rows)


def _row(*, case: Case, number: int, new: NewEvent, by: User, source: str) -> CaseEvent:
    return CaseEvent(
        case=case,
        number=number,
        kind=new.kind,
        occurred_on=new.occurred_on,
        recorded_at=clock.now(),
        recorded_by=by,
        source=source,
        facts=dict(new.facts),
        replaces=new.replaces,
        voids=new.voids,
    )


def _refuse_the_impossible(new: NewEvent, history: Iterable[CaseEvent]) -> None:
    if new.occurred_on > clock.today():
        raise ValidationError(
            {"occurred_on": "The date must be today or in the past."}, code="future"
        )
    target = new.replaces or new.voids
    if target is None:
        return
    holds = {event.number: event for event in standing(row.as_event() for row in history)}
    if target not in holds:
        raise ValidationError(
            "Somebody has already corrected this entry. Look at the case again before you go on.",
            code="superseded",
        )
    if new.replaces and holds[target].kind is not new.kind:
        raise ValidationError(
            "A correction must be of the same kind of event. Mark this one as a mistake and "
            "record the right one.",
            code="other_kind",
        )


def _refuse_a_mistyped_date(row: CaseEvent, history: Iterable[CaseEvent]) -> None:
    """Refuse a date that no law covers. One that only our calendars do not reach is kept."""
    standing_now = standing(event.as_event() for event in (*history, row))
    for undatable in reckon(standing_now, calendars()).undatable:
        if undatable.mistyped and undatable.trigger.number == row.number:
            raise ValidationError(
                f"No date can be worked out from that day. {undatable.why}",
                code="no_law",
            )
