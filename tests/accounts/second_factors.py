"""What tests of signing in hold in their hand: an app that shows codes, a letter's link."""

from __future__ import annotations

import re
import time

from allauth.mfa.totp.internal import auth as totp

from sendpath.accounts.sign_in.services import factors, post

PASSWORD = "a long enough password"


def code_of(secret: str, *, ago: int = 0) -> str:
    """Return the code that an app with this key shows, or showed some half minutes ago."""
    counter = int(time.time()) // 30 - ago
    return totp.format_hotp_value(totp.hotp_value(secret, counter))


def give_app(user) -> str:
    """Set up an app for codes, as somebody would who used it half a minute ago."""
    secret = totp.generate_totp_secret()
    factors.add_app(user=user, secret=secret, code=code_of(secret, ago=1))
    return secret


def recovery_codes(user) -> list[str]:
    """Have new recovery codes made, as somebody does who has lost theirs."""
    return factors.new_recovery_codes(user=user)


def link_in(letter) -> str:
    """Return the path of the link in a letter."""
    return re.search(r"https?://[^/\s]+(/\S+)", letter.body).group(1)


def letters(mailbox):
    """Return the letters sent, once all have been."""
    post.all_sent().result(timeout=10)
    return mailbox
