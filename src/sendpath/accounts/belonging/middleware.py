"""Nobody stays signed in who belongs nowhere any more."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse

from sendpath.accounts.models import User

Answer = Callable[[HttpRequest], HttpResponse]


def members_only(answer: Answer) -> Answer:
    """End the session of somebody without a membership in force, whatever they ask for."""

    def middleware(request: HttpRequest) -> HttpResponse:
        user = request.user
        if isinstance(user, User) and not user.memberships_now:
            logout(request)
        return answer(request)

    return middleware
