"""Accounts and what each is where, for those who may give roles; and the roles in words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.db.models import Q, QuerySet

from sendpath.accounts.belonging.permissions import may_grant, memberships_in_view
from sendpath.accounts.models import Membership, Organisation, User
from sendpath.accounts.roles import ACTS, ORGANISATIONS, REACHES, RELATIONS, Reach, Role
from sendpath.core.casefile.details import WORDS, Detail
from sendpath.core.dates import in_words
from sendpath.web import clock

SHOWN = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """One membership as a page says it."""

    pk: int
    words: str
    when: str
    in_force: bool
    may_end: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """Somebody with an account, and those of their memberships that the reader may see."""

    pk: int
    name: str
    username: str
    held: list[Held]


def accounts(*, by: User, words: str, page: int) -> tuple[list[Account], Page[User]]:
    """Return a page of the accounts this person may see, by name, and the page itself."""
    seen = Membership.objects.filter(memberships_in_view(by))
    people = User.objects.filter(pk__in=seen.values("user"), is_active=True)
    for word in words.split():
        named = Q(first_name__icontains=word) | Q(last_name__icontains=word)
        people = people.filter(named | Q(username__icontains=word))
    found = Paginator(people.order_by("first_name", "last_name", "username"), SHOWN).get_page(page)
    held: dict[int, list[Membership]] = defaultdict(list)
    on_page = [user.pk for user in found]
    for one in seen.filter(user__in=on_page).select_related("user", "covers"):
        held[one.user_id].append(one)
    return [_account(user, held[user.pk], by) for user in found], found


def membership_for(*, by: User, pk: int) -> QuerySet[Membership]:
    """Return the membership with that id, if this person may see it."""
    return Membership.objects.filter(memberships_in_view(by), pk=pk).select_related("user")


def organisations_for(*, by: User, role: type[Role]) -> list[Organisation]:
    """Return where this person may let somebody have that role."""
    kinds = [kind.value for kind in role.held_in]
    found = Organisation.objects.filter(kind__in=kinds)
    return [one for one in found if may_grant(by, role, one)]


def _account(user: User, held: Iterable[Membership], by: User) -> Account:
    return Account(
        pk=user.pk,
        name=user.display_name,
        username=user.username,
        held=[_held(one, by) for one in held],
    )


def _held(one: Membership, by: User) -> Held:
    today = clock.today()
    over = one.stopped_at is not None or (one.ends_on is not None and one.ends_on < today)
    covering = f", covering for {one.covers.display_name}" if one.covers else ""
    return Held(
        pk=one.pk,
        words=f"{one.words}{covering}",
        when=_when(one),
        in_force=one.holds_on(today),
        may_end=not over and one.user_id != by.pk and may_grant(by, one.role, one.organisation),
    )


def _when(one: Membership) -> str:
    began = f"from {in_words(one.starts_on)}"
    if one.stopped_at:
        return f"{began}, ended at once on {in_words(one.stopped_at.date())}"
    return f"{began} to {in_words(one.ends_on)}" if one.ends_on else began


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleInWords:
    """A role as anybody may read it: made from its class, so that it says what it does."""

    key: str
    title: str
    description: str
    held_in: str
    granted_by: str
    sees: str
    details: str
    hidden: str
    acts: list[str]


def in_plain_words(role: type[Role]) -> RoleInWords:
    """Return what a role sees and may do, in words."""
    seen = [kind for kind in Detail if kind in role.details]
    hidden = [kind for kind in Detail if kind not in role.details]
    return RoleInWords(
        key=role.key,
        title=role.title,
        description=role.description,
        held_in=_listed(ORGANISATIONS[kind] for kind in sorted(role.held_in)) or "a family",
        granted_by=role.granted_by + _for_how_long(role),
        sees=_whom(role),
        details=_listed(WORDS[kind] for kind in seen),
        hidden=_listed(WORDS[kind] for kind in hidden),
        acts=[words for act, words in ACTS.items() if act in role.may],
    )


def _whom(role: type[Role]) -> str:
    whom = _listed(REACHES[reach] for reach in Reach if reach in role.sees)
    through = _listed(RELATIONS[kind] for kind in sorted(role.through))
    return f"{whom} ({through})" if through else whom


def _for_how_long(role: type[Role]) -> str:
    return f" For {role.longest.days // 7} weeks at most." if role.longest else ""


def _listed(parts: Iterable[str]) -> str:
    return "; ".join(parts)
