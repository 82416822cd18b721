"""Joining two records of one person, and parting them again. Each is one transaction."""

from __future__ import annotations

from collections.abc import Collection

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from sendpath.accounts.models import User
from sendpath.audit import services as audit
from sendpath.core.people.traits import NUMBERS
from sendpath.people.belongings import Belonging, moving
from sendpath.people.models import FormerNumber, Merge, Person, PossibleMatch
from sendpath.people.reactions import changed
from sendpath.people.selectors.merges import added_since
from sendpath.people.services.deciding import note_decision
from sendpath.web import clock

KEPT_WITH_MERGE = ("surname", "forename", "birth_date", "sex", "ethnicity", "postcode")
"""Particulars that a merge leaves as they are in both records."""

Ids = dict[str, list[int]]


@transaction.atomic
def merge(*, kept_id: int, other_id: int, reason: str, by: User) -> Merge:
    """Join one record to another: what was the other's is the kept one's from now on.

    Cases keep their own events. A number that both have stays that of the kept record; the
    other's is remembered as a former one. The other record stays as it was, leads to the kept
    one, and cannot be merged again while it does.
    """
    kept, other = _both(kept_id, other_id)
    if kept.merged_into_id or other.merged_into_id:
        raise ValidationError("One of these records has been merged already. Look at it again.")
    before = {"kept": _particulars(kept), "other": _particulars(other)}
    had = {belonging.name: belonging.of(kept.pk) for belonging in moving()}
    moved = {b.name: _hand_over(b, b.of(other.pk), kept.pk) for b in moving()}
    former = _join_numbers(kept, other)
    other.merged_into = kept
    other.save(update_fields=["merged_into", *NUMBERS])
    kept.save(update_fields=list(NUMBERS))
    row = Merge.objects.create(
        kept=kept,
        other=other,
        reason=reason,
        moved=moved,
        kept_had=had,
        before=before,
        former_numbers=former,
        merged_by=by,
        merged_at=clock.now(),
    )
    _log(row, "people_merged", {name: len(ids) for name, ids in moved.items() if ids}, by)
    _decided(row, PossibleMatch.State.MERGED, reason, by)
    changed([kept.pk, other.pk])
    return row


@transaction.atomic
def undo(*, merge: Merge, reason: str, give: Ids, by: User) -> Merge:
    """Part two records again: what came from the other goes back to it.

    What was added since the merge stays with the kept record, but for the rows in `give`, by
    foreign key. The two are remembered as different people.
    """
    row = Merge.objects.select_for_update().get(pk=merge.pk)
    kept, other = _both(row.kept_id, row.other_id)
    if row.undone_at:
        raise ValidationError("This merge has been undone already.")
    if kept.merged_into_id:
        raise ValidationError("The record that was kept has been merged since. Undo that first.")
    given = _added_and_wanted(row, give)
    back = {
        b.name: _hand_over(b, [*row.moved.get(b.name, []), *given.get(b.name, [])], other.pk, kept)
        for b in moving()
    }
    _part_numbers(row, kept, other, by)
    other.merged_into = None
    kept.save(update_fields=list(NUMBERS))
    _save_parted(other)
    row.undone_by, row.undone_at, row.undone_reason = by, clock.now(), reason
    row.save(update_fields=["undone_by", "undone_at", "undone_reason"])
    _log(row, "merge_undone", {name: len(ids) for name, ids in back.items() if ids}, by)
    _decided(row, PossibleMatch.State.DIFFERENT, reason, by)
    changed([kept.pk, other.pk])
    return row


def _both(kept_id: int, other_id: int) -> tuple[Person, Person]:
    if kept_id == other_id:
        raise ValidationError("Choose two records.")
    # in the order of their ids, so that two who merge at once wait for each other
    locked = Person.objects.select_for_update().filter(pk__in=[kept_id, other_id]).order_by("pk")
    found = {person.pk: person for person in locked}
    return found[kept_id], found[other_id]


def _hand_over(
    belonging: Belonging, ids: Collection[int], to: int, was: Person | None = None
) -> list[int]:
    """Move rows to a person, and return the ids of those that could be.

    What would break a rule of its table, as where both have the same row, stays where it is. Only
    rows that are still those of `was` are moved.
    """
    rows = belonging.model._base_manager.filter(pk__in=ids)
    if was:
        rows = rows.filter(**{belonging.field: was.pk})
    done = []
    for pk in list(rows.order_by("pk").values_list("pk", flat=True)):
        try:
            with transaction.atomic():
                belonging.model._base_manager.filter(pk=pk).update(**{belonging.field: to})
        except IntegrityError:
            continue
        done.append(pk)
    return done


def _join_numbers(kept: Person, other: Person) -> list[int]:
    """Let the kept record have what the other has; return the former numbers this makes."""
    made = []
    for kind in NUMBERS:
        number = getattr(other, kind)
        if not number:
            continue
        setattr(other, kind, "")  # the database takes no number twice
        if not getattr(kept, kind):
            setattr(kept, kind, number)
            continue
        row, new = FormerNumber.objects.get_or_create(
            person=kept,
            kind=kind,
            number=number,
            withdrawn_at=None,
            defaults={"why": FormerNumber.Why.MERGED, "recorded_at": clock.now()},
        )
        made += [row.pk] if new else []
    return made


def _part_numbers(row: Merge, kept: Person, other: Person, by: User) -> None:
    FormerNumber.objects.filter(pk__in=row.former_numbers, withdrawn_at__isnull=True).update(
        withdrawn_at=clock.now(), withdrawn_by=by
    )
    for kind in NUMBERS:
        number = row.before["other"][kind]
        setattr(other, kind, number)
        if number and getattr(kept, kind) == number:
            setattr(kept, kind, row.before["kept"][kind])


def _save_parted(other: Person) -> None:
    try:
        with transaction.atomic():
            other.save(update_fields=["merged_into", *NUMBERS])
    except IntegrityError as taken:
        raise ValidationError(
            "Somebody else has been given a number that this record had. Correct that record first."
        ) from taken


def _added_and_wanted(row: Merge, give: Ids) -> Ids:
    """Return those of the wanted rows that were added to the kept record since the merge."""
    return {
        b.name: [pk for pk in give.get(b.name, []) if pk in added_since(row, b)] for b in moving()
    }


def _particulars(person: Person) -> dict[str, str]:
    return {name: str(getattr(person, name)) for name in (*KEPT_WITH_MERGE, *NUMBERS)}


def _decided(row: Merge, verdict: PossibleMatch.State, note: str, by: User) -> None:
    first, second = sorted((row.kept_id, row.other_id))
    match = PossibleMatch.objects.select_for_update().filter(first=first, second=second).first()
    if match:
        note_decision(match=match, verdict=verdict, note=note, owner=None, by=by)


def _log(row: Merge, act: str, counts: dict[str, int], by: User) -> None:
    """Write the act down under both records, so that the history of each tells of it."""
    for person_id in (row.kept_id, row.other_id):
        audit.record(
            by=by.username,
            act=act,
            subject=f"person:{person_id}",
            details={"merge": row.pk, "kept": row.kept_id, "other": row.other_id, **counts},
        )
