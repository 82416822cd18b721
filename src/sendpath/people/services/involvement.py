"""Saying who is involved with a child, and who their family are, as far as access hangs on it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from sendpath.accounts.models import Organisation, User
from sendpath.accounts.roles import Relation
from sendpath.audit import services as audit
from sendpath.people.models import FamilyMember, FamilyRelation, Ground, Involvement, Person
from sendpath.web import clock

__all__ = [
    "FamilyRelation",
    "Ground",
    "Tie",
    "end_family_link",
    "end_involvement",
    "involve",
    "involve_with_many",
    "is_involved",
    "link_family",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """Who is involved, as what, from when to when, and what that rests on."""

    organisation: Organisation | None
    user: User | None = None
    kind: Relation
    starts_on: date
    ends_on: date | None = None
    ground: Ground = Ground.PUBLIC_TASK
    reference: str = ""


@transaction.atomic
def involve(*, person: Person, tie: Tie, by: User) -> Involvement:
    """Say that an organisation, or somebody by name, is involved with a child."""
    (added,) = _rows([person.pk], tie, by)
    added.save(force_insert=True)
    audit.record(
        by=by.username,
        act="involvement_added",
        subject=f"person:{person.pk}",
        details={"involvement": added.pk, **_told(tie)},
    )
    return added


@transaction.atomic
def involve_with_many(*, person_ids: Iterable[int], tie: Tie, by: User) -> int:
    """Say the same of many children at once, as of everybody on a school's roll."""
    added = Involvement.objects.bulk_create(_rows(person_ids, tie, by), batch_size=1000)
    audit.record(
        by=by.username,
        act="involvements_added",
        subject="people",
        details={"people": len(added), **_told(tie)},
    )
    return len(added)


@transaction.atomic
def end_involvement(*, involvement: Involvement, last_day: date, by: User) -> None:
    """Say the last day on which somebody is involved with a child."""
    involvement.ends_on = last_day
    involvement.save()
    audit.record(
        by=by.username,
        act="involvement_ended",
        subject=f"person:{involvement.person_id}",
        details={"involvement": involvement.pk, "last_day": last_day.isoformat()},
    )


@transaction.atomic
def link_family(
    *,
    person: Person,
    account: User | None,
    relation: FamilyRelation,
    has_parental_responsibility: bool,
    starts_on: date,
    by: User,
    ends_on: date | None = None,
) -> FamilyMember:
    """Say that somebody is of a child's family, or that an account is the young person's own."""
    added = FamilyMember.objects.create(
        person=person,
        account=account,
        relation=relation.value,
        has_parental_responsibility=has_parental_responsibility,
        starts_on=starts_on,
        ends_on=ends_on,
    )
    audit.record(
        by=by.username,
        act="family_linked",
        subject=f"person:{person.pk}",
        details={
            "family": added.pk,
            "relation": relation.value,
            "account": account.pk if account else None,
            "parental_responsibility": has_parental_responsibility,
        },
    )
    return added


@transaction.atomic
def end_family_link(*, member: FamilyMember, last_day: date, by: User) -> None:
    """Say the last day of somebody's tie to a child, as when parental responsibility ends."""
    member.ends_on = last_day
    member.save()
    audit.record(
        by=by.username,
        act="family_unlinked",
        subject=f"person:{member.person_id}",
        details={"family": member.pk, "last_day": last_day.isoformat()},
    )


def is_involved(user: User) -> bool:
    """Say whether somebody is involved by name with anybody, now or ever."""
    return Involvement.objects.filter(user=user).exists()


def _rows(person_ids: Iterable[int], tie: Tie, by: User) -> list[Involvement]:
    now = clock.now()
    return [
        Involvement(
            person_id=pk,
            organisation=tie.organisation,
            user=tie.user,
            kind=tie.kind.value,
            starts_on=tie.starts_on,
            ends_on=tie.ends_on,
            ground=tie.ground.value,
            reference=tie.reference,
            recorded_by=by,
            recorded_at=now,
        )
        for pk in person_ids
    ]


def _told(tie: Tie) -> dict[str, str | int | None]:
    return {
        "kind": tie.kind.value,
        "organisation": tie.organisation.pk if tie.organisation else None,
        "user": tie.user.pk if tie.user else None,
        "ground": tie.ground.value,
    }
