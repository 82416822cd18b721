"""Setting up second factors, checking them, and taking them away."""

from __future__ import annotations

import json
import secrets
from typing import Any

import structlog
from allauth.core.internal.cryptokit import compare_user_code
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from allauth.mfa.utils import decrypt
from allauth.mfa.webauthn.internal import auth as webauthn
from django.contrib.auth.hashers import check_password, make_password
from django.core.exceptions import ValidationError
from django.db import transaction

from sendpath.accounts.models import User
from sendpath.accounts.sign_in import selectors
from sendpath.accounts.sign_in.services import post, sessions
from sendpath.audit import services as audit

log = structlog.get_logger("sendpath.accounts")

LAST_ONE = (
    "This is your only second factor. Add another before you remove it: without one you could "
    "not sign in."
)
CODES, DIGITS = 10, 12
NOT_ACCEPTED = "That passkey was not accepted. Try again, or use another way to sign in."


@transaction.atomic
def add_app(*, user: User, secret: str, code: str) -> list[str]:
    """Set up an app that makes codes, shown to work by one of them. It takes an older one's place.

    Returns new recovery codes, if there were none. Raises `ValidationError` if the code is not
    one of the app's.
    """
    counter = _counter_of(secret, code)
    if counter is None:
        raise ValidationError(
            "Enter the code that the app shows now. If it is refused twice, check that the phone "
            "sets its clock by itself."
        )
    selectors.factors_of(user).filter(type=Authenticator.Type.TOTP).delete()
    app = totp.TOTP.activate(user, secret).instance
    app.data["last_counter"] = counter
    app.save()
    return _added(user, "app")


@transaction.atomic
def code_is_right(*, user: User, code: str) -> bool:
    """Return whether a code is the app's now. Each opens once, whichever server it is sent to."""
    app = selectors.factors_of(user).filter(type=Authenticator.Type.TOTP)
    kept = app.select_for_update().first()
    if kept is None:
        return False
    counter = _counter_of(decrypt(kept.data["secret"]), code)
    if counter is None or counter <= kept.data.get("last_counter", 0):
        return False
    kept.data["last_counter"] = counter
    kept.save()
    kept.record_usage()
    return True


def _counter_of(secret: str, code: str) -> int | None:
    for counter in totp.yield_hotp_counters_from_time():
        expected = totp.format_hotp_value(totp.hotp_value(secret, counter))
        if compare_user_code(actual=code, expected=expected):
            return int(counter)
    return None


@transaction.atomic
def recovery_code_is_right(*, user: User, code: str) -> bool:
    """Return whether a recovery code is one of somebody's that was not used yet, and use it."""
    kept = selectors.factors_of(user).filter(type=Authenticator.Type.RECOVERY_CODES)
    row = kept.select_for_update().first()
    typed = "".join(code.split()).replace("-", "")
    hashes = row.data["hashes"] if row else []
    used = next((one for one in hashes if check_password(typed, one)), None)
    if row is None or used is None:
        return False
    row.data["hashes"] = [one for one in hashes if one != used]
    row.save()
    row.record_usage()
    audit.record(by=user.username, act="recovery_code_used", subject=f"user:{user.pk}", details={})
    return True


def ask_for_new_passkey(user: User) -> str:
    """Return, as JSON, what a browser needs to have a device make a passkey for somebody."""
    return json.dumps(webauthn.begin_registration(user, passwordless=True), default=dict)


def ask_for_passkey(user: User | None) -> str:
    """Return, as JSON, what a browser needs to ask a device for a passkey: of one, or of anyone."""
    return json.dumps(webauthn.begin_authentication(user), default=dict)


def owner_of_passkey(answer: dict[str, Any]) -> User | None:
    """Return whose passkey a device says that it holds, which is still to be shown."""
    try:
        owner = webauthn.extract_user_from_response(answer)
    except ValidationError:
        return None
    return owner if isinstance(owner, User) and owner.is_active else None


@transaction.atomic
def add_passkey(*, user: User, name: str, answer: dict[str, Any]) -> list[str]:
    """Keep a passkey that a device has just made; return new recovery codes if there were none."""
    webauthn.complete_registration(answer)
    webauthn.WebAuthn.add(user, name, answer)
    return _added(user, "passkey")


@transaction.atomic
def passkey_is_right(*, user: User, answer: dict[str, Any]) -> bool:
    """Return whether a device has shown that it holds one of somebody's passkeys."""
    try:
        webauthn.complete_authentication(user, answer).record_usage()
    except ValidationError as fault:
        why = str(fault.__cause__ or "no request of ours")
        log.warning("sign_in.passkey_refused", user_id=user.pk, why=why)
        return False
    return True


@transaction.atomic
def rename_passkey(*, user: User, pk: int, name: str) -> None:
    """Call a passkey something else."""
    kept = Authenticator.objects.get(user=user, type=Authenticator.Type.WEBAUTHN, pk=pk)
    kept.data["name"] = name
    kept.save()
    audit.record(by=user.username, act="passkey_renamed", subject=f"user:{user.pk}", details={})


@transaction.atomic
def remove(*, user: User, pk: int) -> None:
    """Take away one of somebody's own second factors, if enough is left."""
    kept = Authenticator.objects.get(user=user, type__in=selectors.SECOND_FACTORS, pk=pk)
    if not selectors.may_lose_one(user):
        raise ValidationError(LAST_ONE)
    kind = "app" if kept.type == Authenticator.Type.TOTP else "passkey"
    kept.delete()
    if not selectors.has_second_factor(user):
        selectors.factors_of(user).delete()  # codes that would stand in for nothing
    _removed(user, kind, user)


@transaction.atomic
def remove_all(*, of: User, by: User) -> None:
    """Take away everything somebody has set up, because they have lost it, and sign them out."""
    selectors.factors_of(of).delete()
    sessions.end_all(of=of, by=by)
    _removed(of, "all", by)


@transaction.atomic
def new_recovery_codes(*, user: User) -> list[str]:
    """Make new recovery codes and return them: only their hashes are kept. Older ones end."""
    selectors.factors_of(user).filter(type=Authenticator.Type.RECOVERY_CODES).delete()
    codes = [f"{secrets.randbelow(10**DIGITS):0{DIGITS}}" for _ in range(CODES)]
    Authenticator.objects.create(
        user=user,
        type=Authenticator.Type.RECOVERY_CODES,
        data={"hashes": [make_password(code) for code in codes]},
    )
    audit.record(by=user.username, act="recovery_codes_made", subject=f"user:{user.pk}", details={})
    return codes


def _added(user: User, kind: str) -> list[str]:
    audit.record(
        by=user.username,
        act="second_factor_added",
        subject=f"user:{user.pk}",
        details={"kind": kind},
    )
    post.tell_of_change(user=user, change="second_factor_added")
    return [] if selectors.recovery_of(user) else new_recovery_codes(user=user)


def _removed(of: User, kind: str, by: User) -> None:
    audit.record(
        by=by.username,
        act="second_factor_removed",
        subject=f"user:{of.pk}",
        details={"kind": kind},
    )
    post.tell_of_change(user=of, change="second_factor_removed")
