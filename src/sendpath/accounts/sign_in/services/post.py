"""E-mails about accounts. They are sent once what they tell of is saved, and beside the request.

Beside it, so that asking for an unknown address takes no less time than for a known one. A
letter that could not be sent is logged, and whoever asked asks again.
"""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial

import structlog
from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string

from sendpath.accounts.models import User

log = structlog.get_logger("sendpath.accounts")
_sending = ThreadPoolExecutor(max_workers=1, thread_name_prefix="post")

SUBJECTS = {
    "invitation": "Your account for SEND Path",
    "recovery": "Choose a new password for SEND Path",
    "password_changed": "Your password for SEND Path was changed",
    "second_factor_added": "A way to sign in to SEND Path was added",
    "second_factor_removed": "A way to sign in to SEND Path was removed",
}


def send(*, to: User, what: str, link: str = "") -> None:
    """Send one of the letters to somebody, after the caller's transaction."""
    if not to.email:
        return
    words = {"user": to, "link": link, "area": settings.AREA}
    letter = EmailMessage(
        subject=SUBJECTS[what],
        body=render_to_string(f"accounts/mail/{what}.txt", words),
        to=[to.email],
    )
    transaction.on_commit(partial(_sending.submit, _deliver, letter, what, to.pk))


def tell_of_change(*, user: User, change: str) -> None:
    """Tell somebody that how they sign in has changed, in case it was not they who did it."""
    send(to=user, what=change)


def all_sent() -> Future[None]:
    """Return what is done once every letter asked for so far has been sent or has failed."""
    return _sending.submit(lambda: None)


def _deliver(letter: EmailMessage, what: str, user_id: int) -> None:
    try:
        letter.send()
    except Exception as fault:  # whatever the server's fault, the next letter is sent
        log.error("mail.failed", what=what, user_id=user_id, fault=type(fault).__name__)
