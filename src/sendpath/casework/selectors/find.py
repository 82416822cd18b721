"""Finding a child's cases from a name, a number or a date of birth."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sendpath.accounts.models import User
from sendpath.audit.acting import saw
from sendpath.casework.models import Case, CaseEvent
from sendpath.casework.selectors.cases import cases_visible_to
from sendpath.core.casefile.catalogue.stages import STAGES
from sendpath.core.casefile.events import Event, standing
from sendpath.core.casefile.stage import stage
from sendpath.people import selectors as people
from sendpath.people.models import Person


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundCase:
    """A case of someone found: where it is, and who holds it."""

    case_id: int
    reference: str
    stage: str
    officer: str
    team: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Someone found, with those of their cases that the reader may see."""

    person: Person
    cases: list[FoundCase]


def find(*, user: User, words: str, born_on: date | None) -> list[Found]:
    """Return the people meant, the likeliest first, among those this person may see."""
    found = people.find(words=words, born_on=born_on, among=people.visible_to(user))
    cases = list(cases_visible_to(user).filter(person__in=found).order_by("pk"))
    saw(children=[person.pk for person in found], cases=[case.pk for case in cases])
    histories = _histories([case.pk for case in cases])
    of_person: dict[int, list[FoundCase]] = defaultdict(list)
    for case in cases:
        of_person[case.person_id].append(_found(case, histories[case.pk]))
    return [Found(person=person, cases=of_person[person.pk]) for person in found]


def _histories(case_ids: Collection[int]) -> dict[int, list[Event]]:
    histories: dict[int, list[Event]] = defaultdict(list)
    for row in CaseEvent.objects.filter(case__in=case_ids):
        histories[row.case_id].append(row.as_event())
    return histories


def _found(case: Case, events: list[Event]) -> FoundCase:
    return FoundCase(
        case_id=case.pk,
        reference=case.reference,
        stage=STAGES[stage(standing(events))].words,
        officer=case.officer.display_name if case.officer else "",
        team=case.team.name if case.team else "",
    )
