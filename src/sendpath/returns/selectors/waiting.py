"""Loaded returns that wait for somebody, for the first page of those who may go on with them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q
from django.urls import reverse

from sendpath.accounts.models import User
from sendpath.accounts.roles import May
from sendpath.jobs.models import STOPPED
from sendpath.returns.models import Upload

MOST = 3
"""As many are listed; the page of returns shows the others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingReturn:
    """What somebody is asked to do, on which page, and who loaded the return when."""

    asked: str
    href: str
    loaded_at: datetime | None = None
    loaded_by: str = ""


def waiting_returns(user: User) -> list[WaitingReturn]:
    """Return what waits for this person, latest first; empty for who may not accept returns.

    A return waits when it has been read and is to be accepted or cancelled, and when its work
    stopped before the end. One query.
    """
    if not user.may(May.IMPORT_RETURNS):
        return []
    begun = [Upload.State.READING, Upload.State.ACCEPTING]
    waits = Q(state=Upload.State.READY) | Q(state__in=begun, job__state__in=STOPPED)
    rows = Upload.objects.filter(waits).select_related("uploaded_by").order_by("-pk")
    found = list(rows.defer("header", "counts"))
    lines = [_line(upload) for upload in found[:MOST]]
    if len(found) > MOST:
        asked = f"See all {len(found)} returns that wait"
        lines.append(WaitingReturn(asked=asked, href=reverse("returns:start")))
    return lines


def _line(upload: Upload) -> WaitingReturn:
    what = f"{upload.name}, the return of January {upload.survey_year}"
    ready = upload.state == Upload.State.READY
    return WaitingReturn(
        asked=f"Accept or cancel {what}" if ready else f"Go on with {what}: its work has stopped",
        href=reverse("returns:upload", args=[upload.pk]),
        loaded_at=upload.uploaded_at,
        loaded_by=upload.uploaded_by.display_name,
    )
