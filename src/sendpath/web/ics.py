"""Days for a calendar, in a file that phones and calendar programs open."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.http import HttpResponse

from sendpath.web.downloads import saved_as

MAKER = "-//SEND Path//Dates//EN"


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """One whole day of a calendar. The same `uid` in a later file takes its place."""

    uid: str
    on: date
    title: str
    words: str
    url: str = ""


def download(name: str, days: Iterable[Day], *, made_at: datetime) -> HttpResponse:
    """Return a calendar file to be saved under a name."""
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", MAKER)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for day in days:
        entry = Event()
        entry.add("uid", f"{day.uid}@sendpath")
        entry.add("dtstamp", made_at)
        entry.add("dtstart", day.on)
        entry.add("dtend", day.on + timedelta(days=1))
        entry.add("summary", day.title)
        entry.add("description", day.words)
        entry.add("transp", "TRANSPARENT")
        if day.url:
            entry.add("url", day.url)
        calendar.add_component(entry)
    return HttpResponse(
        calendar.to_ical(),
        content_type="text/calendar; charset=utf-8",
        headers=saved_as(name),
    )
