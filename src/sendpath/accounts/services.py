"""Adding organisations, teams and people who sign in, and saying who belongs where."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import transaction

from sendpath.accounts.models import Membership, Organisation, Team, User
from sendpath.accounts.roles import ROLES, OrganisationKind
from sendpath.audit import services as audit
from sendpath.web import clock


def council() -> Organisation:
    """Return the council whose area this is, adding it if it is new."""
    return add_organisation(
        kind=OrganisationKind.COUNCIL, name=f"{settings.AREA} council", code=settings.LA
    )


def add_organisation(*, kind: OrganisationKind, name: str, code: str = "") -> Organisation:
    """Return the organisation of that kind with that code, or name, adding it if it is new."""
    known = {"code": code} if code else {"name": name}
    found, _ = Organisation.objects.get_or_create(kind=kind.value, **known, defaults={"name": name})
    return found


def add_team(*, name: str, organisation: Organisation | None = None) -> Team:
    """Return the team of that name, adding it if it is new: of the council, if of no other."""
    team, _ = Team.objects.get_or_create(name=name, organisation=organisation or council())
    return team


@transaction.atomic
def add_user(
    *,
    username: str,
    full_name: str,
    role: str,
    team: Team | None,
    password: str | None,
    by: str,
    organisation: Organisation | None = None,
    starts_on: date | None = None,
    ends_on: date | None = None,
) -> User:
    """Return the person with that username, adding them if they are new, with one membership.

    Without a password the account exists to hold cases, and nobody can sign in with it.
    """
    known = User.objects.filter(username=username).first()
    if known:
        return known
    first, _, last = full_name.partition(" ")
    user = User(username=username, first_name=first, last_name=last)
    user.set_password(password)
    user.save()
    audit.record(by=by, act="account_added", subject=f"user:{user.pk}", details={"role": role})
    at = team.organisation if team else organisation or council()
    Membership.objects.create(
        user=user,
        organisation=at if ROLES[role].held_in else None,  # a family belongs to none
        team=team,
        role_key=role,
        starts_on=starts_on or clock.today(),
        ends_on=ends_on,
    )
    return user


@transaction.atomic
def rename(*, user: User, full_name: str, by: User) -> None:
    """Let an account be in another name from now on."""
    user.first_name, _, user.last_name = full_name.partition(" ")
    user.save()
    audit.record(by=by.username, act="account_renamed", subject=f"user:{user.pk}", details={})
