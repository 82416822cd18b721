"""The duties still to be done, most urgent first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from django.db.models import Count, Q, QuerySet

from sendpath.accounts.models import User
from sendpath.casework.models import Case, CaseDeadline
from sendpath.casework.permissions import cases_in_view
from sendpath.casework.selectors.words import limit_in_words, run_in_words
from sendpath.core.law.clocks import CLOCKS
from sendpath.core.law.rule import RuleKind

PAGE = 25
DAY, FOUR_WEEKS = timedelta(days=1), timedelta(weeks=4)
NOT_WORKED_OUT = "not_worked_out"
"""A case whose dates lie outside the law or the calendars we hold; it stays in sight."""

DUTIES: Mapping[str, str] = {
    **{
        key: clock.duty
        for key, clock in CLOCKS.items()
        if clock.kind is RuleKind.DUTY and not clock.window and not clock.otherwise
    },
    NOT_WORKED_OUT: "Mend a date in the record: its time limits cannot be worked out",
}
ANYONE, ME, NOBODY = "anyone", "me", "nobody"


class When(StrEnum):
    """When a duty is due, seen from today.

    What a return could not have told, and is past its day, stands apart: not told is not the
    same as not done, so it is neither overdue nor among all that is to be done.
    """

    ALL = "all"
    OVERDUE = "overdue"
    THIS_WEEK = "week"
    FOUR_WEEKS = "four_weeks"
    LATER = "later"
    UNTOLD = "untold"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which duties a person asked to see. `officer` is anyone, me, nobody or a user's id."""

    officer: str = ANYONE
    team: int | None = None
    duty: str = ""
    when: When = When.ALL


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A duty as an officer reads it. `days_left` is negative once it is overdue."""

    case_id: int
    reference: str
    child: str
    duty: str
    law: str
    due_on: date | None
    days_left: int | None
    reason_may_apply: bool
    untold: bool
    officer: str
    team: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Worklist:
    """One page of the list, and how many duties each choice of `When` would show."""

    lines: list[Line]
    counts: dict[When, int]
    total: int


def worklist(*, user: User, today: date, wanted: Wanted, page: int = 1) -> Worklist:
    """Return a page of the open duties this person may see, the longest overdue first.

    Three queries: the counts, the lines, and the names on them.
    """
    asked = open_duties(user, wanted)
    counts = counts_of(asked, today)
    rows = _in_order(asked.filter(_due(today, wanted.when)))
    shown = list(rows[(page - 1) * PAGE : page * PAGE])
    return Worklist(lines=list(_lines(shown, today)), counts=counts, total=counts[wanted.when])


def whole_worklist(*, user: User, today: date, wanted: Wanted) -> Iterator[Line]:
    """Return every line of the list, for a spreadsheet."""
    rows = _in_order(open_duties(user, wanted).filter(_due(today, wanted.when)))
    return _lines(list(rows), today)


def week_ends(today: date) -> date:
    """Return the Sunday that ends this week."""
    return today + timedelta(days=6 - today.weekday())


def open_duties(user: User, wanted: Wanted) -> QuerySet[CaseDeadline]:
    """Return the duties this person may see and asked for, whenever they are due."""
    rows = CaseDeadline.objects.filter(CaseDeadline.TO_DO, cases_in_view(user))
    if wanted.duty:
        rows = rows.filter(clock=wanted.duty)
    if wanted.team:
        rows = rows.filter(team=wanted.team)
    if wanted.officer == NOBODY:
        return rows.filter(officer__isnull=True)
    if wanted.officer == ANYONE:
        return rows
    return rows.filter(officer=user.pk if wanted.officer == ME else int(wanted.officer))


@dataclass(frozen=True, slots=True)
class _Span:
    """A run of due days, of duties that a return could tell of, could not, or both."""

    first: date = date.min
    last: date = date.max
    untold: bool | None = None

    def as_condition(self) -> Q:
        days = Q(due_on__range=(self.first, self.last))
        return days if self.untold is None else days & Q(untold=self.untold)


def _spans(today: date) -> dict[When, _Span]:
    yesterday, soon = today - DAY, today + FOUR_WEEKS
    return {
        When.OVERDUE: _Span(last=yesterday, untold=False),
        When.THIS_WEEK: _Span(first=today, last=week_ends(today)),
        When.FOUR_WEEKS: _Span(first=today, last=soon),
        When.LATER: _Span(first=soon + DAY),
        When.UNTOLD: _Span(last=yesterday, untold=True),
    }


def _due(today: date, when: When) -> Q:
    spans = _spans(today)
    return ~spans[When.UNTOLD].as_condition() if when is When.ALL else spans[when].as_condition()


def counts_of(duties: QuerySet[CaseDeadline], today: date) -> dict[When, int]:
    """Return how many of these duties each choice of time would show."""
    days = duties.order_by().values_list("due_on", "untold").annotate(number=Count("*"))
    return tally(list(days), today)


def tally(days: Sequence[tuple[date, bool, int]], today: date) -> dict[When, int]:
    """Return the numbers by choice of time, from those by last day and whether it was untold."""
    spans = _spans(today)
    counts = dict.fromkeys(When, 0)
    for day, untold, number in days:
        counts[When.ALL] += number
        for when, span in spans.items():
            if span.first <= day <= span.last and span.untold in (None, untold):
                counts[when] += number
    counts[When.ALL] -= counts[When.UNTOLD]
    return counts


def _in_order(rows: QuerySet[CaseDeadline]) -> QuerySet[CaseDeadline]:
    urgent_first = rows.order_by("due_on", "case", "clock", "run")
    return urgent_first.select_related("team", "officer")


def _lines(rows: list[CaseDeadline], today: date) -> Iterator[Line]:
    names = _children({row.case_id for row in rows})
    for row in rows:
        run, lost = run_in_words(row.clock, row.run), row.clock == NOT_WORKED_OUT
        yield Line(
            case_id=row.case_id,
            reference=f"C{row.case_id:06d}",
            child=names[row.case_id],
            duty=f"{DUTIES[row.clock]}: {run}" if run else DUTIES[row.clock],
            law=limit_in_words(row.clock, row.started_on),
            due_on=None if lost else row.due_on,
            days_left=None if lost else (row.due_on - today).days,
            reason_may_apply=bool(row.exceptions),
            untold=row.untold and row.due_on < today,
            officer=row.officer.display_name if row.officer else "",
            team=row.team.name if row.team else "",
        )


def _children(case_ids: set[int]) -> dict[int, str]:
    rows = Case.objects.filter(pk__in=case_ids).values_list(
        "pk", "person__forename", "person__surname"
    )
    return {pk: f"{forename} {surname}" for pk, forename, surname in rows}
