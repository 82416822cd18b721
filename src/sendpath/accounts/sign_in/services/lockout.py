"""Locking out who guesses: one name from one address, one name from many, many names from one."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import structlog
from axes.handlers.database import AxesDatabaseHandler
from axes.handlers.proxy import AxesProxyHandler
from axes.models import AccessAttempt
from django.conf import settings
from django.contrib.auth.signals import user_login_failed
from django.db import transaction
from django.db.models import Max, Q, Sum
from django.http import HttpRequest
from django.utils import timezone

from sendpath.accounts.models import User
from sendpath.accounts.sign_in.network import address_of
from sendpath.audit import services as audit

log = structlog.get_logger("sendpath.accounts")


class Handler(AxesDatabaseHandler):  # type: ignore[misc]  # axes has no types
    """Axes' own count of one name from one address, and two more beside it."""

    def is_locked(self, request: HttpRequest, credentials: dict[str, Any] | None = None) -> bool:
        if super().is_locked(request, credentials):
            return True
        name = str((credentials or {}).get("username") or "")
        return _guessed_from_everywhere(name) or _trying_many_names(address_of(request))


def _recent() -> Any:
    since = timezone.now() - settings.AXES_COOLOFF_TIME
    return AccessAttempt.objects.filter(attempt_time__gt=since)


def _guessed_from_everywhere(name: str) -> bool:
    total = _recent().filter(username=name).aggregate(Sum("failures_since_start"))
    tries: int = total["failures_since_start__sum"] or 0
    return tries >= int(settings.FAILURES_BY_ALL_ADDRESSES)


def _trying_many_names(address: str | None) -> bool:
    names: int = _recent().filter(ip_address=address).values("username").distinct().count()
    return names >= int(settings.NAMES_TRIED_BY_ONE_ADDRESS)


def locked_out(request: HttpRequest, username: str) -> bool:
    """Return whether this name, or this address, may not try now."""
    return not AxesProxyHandler.is_allowed(request, {"username": username})


def refused_before(request: HttpRequest) -> bool:
    """Return whether a password was not even looked at, because its name or address is locked."""
    locked = getattr(request, "axes_locked_out", False)
    return bool(locked and getattr(request, "axes_failures_since_start", None) is None)


def until(request: HttpRequest, username: str) -> datetime:
    """Return when whoever is locked out may try again."""
    tried = Q(username=username) | Q(ip_address=address_of(request))
    last: datetime | None = (
        _recent().filter(tried).aggregate(Max("attempt_time"))["attempt_time__max"]
    )
    lasts: timedelta = settings.AXES_COOLOFF_TIME
    return (last or timezone.now()) + lasts


@transaction.atomic
def note_failure(*, request: HttpRequest, username: str, act: str) -> None:
    """Record that a password or a code was wrong, and whether that led to a lock-out.

    The name that was typed is not recorded: people type passwords into that box.
    """
    known = User.objects.filter(username=username).first()
    subject = f"user:{known.pk}" if known else "nobody"
    audit.record(by="sign-in", act=act, subject=subject, details={})
    if locked_out(request, username):
        audit.record(by="sign-in", act="locked_out", subject=subject, details={})
        log.warning("sign_in.locked_out", user_id=known.pk if known else None)


def wrong_factor(*, request: HttpRequest, user: User, factor: str) -> None:
    """Count a wrong second factor as a wrong password is counted, and record it."""
    user_login_failed.send(
        sender=__name__, credentials={"username": user.username}, request=request
    )
    note_failure(request=request, username=user.username, act=f"{factor}_refused")


def forget(*, user: User) -> None:
    """Forget the wrong tries at somebody's name: they have shown that they are who they are."""
    AxesProxyHandler.reset_attempts(username=user.username)


@transaction.atomic
def unlock(*, user: User, by: User) -> None:
    """Let somebody who was locked out try again at once, from everywhere."""
    forget(user=user)
    audit.record(by=by.username, act="unlocked", subject=f"user:{user.pk}", details={})


@transaction.atomic
def unlock_address(*, address: str, by: User) -> None:
    """Let people try again from a network address that had tried too many names."""
    AxesProxyHandler.reset_attempts(ip_address=address)
    audit.record(by=by.username, act="address_unlocked", subject="address", details={})
