"""The worklist, and the same list as a spreadsheet."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from sendpath.accounts.http import SignedInRequest, needs
from sendpath.accounts.roles import May
from sendpath.audit import services as audit
from sendpath.audit.acting import saw
from sendpath.casework.forms.worklist import WHEN_WORDS, worklist_filters
from sendpath.casework.selectors.worklist import (
    ME,
    NOBODY,
    PAGE,
    Line,
    Wanted,
    When,
    Worklist,
    whole_worklist,
    worklist,
)
from sendpath.web import clock, csv

COLUMNS = ("Case", "Child or young person", "Duty", "Law", "Last day", "Days left",
           "Reason may apply", "Officer", "Team")  # fmt: skip
SHOWN = (When.OVERDUE, When.THIS_WEEK, When.FOUR_WEEKS, When.LATER, When.ALL)
WHOSE = {ME: "in the cases you hold", NOBODY: "in cases that nobody holds yet"}


@dataclass(frozen=True)
class CountLink:
    """How many duties a choice of time would show, and where it leads."""

    words: str
    count: int
    href: str
    chosen: bool


@require_GET
@needs(May.SEE_CASES)
def show(request: SignedInRequest) -> HttpResponse:
    """List the duties still to be done, the longest overdue first."""
    filters = worklist_filters(request.GET.dict(), user=request.user)
    wanted, page = filters.wanted, _page(request)
    found = worklist(user=request.user, today=clock.today(), wanted=wanted, page=page)
    saw(cases=[line.case_id for line in found.lines])
    context = {
        "filters": filters,
        "lines": found.lines,
        "counts": _count_links(request, found, wanted),
        "total": found.total,
        "whose": WHOSE.get(wanted.officer, ""),
        "page": Paginator(range(found.total), PAGE).get_page(page),
        "own": wanted.officer == ME,
        "untold": wanted.when is When.UNTOLD,
    }
    return render(request, "casework/worklist.html", context)


@require_GET
@needs(May.SEE_CASES)
def spreadsheet(request: SignedInRequest) -> HttpResponse:
    """Give the whole of a filtered worklist as a CSV file."""
    wanted = worklist_filters(request.GET.dict(), user=request.user).wanted
    lines = list(whole_worklist(user=request.user, today=clock.today(), wanted=wanted))
    saw(cases=[line.case_id for line in lines])
    audit.record(
        by=request.user.username,
        act="worklist_downloaded",
        subject="worklist",
        details={"lines": len(lines)},
    )
    return csv.download(f"worklist-{clock.today()}.csv", COLUMNS, map(_cells, lines))


def _count_links(request: SignedInRequest, found: Worklist, wanted: Wanted) -> list[CountLink]:
    untold = found.counts[When.UNTOLD] or wanted.when is When.UNTOLD
    shown = (*SHOWN, When.UNTOLD) if untold else SHOWN
    return [
        CountLink(
            WHEN_WORDS[when], found.counts[when], _address(request, when), wanted.when is when
        )
        for when in shown
    ]


def _address(request: SignedInRequest, when: When) -> str:
    query = request.GET.copy()
    query.pop("page", None)
    query["when"] = when.value
    return f"?{query.urlencode()}"


def _cells(line: Line) -> tuple[object, ...]:
    return (
        line.reference, line.child, line.duty, line.law, line.due_on or "",
        "" if line.days_left is None else line.days_left,
        "yes" if line.reason_may_apply else "", line.officer, line.team,
    )  # fmt: skip


def _page(request: SignedInRequest) -> int:
    asked = request.GET.get("page", "")
    return int(asked) if asked.isdecimal() and asked.isascii() and 0 < int(asked) < 10_000 else 1
