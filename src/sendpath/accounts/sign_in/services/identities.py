"""Which account somebody opens who comes from an OpenID provider. None is ever made here."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone

from sendpath.accounts.models import User
from sendpath.accounts.sign_in.models import Identity, SentLink
from sendpath.accounts.sign_in.openid.provider import Provider
from sendpath.accounts.sign_in.services import links
from sendpath.audit import services as audit

MOST = 255  # letters of a subject, by the standard


@transaction.atomic
def account_of(
    *, provider: Provider, claims: dict[str, Any], invitation: SentLink | None
) -> User | None:
    """Return whose account this identity opens, or None.

    One linked before; else the account whose invitation was just opened, if it was meant for
    this provider; else the one account with an e-mail address that the provider has verified,
    in a domain for which the area trusts it.
    """
    subject = str(claims["sub"])[:MOST]
    known = (
        Identity.objects.select_related("user")
        .filter(issuer=provider.issuer, subject=subject)
        .first()
    )
    if known:
        return known.user if known.user.is_active else None
    user = _invited(provider, invitation) or _by_verified_email(provider, claims)
    if user is None:
        return None
    Identity.objects.create(
        user=user, issuer=provider.issuer, subject=subject, linked_at=timezone.now()
    )
    audit.record(
        by=user.username,
        act="identity_linked",
        subject=f"user:{user.pk}",
        details={"provider": provider.key},
    )
    return user


def _invited(provider: Provider, invitation: SentLink | None) -> User | None:
    if invitation is None or invitation.provider != provider.key:
        return None
    if not links.use(link=invitation):
        return None
    user: User = invitation.user
    audit.record(by=user.username, act="invitation_accepted", subject=f"user:{user.pk}", details={})
    return user


def _by_verified_email(provider: Provider, claims: dict[str, Any]) -> User | None:
    email = str(claims.get("email", ""))
    if claims.get("email_verified") is not True or not provider.trusts(email):
        return None
    found = list(User.objects.filter(email__iexact=email, is_active=True)[:2])
    if len(found) != 1 or Identity.objects.filter(user=found[0], issuer=provider.issuer).exists():
        return None  # an address may be given to somebody new; a known person keeps their number
    return found[0]


def note_refused(*, provider: Provider, code: str) -> None:
    """Record that somebody who came from a provider was not let in, and why."""
    audit.record(
        by="sign-in",
        act="provider_refused",
        subject=f"provider:{provider.key}",
        details={"code": code},
    )
