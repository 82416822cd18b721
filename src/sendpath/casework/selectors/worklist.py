"""The duties still to be done, most urgent first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from django.db.models import Q, QuerySet

from sendpath.accounts.models import User
from sendpath.audit.kept import until_something_changes
from sendpath.casework.models import CaseDeadline
from sendpath.casework.permissions import duties_in_view
from sendpath.casework.selectors.words import limit_in_words, run_in_words
from sendpath.core.law.clocks import CLOCKS
from sendpath.core.law.rule import RuleKind

PAGE = 25
URGENT_FIRST = ("alert_on", "case", "clock", "run")
FOUR_WEEKS = timedelta(weeks=4)
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


CHOICES = tuple(when for when in When if when is not When.ALL)
PARTS = (When.OVERDUE, When.FOUR_WEEKS, When.LATER)
"""What `When.ALL` is made of, each duty once."""


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
    safe_on: date | None
    """The earlier day to act by on a stricter reading. The list is in order of these days."""
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

    Two queries while nothing changes: what the log ends with, which says that the counts
    still hold, and the lines. Names are joined to the rows of the page alone, however far into
    the list it is.
    """
    duties = open_duties(user, wanted)
    counts = counts_of(duties, today, CHOICES)
    counts = {**counts, When.ALL: sum(counts[when] for when in PARTS)}
    in_order = _rows(duties, today, wanted).order_by(*URGENT_FIRST)
    on_page = in_order.values("pk")[(page - 1) * PAGE : page * PAGE]
    lines = _lines(CaseDeadline.objects.filter(pk__in=on_page), today)
    return Worklist(lines=list(lines), counts=counts, total=counts[wanted.when])


def whole_worklist(*, user: User, today: date, wanted: Wanted) -> Iterator[Line]:
    """Return every line of the list, for a spreadsheet."""
    return _lines(_rows(open_duties(user, wanted), today, wanted), today)


def week_ends(today: date) -> date:
    """Return the Sunday that ends this week."""
    return today + timedelta(days=6 - today.weekday())


def open_duties(user: User, wanted: Wanted) -> Q:
    """Return the condition that a duty is one this person may see and asked for, due whenever."""
    duties = CaseDeadline.TO_DO & duties_in_view(user)
    if wanted.duty:
        duties &= Q(clock=wanted.duty)
    if wanted.team:
        duties &= Q(team=wanted.team)
    if wanted.officer == NOBODY:
        return duties & Q(officer__isnull=True)
    if wanted.officer == ANYONE:
        return duties
    if wanted.officer == ME:
        return duties & Q(officer__in=user.holds_for)
    return duties & Q(officer=int(wanted.officer))


@until_something_changes
def counts_of(duties: Q, today: date, choices: tuple[When, ...]) -> Mapping[When, int]:
    """Return how many of these duties each of these choices of time would show.

    A query for each: to read one stretch of an index for each number takes less time in all
    than to sort every duty into its choice.
    """
    rows = CaseDeadline.objects.filter(duties)
    return {when: rows.filter(due(today, when)).count() for when in choices}


def due(today: date, when: When) -> Q:
    """Return the condition that a duty is due then, seen from today.

    What is near goes by the day that is safe on every reading, what is overdue by the due day.
    Each names `alert_on`, which the indexes begin with.
    """
    soon, told = today + FOUR_WEEKS, Q(untold=False)
    past = Q(alert_on__lt=today, due_on__lt=today)
    return {
        When.ALL: ~(past & ~told),
        When.OVERDUE: past & told,
        When.THIS_WEEK: Q(alert_on__lte=week_ends(today), due_on__gte=today),
        When.FOUR_WEEKS: Q(alert_on__lte=soon, due_on__gte=today),
        When.LATER: Q(alert_on__gt=soon),
        When.UNTOLD: past & ~told,
    }[when]


def _rows(duties: Q, today: date, wanted: Wanted) -> QuerySet[CaseDeadline]:
    return CaseDeadline.objects.filter(duties, due(today, wanted.when))


def _lines(rows: QuerySet[CaseDeadline], today: date) -> Iterator[Line]:
    # as plain values: rows of four models would take as long to make as to read
    read = rows.order_by(*URGENT_FIRST).values_list(
        "case", "clock", "run", "started_on", "due_on", "alert_on", "exceptions", "untold",
        "case__person__forename", "case__person__surname",
        "officer__first_name", "officer__last_name", "officer__username", "team__name",
    )  # fmt: skip
    for case, clock, run, started_on, due_on, alert_on, exceptions, untold, *names in read:
        forename, surname, first, last, username, team = names
        said, lost = run_in_words(clock, run), clock == NOT_WORKED_OUT
        yield Line(
            case_id=case,
            reference=f"C{case:06d}",
            child=f"{forename} {surname}",
            duty=f"{DUTIES[clock]}: {said}" if said else DUTIES[clock],
            law=limit_in_words(clock, started_on),
            due_on=None if lost else due_on,
            safe_on=alert_on if alert_on < due_on and not lost else None,
            days_left=None if lost else (due_on - today).days,
            reason_may_apply=bool(exceptions),
            untold=untold and due_on < today,
            officer=User.named(first, last, username) if username else "",
            team=team or "",
        )
