"""The page about one child or young person: who they are, and all its parts."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.shortcuts import get_object_or_404

from sendpath.accounts.models import User
from sendpath.audit.acting import saw
from sendpath.core.casefile.details import Detail
from sendpath.core.dates import birthday, end_of_compulsory_school_age, in_words
from sendpath.core.people.parts import PARTS
from sendpath.core.people.wording import CALLED
from sendpath.people.models import FormerNumber, Merge, Person, PersonFact
from sendpath.people.permissions import details_seen
from sendpath.people.selectors.facts import PartShown, parts_shown, with_sealed_names
from sendpath.people.selectors.find import visible_to

CAPACITY_AT = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number somebody has or had."""

    name: str
    number: str
    former: bool
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """The page. `who_decides` says whose the rights are, and from when that changes."""

    person: Person
    numbers: list[Number]
    who_decides: list[str]
    parts: list[PartShown]
    merged_from: list[Merge]


def person_for(user: User, pk: int) -> Person:
    """Return somebody this user may see, as looked at: for a merged record, who stands for it."""
    known = get_object_or_404(Person.objects.select_related("merged_into"), pk=pk)
    person = get_object_or_404(visible_to(user), pk=known.merged_into_id or known.pk)
    saw(children=[person.pk])
    return person


def about(*, user: User, person: Person, today: date, known_on: date | None) -> About:
    """Return all that this reader sees about somebody, now or as known on a past day."""
    return About(
        person=person,
        numbers=numbers_of(user, person),
        who_decides=who_decides(person.birth_date, known_on or today),
        parts=parts_shown(user, person, known_on=known_on),
        merged_from=list(
            Merge.objects.filter(kept=person, undone_at__isnull=True).select_related("other")
        ),
    )


def numbers_of(user: User, person: Person) -> list[Number]:
    """Return the numbers somebody has and had.

    Those they had are kept with a name sealed by adoption: either would lead to the other.
    """
    now = [
        Number(name=CALLED[kind], number=number, former=False, why="")
        for kind in ("upn", "uln", "nhs_number")
        if (number := getattr(person, kind))
    ]
    sealed = bool(with_sealed_names([person.pk]))
    if sealed and Detail.SOCIAL_CARE not in details_seen(user, person):
        return now
    rows = FormerNumber.objects.filter(person=person, withdrawn_at__isnull=True).order_by("pk")
    return now + [
        Number(
            name=f"Former {CALLED[row.kind]}",
            number=row.number,
            former=True,
            why=row.get_why_display(),
        )
        for row in rows
    ]


def who_decides(born: date, day: date) -> list[str]:
    """Say whose the rights under Part 3 are on a day, and what changes when.

    Children and Families Act 2014, section 83; Education Act 1996, section 8; Mental Capacity
    Act 2005, section 2(5).
    """
    ends, sixteen = end_of_compulsory_school_age(born), birthday(born, CAPACITY_AT)
    if day > ends:
        return [
            f"The young person: compulsory school age ended on {in_words(ends)}.",
            "If they cannot make a decision, a representative acts for them in it. Record what was "
            "found under Capacity, and who acts under Representatives.",
        ]
    lines = [
        f"Their parents, until compulsory school age ends on {in_words(ends)}. From the next day "
        f"the rights are the young person’s own."
    ]
    if day >= sixteen:
        lines.append(
            "They are 16: they are taken to be able to decide, unless it was found not so."
        )
    return lines


def facts_described(ids: Collection[int]) -> dict[int, str]:
    """Say of each row which part it is of, and nothing of what it says."""
    rows = PersonFact.objects.filter(pk__in=ids).values_list("pk", "part", "replaced_by")
    return {
        pk: f"{PARTS[part].title}: {'an entry replaced since' if replaced else 'an entry'}"
        for pk, part, replaced in rows
    }
