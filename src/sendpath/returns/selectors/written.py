"""What the pages of a written return show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from sendpath.audit.acting import saw
from sendpath.core.sen2.years import known_years, survey
from sendpath.people.matching import people_for_return
from sendpath.returns.models import WrittenFault, WrittenReturn
from sendpath.web import clock


@dataclass(frozen=True, slots=True)
class PersonAtFault:
    """One person of a written return, the case where it can be mended, and what is wrong."""

    name: str
    case_id: int | None
    faults: list[WrittenFault]


def likely_year() -> int:
    """Return the survey year whose return is due next, or was due last where none is to come."""
    today = clock.today()
    to_come = [
        year for year in known_years() if (survey(year).deadline or survey(year).day) >= today
    ]
    return min(to_come, default=max(known_years()))


def people_at_fault(written: WrittenReturn) -> QuerySet[WrittenFault, int | None]:
    """Return the people of a written return of whom a rule is broken."""
    rows = written.faults.exclude(person_id=None).order_by("person_id")
    return rows.values_list("person_id", flat=True).distinct()


def faults_of(written: WrittenReturn, person_ids: Sequence[int | None]) -> list[PersonAtFault]:
    """Return what is wrong with each of these people."""
    rows = list(written.faults.filter(person_id__in=person_ids))
    saw(children=[pk for pk in person_ids if pk], about=f"written:{written.pk}")
    people = people_for_return(person_ids={pk for pk in person_ids if pk})
    groups = []
    for person_id in person_ids:
        own = [row for row in rows if row.person_id == person_id]
        person = people.get(person_id or 0)
        name = f"{person.forename} {person.surname}" if person else "No longer in the record"
        groups.append(PersonAtFault(name, own[0].case_id if own else None, own))
    return groups
