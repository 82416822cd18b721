"""Adding teams and people who sign in."""

from __future__ import annotations

from django.db import transaction

from sendpath.accounts.models import Team, User
from sendpath.audit import services as audit


def add_team(*, name: str) -> Team:
    """Return the team of that name, adding it if it is new."""
    team, _ = Team.objects.get_or_create(name=name)
    return team


@transaction.atomic
def add_user(
    *, username: str, full_name: str, role: str, team: Team | None, password: str | None, by: str
) -> User:
    """Return the person with that username, adding them if they are new.

    Without a password the account exists to hold cases, and nobody can sign in with it.
    """
    known = User.objects.filter(username=username).first()
    if known:
        return known
    first, _, last = full_name.partition(" ")
    user = User(username=username, first_name=first, last_name=last, role_key=role, team=team)
    user.set_password(password)
    user.save()
    audit.record(by=by, act="account_added", subject=f"user:{user.pk}", details={"role": role})
    return user
