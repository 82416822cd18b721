"""The steps of signing in. Until the last is taken nobody is signed in at all.

What is remembered between the steps is in the session: who has shown a password, or has come
from a provider or by an invitation, and which step is next. Pages that need somebody signed in
know nothing of it, so a step cannot be left out.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import timedelta
from enum import StrEnum

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.utils.dateparse import parse_datetime

from sendpath.accounts.models import User
from sendpath.accounts.sign_in import selectors
from sendpath.accounts.sign_in.services import sessions

KEY = "sendpath_entering"
LASTS = timedelta(minutes=30)
"""Long enough to fetch a phone and set up an app on it."""


class Step(StrEnum):
    """What somebody must do next."""

    SECOND_FACTOR = "second_factor"
    SET_UP = "set_up"
    DONE = "done"


@dataclass(frozen=True)
class Entering:
    """Somebody between the first step and the last."""

    user_id: int
    step: str
    by: str
    next: str
    at: str
    proof: str


def begin(
    *, request: HttpRequest, user: User, by: str, next: str = "", second_factor_seen: bool = False
) -> Step:
    """Take the first step, shown by password, provider or invitation; return what is next."""
    step = _step_after_first(user, second_factor_seen)
    if step is Step.DONE:
        sessions.begin(request=request, user=user, by=by)
        return step
    request.session.cycle_key()
    _keep(request, user, step, by, next)
    return step


def _step_after_first(user: User, second_factor_seen: bool) -> Step:
    if second_factor_seen:
        return Step.DONE
    if selectors.has_second_factor(user):
        return Step.SECOND_FACTOR
    needed = user.needs_second_factor and not settings.DEMO
    return Step.SET_UP if needed else Step.DONE


def finish(*, request: HttpRequest, user: User, factor: str) -> str:
    """Take the last step, shown by a second factor; return the page that was asked for."""
    now = _read(request)
    request.session.pop(KEY, None)
    if now and now.user_id != user.pk:
        now = None  # a passkey of somebody else than whose password was typed before
    first = now.by if now else ""
    sessions.begin(request=request, user=user, by=f"{first}+{factor}" if first else factor)
    return now.next if now else ""


def who_is_entering(request: HttpRequest, step: Step) -> User | None:
    """Return who has come as far as this step, in time and with nothing changed meanwhile."""
    now = _read(request)
    if now is None or now.step != step:
        return None
    at = parse_datetime(now.at)
    user = User.objects.filter(pk=now.user_id, is_active=True).first()
    if user is None or at is None or timezone.now() - at > LASTS:
        return None
    if not constant_time_compare(now.proof, user.get_session_auth_hash()):
        return None
    if step is Step.SET_UP and selectors.has_second_factor(user):
        return None  # set up meanwhile in another browser: whoever is here must show that one
    return user


def leave(request: HttpRequest) -> None:
    """Forget the steps taken so far."""
    request.session.pop(KEY, None)


def _read(request: HttpRequest) -> Entering | None:
    kept = request.session.get(KEY)
    return Entering(**kept) if kept else None


def _keep(request: HttpRequest, user: User, step: Step, by: str, next: str) -> None:
    request.session[KEY] = asdict(
        Entering(
            user_id=user.pk,
            step=step,
            by=by,
            next=next,
            at=timezone.now().isoformat(),
            proof=user.get_session_auth_hash(),
        )
    )
