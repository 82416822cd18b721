"""What every answer carries, whichever page it is."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

Answer = Callable[[HttpRequest], HttpResponse]


UNUSED = ("camera", "geolocation", "microphone", "payment", "usb")
"""What a page of ours may never ask the browser for, nor anything that got into one."""

HARDENED = {
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{name}=()" for name in UNUSED),
    "X-Frame-Options": "DENY",
}


def hardened(answer: Answer) -> Answer:
    """Stand before everything else, so that refusals and files carry the headers too.

    Behind https the server in front speaks plain http to this one. Which it was is taken from
    the settings and never from what a request says, which anybody could write.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        if settings.HTTPS:
            request.META["wsgi.url_scheme"] = "https"
        response = answer(request)
        for name, value in HARDENED.items():
            response.headers.setdefault(name, value)
        return response

    return middleware


def private_pages(answer: Answer) -> Answer:
    """Keep a signed-in person's pages out of the browser's store.

    On a shared computer the Back button must not show a child's page after sign-out.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        response = answer(request)
        if request.user.is_authenticated:
            response.headers["Cache-Control"] = "no-store"
        return response

    return middleware
