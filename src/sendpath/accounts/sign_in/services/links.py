"""Links sent by e-mail: an invitation to an account, and the way back when a password is lost."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from sendpath.accounts import services as accounts
from sendpath.accounts.belonging import services as belonging
from sendpath.accounts.belonging.services import Place
from sendpath.accounts.models import User
from sendpath.accounts.sign_in.models import SentLink
from sendpath.accounts.sign_in.services import lockout, post, sessions
from sendpath.audit import services as audit

MOST_AN_HOUR = 3
"""Letters to one person: more would be somebody filling their post."""


@dataclass(frozen=True, kw_only=True)
class NewAccount:
    """What is said of somebody who is invited."""

    full_name: str
    email: str
    provider: str = ""


@transaction.atomic
def invite(*, who: NewAccount, place: Place, by: User, address: str) -> User:
    """Make an account with a role that nobody can open yet, and send its owner the link to it.

    `address` is where people reach this service, as in https://send.hartwell.gov.uk.
    """
    user, _ = _invite(who, by.username, address)
    belonging.give_role(user=user, place=place, by=by)
    return user


@transaction.atomic
def invite_first(*, who: NewAccount, role: str, address: str) -> str:
    """Invite somebody to a role in the council from the machine itself; return the link too."""
    user, link = _invite(who, "command line", address)
    accounts.add_membership(user=user, role=role, team=None)
    return link


def _invite(who: NewAccount, by: str, address: str) -> tuple[User, str]:
    email = who.email.strip().lower()
    if User.objects.filter(Q(username=email) | Q(email=email)).exists():
        raise ValidationError(
            "Somebody with that email address has an account already. Give them the role instead."
        )
    first, _, last = who.full_name.strip().partition(" ")
    user = User(username=email, email=email, first_name=first, last_name=last)
    user.set_unusable_password()
    user.save()
    details = {"provider": who.provider}
    audit.record(by=by, act="invited", subject=f"user:{user.pk}", details=details)
    lasts = settings.INVITATION_LASTS
    return user, _send(address, user, SentLink.Kind.INVITATION, lasts, who.provider)


@transaction.atomic
def invite_again(*, user: User, by: User, address: str) -> None:
    """Send an invitation again. The link sent before opens nothing any more."""
    before = SentLink.objects.filter(user=user, kind=SentLink.Kind.INVITATION, used_at=None)
    last = before.order_by("-sent_at").first()
    if last is None:
        raise ValidationError("This person has taken up their invitation already.")
    before.delete()
    audit.record(by=by.username, act="invited_again", subject=f"user:{user.pk}", details={})
    _send(address, user, SentLink.Kind.INVITATION, settings.INVITATION_LASTS, last.provider)


@transaction.atomic
def send_recovery(*, email: str, address: str) -> None:
    """Send a link for a new password to whoever has that address and signs in with a password."""
    an_hour_ago = timezone.now() - timedelta(hours=1)
    for user in User.objects.filter(email__iexact=email.strip(), is_active=True):
        sent = SentLink.objects.filter(
            user=user, kind=SentLink.Kind.RECOVERY, sent_at__gt=an_hour_ago
        )
        if user.has_usable_password() and sent.count() < MOST_AN_HOUR:
            audit.record(by="sign-in", act="recovery_sent", subject=f"user:{user.pk}", details={})
            _send(address, user, SentLink.Kind.RECOVERY, settings.RECOVERY_LASTS, "")


def _send(address: str, user: User, kind: SentLink.Kind, lasts: timedelta, provider: str) -> str:
    secret = secrets.token_urlsafe(32)
    now = timezone.now()
    SentLink.objects.create(
        user=user, kind=kind, digest=_digest(secret), provider=provider,
        sent_at=now, ends_at=now + lasts,
    )  # fmt: skip
    link = f"{address}{reverse(f'accounts:{kind}', args=[secret])}"
    post.send(to=user, what=str(kind), link=link)
    return link


def _digest(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()


def open_link(*, kind: SentLink.Kind, secret: str) -> SentLink | None:
    """Return the link with that secret, while it lasts and has not been used."""
    return (
        SentLink.objects.select_related("user")
        .filter(
            kind=kind, digest=_digest(secret), used_at=None, ends_at__gt=timezone.now(),
            user__is_active=True,
        )
        .first()
    )  # fmt: skip


def still_open(*, pk: int) -> SentLink | None:
    """Return an invitation that was opened in this session, while it lasts and is not used."""
    return (
        SentLink.objects.select_related("user")
        .filter(pk=pk, kind=SentLink.Kind.INVITATION, used_at=None, ends_at__gt=timezone.now())
        .first()
    )


@transaction.atomic
def use_for_password(*, link: SentLink, password: str) -> bool:
    """Give whoever the link was sent to a new password, once. All their sessions end."""
    user = link.user
    if not use(link=link):
        return False
    user.set_password(password)
    user.save()
    recovery = link.kind == SentLink.Kind.RECOVERY
    act = "password_recovered" if recovery else "invitation_accepted"
    audit.record(by=user.username, act=act, subject=f"user:{user.pk}", details={})
    sessions.end_all(of=user, by=user)
    SentLink.objects.filter(user=user, kind=link.kind, used_at=None).delete()
    if recovery:
        lockout.forget(user=user)
        post.tell_of_change(user=user, change="password_changed")
    return True


def use(*, link: SentLink) -> bool:
    """Mark a link as used; return whether it was the first use."""
    first = SentLink.objects.filter(pk=link.pk, used_at=None).update(used_at=timezone.now())
    return bool(first)


@transaction.atomic
def change_password(*, request: HttpRequest, user: User, password: str) -> None:
    """Give a signed-in person a new password, keep this session and end the others."""
    user.set_password(password)
    user.save()
    audit.record(by=user.username, act="password_changed", subject=f"user:{user.pk}", details={})
    sessions.go_on_after_change(request=request, user=user)
    post.tell_of_change(user=user, change="password_changed")
