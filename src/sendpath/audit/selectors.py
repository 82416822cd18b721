"""Looks in the log, for whoever may see who looked."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet

from sendpath.audit.models import AuditEntry, Chain

WHOLE_AREA = ("returns:download",)
"""Pages that give everybody in the area, without the ids of each in the log."""

COLUMNS = ("at", "user", "by", "role", "organisation", "purpose", "act", "child")


@dataclass(frozen=True, slots=True)
class Look:
    """One page given to one person. `child` is None for a list, or where only a case is named."""

    at: datetime
    user: int | None
    by: str
    role: str
    organisation: str
    purpose: str
    page: str
    child: int | None


def looks_at(
    *, child: int, cases: Collection[int], since: datetime, until: datetime
) -> Iterator[Look]:
    """Yield each page that showed a child between two moments, alone or on a list, in order.

    What lists showed is searched as text: a year of a million lists takes about a second.
    """
    between = _looks(since, until)
    lists = Q(listed__contains=f" p{child} ") | Q(case__in=cases) | Q(act__in=WHOLE_AREA)
    for case in cases:
        lists |= Q(listed__contains=f" c{case} ")
    yield from _read(between.filter(Q(child=child) | (Q(child=None) & lists)))


def looks_between(*, since: datetime, until: datetime, user: int | None = None) -> Iterator[Look]:
    """Yield each page that showed one child alone between two moments, in order.

    With `user`, only what that person looked at.
    """
    found = _looks(since, until).filter(child__isnull=False)
    yield from _read(found.filter(user=user) if user else found)


def _looks(since: datetime, until: datetime) -> QuerySet[AuditEntry]:
    return AuditEntry.objects.filter(chain=Chain.LOOKS, at__gte=since, at__lt=until)


def _read(looks: QuerySet[AuditEntry]) -> Iterator[Look]:
    rows = looks.order_by("at", "number").values_list(*COLUMNS)
    for row in rows.iterator(chunk_size=5_000):
        yield Look(*row)
