"""Beginning sessions and ending them. The only place where anybody is signed in."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from django.contrib.auth import login, logout, update_session_auth_hash
from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone

from sendpath.accounts.models import User
from sendpath.accounts.sign_in.models import Session
from sendpath.accounts.sign_in.network import address_of, device_of
from sendpath.accounts.sign_in.services.session_store import SIGNED_IN, SessionStore, digest_of
from sendpath.audit import services as audit

BACKEND = "django.contrib.auth.backends.ModelBackend"
TOUCH = timedelta(minutes=1)
"""How old the moment of last use may grow before it is written again."""


@transaction.atomic
def begin(*, request: HttpRequest, user: User, by: str) -> None:
    """Sign somebody in who has shown all that is asked of them, under a new session key."""
    Session.objects.filter(expire_date__lt=timezone.now()).delete()
    login(request, user, backend=BACKEND)
    _remember(request)
    audit.record(by=user.username, act="signed_in", subject=f"user:{user.pk}", details={"with": by})


def _remember(request: HttpRequest) -> None:
    request.session[SIGNED_IN] = {
        "at": timezone.now().isoformat(),
        "address": address_of(request),
        "device": device_of(request),
    }


@transaction.atomic
def end(*, request: HttpRequest, user: User) -> None:
    """Sign somebody out here: a copy of their session opens nothing afterwards."""
    logout(request)
    audit.record(by=user.username, act="signed_out", subject=f"user:{user.pk}", details={})


@transaction.atomic
def end_these(*, of: User, keys: Iterable[str], by: User) -> int:
    """End the sessions of one person that are named by their digests; return how many."""
    count, _ = Session.objects.filter(user=of, session_key__in=list(keys)).delete()
    if count:
        _note_ended(of, by, count)
    return count


@transaction.atomic
def end_all(*, of: User, by: User, but: str | None = None) -> int:
    """End every session of a person, but for one if its key is given; return how many."""
    ended = Session.objects.filter(user=of)
    if but:
        ended = ended.exclude(session_key=digest_of(but))
    count, _ = ended.delete()
    if count:
        _note_ended(of, by, count)
    return count


def _note_ended(of: User, by: User, count: int) -> None:
    audit.record(
        by=by.username, act="sessions_ended", subject=f"user:{of.pk}", details={"sessions": count}
    )


@transaction.atomic
def go_on_after_change(*, request: HttpRequest, user: User) -> None:
    """Keep this session after a change of password, under a new key, and end all others."""
    update_session_auth_hash(request, user)
    end_all(of=user, by=user, but=request.session.session_key)


def confirm(request: HttpRequest) -> None:
    """Note that somebody has just shown again who they are, under a new session key."""
    request.session.cycle_key()
    request.session["sendpath_confirmed_at"] = timezone.now().isoformat()


def touch(session: SessionStore) -> None:
    """Note that a session is in use, at most once a minute."""
    now, row = timezone.now(), session.row
    if row and now - row.last_used_at > TOUCH:
        Session.objects.filter(pk=row.pk).update(last_used_at=now)
