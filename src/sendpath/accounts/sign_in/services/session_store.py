"""Django's sessions in a table of ours: each can be listed, ends by itself, and can be ended.

The key that a browser holds is not in the table, only its digest, so that nobody can sign in
with a copy of the database. Time here is the machine's own: a demonstration's pinned day does
not move, and sessions must.
"""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from sendpath.accounts.sign_in.models import Session

SIGNED_IN = "sendpath_signed_in"
"""Where a session keeps when, where and how somebody signed in."""


def digest_of(key: str) -> str:
    """Return what stands for a session's key in the database."""
    return sha256(key.encode()).hexdigest()[:40]


class SessionStore(DatabaseStore):
    """A session as Django uses it, kept under the digest of its key."""

    row: Session | None = None

    @classmethod
    def get_model_class(cls) -> type[Session]:
        return Session

    def _get_session_from_db(self) -> Session | None:
        now = timezone.now()
        self.row = Session.objects.filter(
            session_key=digest_of(self.session_key or ""),
            expire_date__gt=now,
            last_used_at__gt=now - settings.SESSION_IDLE,
        ).first()
        if self.row is None:
            self._session_key = None
        return self.row

    def exists(self, session_key: str) -> bool:
        return Session.objects.filter(session_key=digest_of(session_key)).exists()

    def create_model_instance(self, data: dict[str, Any]) -> Session:
        now = timezone.now()
        signed_in = data.get(SIGNED_IN, {})
        user = data.get("_auth_user_id")
        began = parse_datetime(signed_in["at"]) if signed_in else None
        began = began or (self.row.began_at if self.row else now)
        row = super().create_model_instance(data)
        assert isinstance(row, Session)  # noqa: S101 - for the type checker
        row.session_key = digest_of(row.session_key)
        # counted from signing in, however often it is saved after that
        row.expire_date = began + (self.get_expiry_date() - now)
        row.user_id = int(user) if user else None
        row.began_at, row.last_used_at = began, now
        row.address, row.device = signed_in.get("address"), signed_in.get("device", "")
        return row

    def delete(self, session_key: str | None = None) -> None:
        key = session_key or self.session_key
        if key:
            Session.objects.filter(session_key=digest_of(key)).delete()
