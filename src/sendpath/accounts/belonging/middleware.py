"""Nobody stays signed in who belongs nowhere any more."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse

from sendpath.accounts.models import User
from sendpath.accounts.sign_in.services import sessions

NO_ROLE = "This account gives no access today. Ask whoever gave it to you."
Answer = Callable[[HttpRequest], HttpResponse]


def members_only(answer: Answer) -> Answer:
    """End the session of somebody without a membership in force, whatever they ask for."""

    def middleware(request: HttpRequest) -> HttpResponse:
        user = request.user
        if isinstance(user, User) and not user.memberships_now:
            sessions.end(request=request, user=user)
            messages.error(request, NO_ROLE)
        return answer(request)

    return middleware
