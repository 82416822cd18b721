"""Giving somebody a role in an organisation, and taking it away."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Q

from sendpath.accounts.belonging.permissions import may_grant
from sendpath.accounts.models import Membership, Organisation, Team, User
from sendpath.accounts.roles import ORGANISATIONS, OrganisationKind, Role
from sendpath.audit import services as audit
from sendpath.core.dates import in_words
from sendpath.web import clock


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """What somebody is to be, where, and from when to when."""

    role: type[Role]
    organisation: Organisation | None
    team: Team | None = None
    starts_on: date
    ends_on: date | None = None


@transaction.atomic
def give_role(*, user: User, place: Place, by: User) -> Membership:
    """Let somebody be that there from a day on. Nobody gives a role to themselves."""
    if user == by or not may_grant(by, place.role, place.organisation):
        raise PermissionDenied
    _refuse_what_does_not_fit(place)
    _refuse_twice(user, place)
    return _add(user, place, covers=None, by=by)


@transaction.atomic
def cover(*, officer: User, covered_by: Membership, first: date, last: date, by: User) -> None:
    """Let one officer see and work another's cases between two days, as well as their own."""
    if officer.pk == covered_by.user_id:
        raise ValidationError("Choose somebody else: nobody covers for themselves.")
    place = Place(
        role=covered_by.role,
        organisation=covered_by.organisation,
        team=covered_by.team,
        starts_on=first,
        ends_on=last,
    )
    _add(covered_by.user, place, covers=officer, by=by)


@transaction.atomic
def end_membership(*, membership: Membership, last_day: date | None, by: User) -> None:
    """Say the last day of a membership; without one, it ends at once.

    Whoever gave it can take it away, and so can whoever else may give that role there.
    """
    if not membership.covers_id and not may_grant(by, membership.role, membership.organisation):
        raise PermissionDenied
    if last_day and last_day < membership.starts_on:
        raise ValidationError(
            f"The last day must be on or after {in_words(membership.starts_on)}, the first day."
        )
    if last_day is None:
        membership.stopped_at = clock.now()
    membership.ends_on = last_day or membership.ends_on
    membership.save()
    membership.user.forget_memberships()
    audit.record(
        by=by.username,
        act="membership_ended",
        subject=f"user:{membership.user_id}",
        details={
            "membership": membership.pk,
            "role": membership.role_key,
            "last_day": last_day.isoformat() if last_day else None,
        },
    )


def _add(user: User, place: Place, *, covers: User | None, by: User) -> Membership:
    added = Membership.objects.create(
        user=user,
        organisation=place.organisation,
        team=place.team,
        role_key=place.role.key,
        covers=covers,
        starts_on=place.starts_on,
        ends_on=place.ends_on,
    )
    user.forget_memberships()
    audit.record(
        by=by.username,
        act="membership_added" if covers is None else "cover_arranged",
        subject=f"user:{user.pk}",
        details={
            "membership": added.pk,
            "role": place.role.key,
            "organisation": place.organisation.pk if place.organisation else None,
            "team": place.team.pk if place.team else None,
            "covers": covers.pk if covers else None,
            "first_day": place.starts_on.isoformat(),
            "last_day": place.ends_on.isoformat() if place.ends_on else None,
        },
    )
    return added


def _refuse_what_does_not_fit(place: Place) -> None:
    role, at = place.role, place.organisation
    if at is None and role.held_in:
        raise ValidationError({"organisation": f"Choose the organisation of the {role.title}."})
    if at is not None and OrganisationKind(at.kind) not in role.held_in:
        where = " or ".join(ORGANISATIONS[kind] for kind in sorted(role.held_in)) or "a family"
        raise ValidationError({"organisation": f"{role.title} is a role in {where}."})
    if place.team and place.team.organisation_id != (at.pk if at else None):
        raise ValidationError({"team": f"{place.team} is not a team of {at}. Choose one that is."})
    if place.ends_on and place.ends_on < place.starts_on:
        raise ValidationError({"ends_on": "The last day must be on or after the first day."})
    if role.longest and (place.ends_on is None or place.ends_on > place.starts_on + role.longest):
        latest = in_words(place.starts_on + role.longest)
        raise ValidationError({"ends_on": f"Give a last day, {latest} at the latest."})


def _refuse_twice(user: User, place: Place) -> None:
    same = Membership.objects.filter(
        Q(ends_on__isnull=True) | Q(ends_on__gte=place.starts_on),
        user=user,
        role_key=place.role.key,
        organisation=place.organisation,
        team=place.team,
        covers__isnull=True,
        stopped_at__isnull=True,
    )
    if same.exists():
        raise ValidationError(
            f"{user.display_name} is {place.role.title} there already. To change the last day, "
            f"end that first."
        )
