"""Which cases a person may see, and what they may do there."""

from __future__ import annotations

from django.db.models import Q

from sendpath.accounts.models import Membership, User
from sendpath.accounts.roles import May, Reach
from sendpath.casework.models import Case
from sendpath.core.casefile.details import rules_kept_from
from sendpath.people.permissions import Among, involved, opened_by


def cases_in_view(user: User) -> Q:
    """Return the condition that a case is one this person may see.

    By who holds it, by who is involved with the child, or because they opened the record in an
    emergency.
    """
    if user.sees(Reach.ALL_IN_AREA):
        return Q()
    seen = Q(pk__in=())
    for one in user.memberships_now:
        seen |= _held(one)
        for people in involved(one):
            seen |= Q(person__in=people)
    return seen | Q(person__in=opened_by(user)) if user.may(May.BREAK_GLASS) else seen


def cases_for(user: User, act: May) -> Q:
    """Return the condition that a case is one in which this person may do that."""
    seen = Q(pk__in=())
    for one in user.memberships_now:
        if act in one.role.may and Reach.ALL_IN_AREA in one.role.sees:
            return Q()
        if act in one.role.may:
            seen |= _held(one)
    return seen


def duties_in_view(user: User) -> Q:
    """Return the condition that a deadline is one this person may see, wherever it stands.

    Who holds the case is repeated on the deadline, so that those who work cases read one table.
    A record opened in an emergency is read by itself and joins no list.
    """
    seen = Q(pk__in=())
    for one in user.memberships_now:
        kept = rules_kept_from(one.role.details)
        shown = ~Q(clock__in=kept) if kept else Q()
        if Reach.ALL_IN_AREA in one.role.sees:
            if not kept:
                return Q()
            seen |= shown
            continue
        seen |= _held(one) & shown
        for people in involved(one):
            cases = Case.objects.filter(person__in=people).values("pk")
            seen |= Q(case__in=Among(cases, "cases", *people.asked)) & shown
    return seen


def may(user: User, act: May, case: Case) -> bool:
    """Say whether this person may do that in a case: what `cases_for` says, of one, unasked.

    Nobody acts in a case because they are involved with the child or opened it in an emergency.
    """
    return any(act in one.role.may and _holds(one, case) for one in user.memberships_now)


def _held(one: Membership) -> Q:
    sees, held = one.role.sees, Q(pk__in=())
    if Reach.ALLOCATED in sees:
        held |= Q(officer=one.covers_id or one.user_id)
    if Reach.TEAM in sees and one.team_id and not one.covers_id:
        held |= Q(team=one.team_id)
    return held


def _holds(one: Membership, case: Case) -> bool:
    sees = one.role.sees
    if Reach.ALL_IN_AREA in sees:
        return True
    if Reach.ALLOCATED in sees and case.officer_id == (one.covers_id or one.user_id):
        return True
    in_team = one.team_id is not None and case.team_id == one.team_id
    return Reach.TEAM in sees and in_team and not one.covers_id
