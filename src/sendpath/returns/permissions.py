"""Who may load a return and who may write one."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.core.exceptions import PermissionDenied
from django.http import HttpResponseBase

from sendpath.accounts.http import SignedInRequest
from sendpath.accounts.roles import May

P = ParamSpec("P")
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
