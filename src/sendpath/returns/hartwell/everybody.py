"""Somebody of every role in Hartwell, and the children they have something to do with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from sendpath.accounts import services as accounts
from sendpath.accounts.made_up import MADE_UP, NAMES, MadeUp
from sendpath.accounts.models import Organisation, User
from sendpath.accounts.roles import ROLES, OrganisationKind, Relation
from sendpath.casework.selectors.for_return import (
    people_held_by_for_return,
    people_with_cases_for_return,
)
from sendpath.people.matching import known_for_return, people_for_return
from sendpath.people.selectors import in_bulk
from sendpath.people.services.involvement import (
    FamilyRelation,
    Ground,
    Tie,
    involve_with_many,
    is_involved,
    link_family,
)
from sendpath.returns.hartwell.showcase import showcase_identity
from sendpath.web import clock

OFFICER = "priya"
SINCE = date(2025, 9, 1)
PRIMARY, YOUNG_PERSON = range(4, 12), range(16, 26)
"""Ages of those who may be on the roll of the made-up school, and who decide for themselves."""

INVOLVED: Mapping[str, tuple[Relation, slice, Ground, str]] = {
    "edie": (Relation.ADVISES, slice(0, 12), Ground.PUBLIC_TASK, ""),
    "theo": (Relation.PROVIDES, slice(0, 10), Ground.HEALTH_OR_CARE, ""),
    "devika": (Relation.ADVISES, slice(0, 8), Ground.HEALTH_OR_CARE, ""),
    "wanda": (Relation.SOCIAL_CARE, slice(3, 9), Ground.HEALTH_OR_CARE, ""),
    "ada": (Relation.SUPPORTS, slice(0, 2), Ground.CONSENT, "Agreement of 5 January 2026"),
    "miles": (Relation.MEDIATES, slice(5, 6), Ground.CONSENT, "Agreement to mediate"),
}
"""By username: as what somebody is involved by name, with which of the children, on what ground."""

PAID_FOR = 4
"""The integrated care board pays for something for one child in so many."""


def school_of(schools: Iterable[Mapping[str, str]]) -> Organisation:
    """Return the first primary school of the area as an organisation, adding it if it is new."""
    row = next(row for row in schools if row["phase"] == "Primary")
    return accounts.add_organisation(
        kind=OrganisationKind.ESTABLISHMENT, name=row["name"], code=row["urn"]
    )


def add_accounts(*, school: Organisation, password: str) -> None:
    """Add the made-up people, each with the membership that makes them what they are."""
    for who in MADE_UP:
        accounts.add_user(
            username=who.username,
            full_name=who.name,
            role=who.role,
            team=accounts.add_team(name=who.team) if who.team else None,
            password=password,
            by="demo-load",
            organisation=_organisation(who, school),
            ends_on=_last_day(who),
        )


def tie(*, by: User) -> int:
    """Say with which children the made-up people are involved; return with how many.

    They are the children of one officer, the showcase first. Once said, it is not said again.
    """
    children = _children()
    users = {user.username: user for user in User.objects.filter(username__in=_usernames())}
    if not children or is_involved(users["edie"]):
        return 0
    for username, (kind, some, ground, reference) in INVOLVED.items():
        user = users[username]
        at = user.memberships_now[0].organisation
        _involve(children[some], at, kind, by, user=user, ground=ground, reference=reference)
    in_the_area = [pk for some in people_with_cases_for_return() for pk in some]
    for username, kind, whose in (
        ("delphine", Relation.COMMISSIONS, [*children[:1], *in_the_area[::PAID_FOR]]),
        ("ines", Relation.INSPECTS, children[:12]),
        ("sonia", Relation.ON_ROLL, _aged(children, PRIMARY)[:30]),
    ):
        at = users[username].memberships_now[0].organisation
        _involve(list(dict.fromkeys(whose)), at, kind, by)
    _families(children, users, by)
    return len(children)


def _usernames() -> list[str]:
    return [who.username for who in MADE_UP]


def _organisation(who: MadeUp, school: Organisation) -> Organisation:
    if who.at is OrganisationKind.COUNCIL:
        return accounts.council()
    if who.at is OrganisationKind.ESTABLISHMENT:
        return school
    return accounts.add_organisation(kind=who.at, name=NAMES[who.at])


def _last_day(who: MadeUp) -> date | None:
    longest = ROLES[who.role].longest
    return clock.today() + longest if longest else None


def _children() -> list[int]:
    showcase = known_for_return(upns={showcase_identity().upn}, ulns=(), born_on=())
    first = [person.person_id for person in showcase]
    return list(dict.fromkeys([*first, *people_held_by_for_return(username=OFFICER)]))[:200]


def _aged(children: Sequence[int], ages: range) -> list[int]:
    born = {pk: who.birth_date for pk, who in people_for_return(person_ids=children).items()}
    today = clock.today()
    return [pk for pk in children if (today - born[pk]) // timedelta(days=365.25) in ages]


def _involve(
    children: Sequence[int],
    at: Organisation | None,
    kind: Relation,
    by: User,
    *,
    user: User | None = None,
    ground: Ground = Ground.PUBLIC_TASK,
    reference: str = "",
) -> None:
    tie = Tie(
        organisation=at,
        user=user,
        kind=kind,
        starts_on=SINCE,
        ground=ground,
        reference=reference,
    )
    involve_with_many(person_ids=children, tie=tie, by=by)


def _families(children: Sequence[int], users: Mapping[str, User], by: User) -> None:
    grown = _aged(children, YOUNG_PERSON)
    whose = (
        ("rosa", children[:1], FamilyRelation.PARENT),
        ("finn", grown[:1], FamilyRelation.YOUNG_PERSON),
        ("rhona", grown[1:2], FamilyRelation.REPRESENTATIVE),
    )
    for username, pks, relation in whose:
        for person in in_bulk(pks=pks).values():
            if relation is FamilyRelation.YOUNG_PERSON:
                accounts.rename(user=users[username], full_name=person.full_name, by=by)
            link_family(
                person=person,
                account=users[username],
                relation=relation,
                has_parental_responsibility=relation is FamilyRelation.PARENT,
                starts_on=SINCE,
                by=by,
            )
