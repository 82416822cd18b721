"""Keeps a session from ending while it is in use."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from sendpath.accounts.sign_in.services import sessions
from sendpath.accounts.sign_in.services.session_store import SessionStore
from sendpath.web.middleware import Answer


def session_in_use(answer: Answer) -> Answer:
    """Note when a signed-in person's session was last used."""

    def middleware(request: HttpRequest) -> HttpResponse:
        # asking for the user is what reads the session
        if request.user.is_authenticated and isinstance(request.session, SessionStore):
            sessions.touch(request.session)
        return answer(request)

    return middleware
