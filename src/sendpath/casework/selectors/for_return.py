"""Whole cases for a statutory return, which holds everybody, whoever asks for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from django.db.models import QuerySet

from sendpath.casework.models import Case, CaseEvent
from sendpath.core.casefile.events import Event

CHUNK = 500


@dataclass(frozen=True, slots=True)
class RecordedFact:
    """One event of a case, and where it came from."""

    event: Event
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseHistory:
    """One case of a person, and all that was ever recorded in it."""

    case_id: int
    person_id: int
    recorded: tuple[RecordedFact, ...]


@dataclass(frozen=True, slots=True)
class HeldCase:
    """One case of a person, and who holds it."""

    case_id: int
    person_id: int
    team_id: int | None
    officer_id: int | None


def histories_for_return(*, person_ids: Collection[int]) -> dict[int, list[CaseHistory]]:
    """Return these people's cases, oldest first, by person."""
    cases = list(_cases_of(person_ids).values_list("pk", "person"))
    recorded = _recorded([case_id for case_id, _ in cases])
    histories: dict[int, list[CaseHistory]] = defaultdict(list)
    for case_id, person_id in cases:
        histories[person_id].append(
            CaseHistory(case_id=case_id, person_id=person_id, recorded=tuple(recorded[case_id]))
        )
    return histories


def held_cases_for_return(*, person_ids: Collection[int]) -> list[HeldCase]:
    """Return these people's cases, oldest first, with who holds each."""
    rows = _cases_of(person_ids).values_list("pk", "person", "team", "officer")
    return [HeldCase(*row) for row in rows]


def people_held_by_for_return(*, username: str) -> list[int]:
    """Return the people in whose cases an officer works, those whose case is newest first."""
    held = Case.objects.filter(officer__username=username).order_by("-pk")
    return list(dict.fromkeys(held.values_list("person", flat=True)))


def _cases_of(person_ids: Collection[int]) -> QuerySet[Case]:
    return Case.objects.filter(person__in=person_ids).order_by("pk")


def people_with_cases_for_return() -> Iterator[list[int]]:
    """Yield the people who have a case, some hundred at a time, in a lasting order."""
    ids = list(Case.objects.order_by("person").values_list("person", flat=True).distinct())
    for start in range(0, len(ids), CHUNK):
        yield ids[start : start + CHUNK]


def _recorded(case_ids: Collection[int]) -> dict[int, list[RecordedFact]]:
    recorded: dict[int, list[RecordedFact]] = defaultdict(list)
    for row in CaseEvent.objects.filter(case__in=case_ids).order_by("case", "number"):
        recorded[row.case_id].append(RecordedFact(row.as_event(), row.source))
    return recorded
