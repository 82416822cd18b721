"""What is known about somebody, now or as it was known on a past day, and to whom it is shown."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.utils import timezone

from sendpath.accounts.models import User
from sendpath.accounts.roles import May
from sendpath.core.casefile.details import Detail
from sendpath.core.people.part import Part
from sendpath.core.people.parts import PARTS
from sendpath.core.people.parts.names import SEALED
from sendpath.people.models import Person, PersonFact
from sendpath.people.permissions import details_seen, people_in_view
from sendpath.web import clock

DEATH, NAMES = "death", "names"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One row as a reader sees it: what was answered, when it holds, who recorded it."""

    fact: PersonFact
    told: list[tuple[str, str]]
    standing: bool
    past: bool
    standing_for: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PartShown:
    """One part of the page: its rows, and what is said in place of those not shown."""

    part: Part
    rows: list[Shown]
    withheld: str


def standing(facts: QuerySet[PersonFact], known_on: date | None = None) -> QuerySet[PersonFact]:
    """Return the rows that count: today, or as known at the end of a past day."""
    if known_on is None:
        return facts.filter(replaced_by__isnull=True, mistake=False)
    end = timezone.make_aware(datetime.combine(known_on, time.max))
    known = facts.filter(recorded_at__lte=end, mistake=False)
    return known.exclude(replaced_by__recorded_at__lte=end)


def parts_shown(user: User, person: Person, *, known_on: date | None = None) -> list[PartShown]:
    """Return every part of the page about somebody, as this reader sees it."""
    rows = standing(PersonFact.objects.filter(person=person), known_on)
    found = list(rows.select_related("recorded_by").order_by("-from_on", "-pk"))
    seeing = details_seen(user, person)
    day = known_on or clock.today()
    return [
        _part(part, [row for row in found if row.part == part.key], seeing, day)
        for part in PARTS.values()
    ]


def history(user: User, person: Person, part: Part) -> PartShown:
    """Return every row of a part there ever was, the latest recorded first."""
    rows = PersonFact.objects.filter(person=person, part=part.key)
    found = rows.select_related("recorded_by", "replaces", "replaced_by").order_by("-pk")
    return _part(part, found, details_seen(user, person), clock.today())


def fact_for(user: User, person: Person, pk: int) -> PersonFact:
    """Return a row that counts and that this reader sees; any other is not found."""
    fact = get_object_or_404(standing(PersonFact.objects.filter(person=person)), pk=pk)
    seeing = details_seen(user, person)
    return get_object_or_404(PersonFact, pk=fact.pk if _seen(fact, seeing) else None)


def banners(user: User, person: Person) -> list[str]:
    """Return what must be seen before anything is done: deaths, safe addresses, orders.

    They are for those who work with the child. A family is not shown what was recorded to keep
    one of them safe from another.
    """
    if not user.may(May.SEE_CASES):
        return []
    seeing, today = details_seen(user, person), clock.today()
    rows = standing(PersonFact.objects.filter(person=person)).order_by("pk")
    holding = [row for row in rows if _holds(row, today)]
    told = {
        PARTS[row.part].banner(row.answers): PARTS[row.part].order
        for row in holding
        if _seen(row, seeing) or PARTS[row.part].withheld
    }
    return sorted((words for words in told if words), key=lambda words: -told[words])


def may_change(user: User, person: Person) -> bool:
    """Say whether this person may record something about somebody, by a role that works it."""
    if not user.may(May.RECORD_EVENTS):
        return False
    within = people_in_view(user, doing=May.RECORD_EVENTS)
    return Person.objects.filter(within, pk=person.pk).exists()


def has_safe_address(person: Person) -> bool:
    """Say whether nobody may be told where this person lives."""
    rows = standing(PersonFact.objects.filter(person=person, part="addresses"))
    return any(
        PARTS[row.part].needs(row.answers) is Detail.SAFE_ADDRESS and _holds(row, clock.today())
        for row in rows
    )


def sees_home(user: User, person: Person) -> bool:
    """Say whether this reader may be shown where somebody lives."""
    return not has_safe_address(person) or Detail.SAFE_ADDRESS in details_seen(user, person)


def with_sealed_names(person_ids: Collection[int] | None = None) -> set[int]:
    """Return who has a name from before an adoption: their old numbers would tell of it too."""
    rows = standing(PersonFact.objects.filter(part=NAMES, answers__kind=SEALED))
    if person_ids is not None:
        rows = rows.filter(person__in=person_ids)
    return set(rows.values_list("person", flat=True))


def who_died() -> QuerySet[PersonFact, int]:
    """Return the ids of those who are known to have died."""
    return standing(PersonFact.objects.filter(part=DEATH)).values_list("person", flat=True)


def other_names() -> Iterable[tuple[int, str, str]]:
    """Yield whom a name in use or a former one belongs to. Sealed names are never searched."""
    rows = standing(PersonFact.objects.filter(part=NAMES)).exclude(answers__kind=SEALED)
    for person_id, answers in rows.values_list("person", "answers"):
        yield person_id, answers.get("forename", ""), answers.get("surname", "")


def _part(
    part: Part, rows: Iterable[PersonFact], seeing: frozenset[Detail], day: date
) -> PartShown:
    found = list(rows)
    seen = [row for row in found if _seen(row, seeing)]
    return PartShown(
        part=part,
        rows=[_shown(part, row, day) for row in seen],
        withheld=part.withheld if len(seen) < len(found) else "",
    )


def _shown(part: Part, row: PersonFact, day: date) -> Shown:
    replaced = hasattr(row, "replaced_by")
    return Shown(
        fact=row,
        told=part.told(row.answers),
        standing=not replaced and not row.mistake,
        past=row.to_on is not None and row.to_on < day,
        standing_for="Marked as a mistake" if row.mistake else "Replaced" if replaced else "",
    )


def _seen(row: PersonFact, seeing: frozenset[Detail]) -> bool:
    needed = PARTS[row.part].needs(row.answers)
    return needed is None or needed in seeing


def _holds(row: PersonFact, day: date) -> bool:
    begun = row.from_on is None or row.from_on <= day
    return begun and (row.to_on is None or row.to_on >= day)
