"""What is known of somebody's second factors, sessions, links and lock-outs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from allauth.mfa.models import Authenticator
from axes.models import AccessAttempt
from django.conf import settings
from django.db.models import Count, Max, QuerySet, Sum
from django.utils import timezone

from sendpath.accounts.models import User
from sendpath.accounts.sign_in.models import Identity, SentLink, Session

SECOND_FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
"""What can be asked for beside a password. Recovery codes only stand in for these."""


@dataclass(frozen=True)
class Passkey:
    """A passkey as its owner knows it."""

    pk: int
    name: str
    added_at: datetime
    last_used_at: datetime | None


@dataclass(frozen=True)
class LockedOut:
    """An address or a name that may not try again before a moment."""

    name: str
    until: datetime


def has_second_factor(user: User) -> bool:
    """Return whether somebody has set up an app or a passkey."""
    return factors_of(user).filter(type__in=SECOND_FACTORS).exists()


def factors_of(user: User) -> QuerySet[Authenticator]:
    """Return everything somebody has set up: app, passkeys, recovery codes."""
    found: QuerySet[Authenticator] = Authenticator.objects.filter(user=user)
    return found


def app_of(user: User) -> Authenticator | None:
    """Return somebody's app for codes."""
    return factors_of(user).filter(type=Authenticator.Type.TOTP).first()


def recovery_of(user: User) -> Authenticator | None:
    """Return somebody's recovery codes."""
    return factors_of(user).filter(type=Authenticator.Type.RECOVERY_CODES).first()


def unused_recovery_codes(user: User) -> int:
    """Return how many recovery codes somebody has left."""
    kept = recovery_of(user)
    return len(kept.data["hashes"]) if kept else 0


def passkeys_of(user: User) -> list[Passkey]:
    """Return somebody's passkeys, the oldest first."""
    kept = factors_of(user).filter(type=Authenticator.Type.WEBAUTHN).order_by("created_at")
    return [Passkey(one.pk, one.wrap().name, one.created_at, one.last_used_at) for one in kept]


def may_lose_one(user: User) -> bool:
    """Return whether a second factor may be taken away and enough be left."""
    if settings.DEMO or not user.needs_second_factor:
        return True
    return factors_of(user).filter(type__in=SECOND_FACTORS).count() > 1


def open_sessions(user: User) -> QuerySet[Session]:
    """Return the sessions somebody has open, the last used first."""
    now = timezone.now()
    return Session.objects.filter(
        user=user, expire_date__gt=now, last_used_at__gt=now - settings.SESSION_IDLE
    ).order_by("-last_used_at")


def identities_of(user: User) -> list[str]:
    """Return what the providers are called at which somebody may sign in."""
    names = {provider.issuer: provider.name for provider in settings.PROVIDERS.values()}
    issuers = Identity.objects.filter(user=user).values_list("issuer", flat=True)
    return sorted(names.get(issuer, issuer) for issuer in issuers)


def waiting_invitations(people: Sequence[User]) -> dict[int, datetime]:
    """Return, for each of these people with an invitation not yet used, when its link ends."""
    open_links = SentLink.objects.filter(
        user__in=people, kind=SentLink.Kind.INVITATION, used_at=None
    )
    return dict(open_links.values_list("user").annotate(Max("ends_at")))


def with_second_factor(people: Sequence[User]) -> set[int]:
    """Return which of these people have set up a second factor."""
    found = Authenticator.objects.filter(user__in=people, type__in=SECOND_FACTORS)
    return set(found.values_list("user", flat=True))


def known_elsewhere(people: Sequence[User]) -> set[int]:
    """Return which of these people are known by an account at a provider."""
    return set(Identity.objects.filter(user__in=people).values_list("user", flat=True))


def locked_out_people(people: Sequence[User]) -> dict[int, datetime]:
    """Return, for each of these people who is locked out anywhere, until when."""
    ids = {user.username: user.pk for user in people}
    counted = (
        _recent()
        .filter(username__in=ids)
        .values("username", "ip_address")
        .annotate(failures=Sum("failures_since_start"), last=Max("attempt_time"))
    )
    return {
        ids[row["username"]]: row["last"] + settings.AXES_COOLOFF_TIME
        for row in counted.order_by("last")
        if row["failures"] >= settings.FAILURES_BY_ONE_ADDRESS
    }


def locked_out_addresses() -> list[LockedOut]:
    """Return the network addresses that have tried too many names."""
    counted = (
        _recent()
        .values("ip_address")
        .annotate(names=Count("username", distinct=True), last=Max("attempt_time"))
    )
    return [
        LockedOut(row["ip_address"], row["last"] + settings.AXES_COOLOFF_TIME)
        for row in counted.filter(names__gte=settings.NAMES_TRIED_BY_ONE_ADDRESS)
        if row["ip_address"]
    ]


def _recent() -> QuerySet[AccessAttempt]:
    found: QuerySet[AccessAttempt] = AccessAttempt.objects.filter(
        attempt_time__gt=timezone.now() - settings.AXES_COOLOFF_TIME
    )
    return found
