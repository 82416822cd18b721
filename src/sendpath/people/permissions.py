"""Which children and young people somebody may see, and which kinds of detail of each.

Every ground for seeing somebody is a membership in force today, whose role says by which
relationship it sees people, together with such a relationship in force today. Each is asked as
one subquery of ids, so that no join multiplies a row and no list is carried to and fro.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet, Subquery

from sendpath.accounts.models import Membership, User
from sendpath.accounts.roles import May, Reach
from sendpath.core.casefile.details import Detail
from sendpath.people.models import (
    EmergencyAccess,
    FamilyMember,
    FamilyRelation,
    Involvement,
    Person,
)
from sendpath.web import clock


class Among(Subquery):
    """Ids from a query, known by what was asked: the same question is equal to itself.

    A condition is kept in memory with what it found (`audit.kept`), which a query without a
    name of its own would defeat.
    """

    def __init__(self, queryset: QuerySet[Any, Any], *asked: Hashable) -> None:
        super().__init__(queryset)
        self.asked = asked

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Among) and self.asked == other.asked

    def __hash__(self) -> int:
        return hash(self.asked)


def people_in_view(
    user: User, *, path: str = "", doing: May | None = None, detail: Detail | None = None
) -> Q:
    """Return the condition that a child or young person is one this user may see.

    `path` is how the filtered rows reach the person, such as `person__`. With `doing` or
    `detail`, only what the user sees by a role that may do that, or that sees that, counts.
    Cases lie above this room, and are reached by the name that they give the way back.
    """
    held = [
        one
        for one in user.memberships_now
        if (doing is None or doing in one.role.may)
        and (detail is None or detail in one.role.details)
    ]
    if any(Reach.ALL_IN_AREA in one.role.sees for one in held):
        return Q()
    seen = Q(**{f"{path}pk__in": ()})
    for one in held:
        for found in _seen_by(one):
            seen |= Q(**{f"{path}pk__in": found})
    if doing is None and any(May.BREAK_GLASS in one.role.may for one in held):
        seen |= Q(**{f"{path}pk__in": opened_by(user)})
    return seen


def involved(held: Membership) -> Iterator[Among]:
    """Yield whom a membership sees by an involvement or as family: ids of people, by a query."""
    for reach in sorted(held.role.sees):
        if ask := BY_INVOLVEMENT.get(reach):
            yield ask(held, clock.today())


def opened_by(user: User) -> Among:
    """Return whose records this user has opened in an emergency that has not ended."""
    now = clock.now()
    found = EmergencyAccess.objects.filter(user=user, opened_at__lte=now, ends_at__gt=now)
    return Among(found.order_by().values("person"), "opened", user.pk, now)


def may_see_detail(user: User, person: Person, kind: Detail) -> bool:
    """Say whether this user sees that kind of detail of this person: the one door to ask at."""
    if not any(kind in role.details for role in user.roles):
        return False
    seen = Person.objects.filter(people_in_view(user, detail=kind), pk=person.pk)
    return seen.exists()


def details_seen(user: User, person: Person) -> frozenset[Detail]:
    """Return the kinds of detail that this user sees of a person whom they may see.

    Nothing is asked of the database but of somebody whose roles differ in this.
    """
    kinds = {role.details for role in user.roles}
    if len(kinds) == 1:
        return kinds.pop()
    return frozenset(kind for kind in Detail if may_see_detail(user, person, kind))


def _seen_by(held: Membership) -> Iterator[Among]:
    if Reach.ALLOCATED in held.role.sees:
        officer = held.covers_id or held.user_id
        yield Among(Person.objects.filter(cases__officer=officer).values("pk"), "officer", officer)
    if Reach.TEAM in held.role.sees and held.team_id and not held.covers_id:
        team = held.team_id
        yield Among(Person.objects.filter(cases__team=team).values("pk"), "team", team)
    yield from involved(held)


def _in_force(day: date) -> Q:
    return Q(starts_on__lte=day) & (Q(ends_on__isnull=True) | Q(ends_on__gte=day))


def _of_the_organisation(held: Membership, day: date) -> Among:
    kinds = tuple(sorted(held.role.through))
    found = Involvement.objects.filter(
        _in_force(day), organisation=held.organisation_id, kind__in=kinds
    )
    return Among(found.values("person"), "organisation", held.organisation_id, kinds, day)


def _by_name(held: Membership, day: date) -> Among:
    kinds = tuple(sorted(held.role.through))
    at = Q(organisation__isnull=True) | Q(organisation=held.organisation_id)
    found = Involvement.objects.filter(_in_force(day), at, user=held.user_id, kind__in=kinds)
    asked = (held.user_id, held.organisation_id, kinds, day)
    return Among(found.values("person"), "by name", *asked)


PARENTS = (
    Q(relation=FamilyRelation.PARENT, has_parental_responsibility=True)
    | Q(relation=FamilyRelation.CARER)
    | Q(relation=FamilyRelation.REPRESENTATIVE)
)
"""A parent without parental responsibility who does not care for the child has no right to the
record; whoever does care for the child has, as a parent by section 576 of the 1996 Act."""


def _own_children(held: Membership, day: date) -> Among:
    found = FamilyMember.objects.filter(_in_force(day), PARENTS, account=held.user_id)
    return Among(found.values("person"), "own child", held.user_id, day)


def _themselves(held: Membership, day: date) -> Among:
    found = FamilyMember.objects.filter(
        _in_force(day), account=held.user_id, relation=FamilyRelation.YOUNG_PERSON
    )
    return Among(found.values("person"), "self", held.user_id, day)


BY_INVOLVEMENT: dict[Reach, Callable[[Membership, date], Among]] = {
    Reach.ORGANISATION_INVOLVED: _of_the_organisation,
    Reach.SELF_INVOLVED: _by_name,
    Reach.OWN_CHILD: _own_children,
    Reach.SELF: _themselves,
}
