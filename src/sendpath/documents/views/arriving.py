"""Pages that take files: who may send is settled, and what is too large refused, before reading."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import TypeVar

from django.core.exceptions import PermissionDenied
from django.http import HttpResponseBase
from django.http.request import UnreadablePostError
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods

from sendpath.accounts.http import SignedInRequest
from sendpath.documents.forms import in_megabytes
from sendpath.documents.permissions import may_change
from sendpath.documents.receiving import MOST_FILES, SealingHandler, largest_request

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why files were not taken before anyone looked into them."""

    words: str
    status: int


Page = Callable[[SignedInRequest, Found, Refusal | None], HttpResponseBase]
Find = Callable[[SignedInRequest, int], Found]


def takes_files(
    find: Find[Found], person_of: Callable[[Found], int]
) -> Callable[[Page[Found]], Callable[..., HttpResponseBase]]:
    """Make a view of a page that takes files for what `find` finds.

    Looking for the token would read the whole request, so that comes after all other refusals.
    """

    def make(page: Page[Found]) -> Callable[..., HttpResponseBase]:
        @csrf_exempt
        @require_http_methods(["GET", "POST"])
        @wraps(page)
        def view(request: SignedInRequest, pk: int) -> HttpResponseBase:
            found = find(request, pk)
            if not may_change(request.user, person_of(found)):
                raise PermissionDenied
            if request.method == "GET":
                return page(request, found, None)
            if int(request.META.get("CONTENT_LENGTH") or 0) > largest_request():
                return page(_unread(request), found, _too_large(""))
            return csrf_protect(page)(request, found, _received(request))

        return view

    return make


def _received(request: SignedInRequest) -> Refusal | None:
    handler = SealingHandler()
    request.upload_handlers = [handler]
    try:
        request.POST  # noqa: B018  # reading it is what has the files come in
    except UnreadablePostError:
        return Refusal(
            "The files came too slowly or broke off, and nothing was kept. Try again where the "
            "network is better, or send fewer at once.",
            408,
        )
    if handler.too_many:
        return Refusal(f"Choose {MOST_FILES} files or fewer at once.", 413)
    return _too_large(handler.too_large) if handler.too_large else None


def _too_large(name: str) -> Refusal:
    which = f"“{name}” is too large." if name else "These files are too large to send at once."
    return Refusal(
        f"{which} A file must be smaller than {in_megabytes()} MB. Save it smaller, or split it.",
        413,
    )


def _unread(request: SignedInRequest) -> SignedInRequest:
    """Have nothing that comes later read what was refused for its size."""
    request.method = "GET"
    return request
