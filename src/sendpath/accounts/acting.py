"""Telling the log who acts in a request and as what, and logging whom its answer shows."""

from __future__ import annotations

import secrets
from collections.abc import Callable

import structlog
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from sendpath.accounts.models import User
from sendpath.accounts.roles import May
from sendpath.audit import services as audit
from sendpath.audit.acting import Acting, acting_as, who_acts
from sendpath.audit.purposes import Purpose, usual_purpose

Answer = Callable[[HttpRequest], HttpResponse]


def role_and_organisation(user: User) -> tuple[str, str]:
    """Return as what somebody acts today, in words that the log can keep."""
    at = dict.fromkeys(str(one.organisation) for one in user.memberships_now if one.organisation)
    return user.title, ", ".join(at)


class LogLooks:
    """Log each look at a child before its page is given: without the entry, no page.

    Selectors say whom a page shows (`audit.acting.saw`). An answer that shows nothing, such as
    a redirect or a refusal, is no look.
    """

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        user = request.user
        if not isinstance(user, User):
            return self.answer(request)
        role, organisation = role_and_organisation(user)
        acting = Acting(
            user=user.pk, by=user.username, role=role, organisation=organisation,
            request=secrets.token_hex(8), purpose=_own_purpose(user),
        )  # fmt: skip
        with (
            acting_as(acting),
            structlog.contextvars.bound_contextvars(request_id=acting.request),
        ):
            response = self.answer(request)
            if acting.saw_somebody and response.status_code == 200:
                audit.record_look(acting=acting)
        return response

    def process_view(
        self,
        request: HttpRequest,
        view: Callable[..., HttpResponseBase],
        args: tuple[object, ...],
        kwargs: dict[str, object],
    ) -> None:
        """Note which page is asked for, and what such a page is for."""
        acting, found = who_acts(), request.resolver_match
        if acting and found:
            acting.page = found.view_name
            acting.purpose = acting.purpose or usual_purpose(found.namespace)


def _own_purpose(user: User) -> str:
    """Return what somebody looks for on whatever page, where their role is for that alone."""
    oversees = user.may(May.OVERSEE_ACCESS) and not user.may(May.SEE_CASES)
    return Purpose.OVERSIGHT if oversees else ""
