"""Request types, so that the type checker knows who is signed in."""

from __future__ import annotations

from django.http import HttpRequest

from sendpath.accounts.models import User


class SignedInRequest(HttpRequest):
    """A request whose user has signed in: what every view but sign-in receives."""

    user: User
