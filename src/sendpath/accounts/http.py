"""Request types, so that the type checker knows who is signed in, and who may have a page."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase

from sendpath.accounts.models import User
from sendpath.accounts.roles import May

P = ParamSpec("P")


class SignedInRequest(HttpRequest):
    """A request whose user has signed in: what every view but sign-in receives."""

    user: User


View = Callable[Concatenate[SignedInRequest, P], HttpResponseBase]


def needs(*acts: May) -> Callable[[View[P]], View[P]]:
    """Refuse the page to anyone whose role allows none of these acts."""

    def guard(view: View[P]) -> View[P]:
        @wraps(view)
        def guarded(
            request: SignedInRequest, /, *args: P.args, **kwargs: P.kwargs
        ) -> HttpResponseBase:
            if not any(request.user.may(act) for act in acts):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return guarded

    return guard


def may(request: HttpRequest, act: May) -> bool:
    """Say, on a page that is open to all, whether who looks at it has signed in and may do that."""
    user = request.user
    return isinstance(user, User) and user.may(act)
