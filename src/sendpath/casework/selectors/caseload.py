"""How many cases each officer holds, who covers for whom, and which cases nobody can work."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet

from sendpath.accounts.models import Membership, User
from sendpath.accounts.roles import May
from sendpath.accounts.selectors import HOLDS_CASES
from sendpath.audit.kept import until_something_changes
from sendpath.casework.models import Case
from sendpath.casework.permissions import cases_for
from sendpath.web import clock


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """One officer's cases. `left` says that the officer belongs to no team any more."""

    officer_id: int
    name: str
    teams: str
    cases: int
    left: bool
    covered_by: str

    @property
    def unworked(self) -> bool:
        return self.left and not self.covered_by


def shared_out_by(user: User) -> QuerySet[Case]:
    """Return the cases that this person shares out, by the child's name."""
    mine = Case.objects.filter(cases_for(user, May.ALLOCATE)).select_related("person", "officer")
    return mine.order_by("person__surname", "person__forename", "pk")


def caseloads(user: User) -> list[Load]:
    """Return the officers whose cases this person shares out, those nobody can work first."""
    today = clock.today()
    counts = _counts(cases_for(user, May.ALLOCATE), today)
    held = Membership.objects.filter(Membership.in_force(today), role_key__in=HOLDS_CASES)
    working: dict[int, list[str]] = {}
    covers: dict[int, str] = {}
    for one in held.filter(Q(user__in=counts) | Q(covers__in=counts)).select_related("user"):
        if one.covers_id:
            covers[one.covers_id] = one.user.display_name
        else:
            working.setdefault(one.user_id, []).append(str(one.team) if one.team else "")
    found = [
        Load(
            officer_id=officer.pk,
            name=officer.display_name,
            teams=", ".join(sorted(filter(None, working.get(officer.pk, ())))),
            cases=counts[officer.pk],
            left=officer.pk not in working or not officer.is_active,
            covered_by=covers.get(officer.pk, ""),
        )
        for officer in User.objects.filter(pk__in=counts)
    ]
    return sorted(found, key=lambda load: (not load.unworked, load.name))


def unworked(user: User) -> list[Load]:
    """Return who left with cases that nobody has been given, for whoever shares them out."""
    if not user.may(May.ALLOCATE):
        return []
    return [load for load in caseloads(user) if load.unworked]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """One officer's cover for another, as it stands in a list."""

    pk: int
    officer: str
    covered_by: str
    starts_on: date
    ends_on: date | None
    begun: bool


def covers_of(user: User) -> QuerySet[Membership]:
    """Return the cover, now or to come, for officers whose cases this person shares out."""
    officers = shared_out_by(user).order_by().values("officer")
    return (
        Membership.objects.filter(
            covers__in=officers, ends_on__gte=clock.today(), stopped_at__isnull=True
        )
        .select_related("user", "covers")
        .order_by("starts_on", "pk")
    )


def covers(user: User) -> list[Cover]:
    """Return that cover in words."""
    today = clock.today()
    return [
        Cover(
            pk=one.pk,
            officer=one.covers.display_name if one.covers else "",
            covered_by=one.user.display_name,
            starts_on=one.starts_on,
            ends_on=one.ends_on,
            begun=one.starts_on <= today,
        )
        for one in covers_of(user)
    ]


@until_something_changes
def _counts(shared_out: Q, today: date) -> Mapping[int, int]:
    held = Case.objects.filter(shared_out, officer__isnull=False).order_by()
    return dict(held.values_list("officer").annotate(cases=Count("pk")))
