"""Everybody a survey year's return holds, as records made from the record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import cast

from django.conf import settings

from sendpath import __version__
from sendpath.casework.selectors.for_return import (
    CaseHistory,
    histories_for_return,
    people_with_cases_for_return,
)
from sendpath.core.casefile.events import standing
from sendpath.core.sen2.records import Record
from sendpath.core.sen2.write import next_serial
from sendpath.core.sen2.years import Survey
from sendpath.people.matching import KnownPerson, people_for_return
from sendpath.people.services import Particulars
from sendpath.returns.mapping import written
from sendpath.returns.mapping.facts import CaseFact, Standing
from sendpath.returns.mapping.person import person_record
from sendpath.returns.mapping.request import UNDECIDED
from sendpath.returns.mapping.stored import Stored, from_json
from sendpath.returns.models import CaseParticulars, Upload, WrittenReturn
from sendpath.returns.scope import as_the_year_asks, in_scope, of_earlier_years
from sendpath.web import clock

DESIGNATED = ("DMO", "DCO", "DSCO")


@dataclass(frozen=True, slots=True)
class Entry:
    """One person of the return, and the latest of the cases that are told of."""

    record: Record
    person_id: int
    case_id: int


def header_for_return(survey: Survey) -> Record:
    """Return the header of the next return of a year, with the next serial number.

    Whether there are designated officers is taken from the last return loaded: nothing
    else in the record says it.
    """
    loaded = Upload.objects.filter(la=settings.LA, state=Upload.State.ACCEPTED).order_by("-pk")
    latest = loaded.first()
    of_year = loaded.filter(survey_year=survey.year).first()
    last = WrittenReturn.objects.filter(survey_year=survey.year).order_by("-pk").first()
    serial = last.serial if last else of_year.header.get("SerialNo") if of_year else None
    values = {
        "Collection": "SEN2",
        "Year": str(survey.year),
        "ReferenceDate": survey.day.isoformat(),
        "SourceLevel": "L",
        "LEA": settings.LA,
        "SoftwareCode": "SEND Path",
        "Release": __version__,
        "SerialNo": next_serial(serial),
        "DateTime": clock.now().replace(tzinfo=None).isoformat(timespec="seconds"),
        **{item: latest.header.get(item, "") for item in DESIGNATED if latest},
    }
    return as_the_year_asks(Record("header", values), survey)


def entries_for_return(survey: Survey) -> Iterator[list[Entry]]:
    """Yield everybody the return holds, some hundred at a time; some groups may be empty."""
    for person_ids in people_with_cases_for_return():
        people = people_for_return(person_ids=person_ids)
        histories = histories_for_return(person_ids=person_ids)
        held = _held([case.case_id for cases in histories.values() for case in cases])
        told = (_entry(people[pk], histories[pk], held, survey) for pk in person_ids)
        yield [entry for entry in told if entry]


def _held(case_ids: Sequence[int]) -> dict[int, tuple[int, Stored]]:
    rows = CaseParticulars.objects.filter(case__in=case_ids)
    return {pk: (year, items) for pk, year, items in rows.values_list("pk", "survey_year", "items")}


def _entry(
    person: KnownPerson,
    cases: Sequence[CaseHistory],
    held: dict[int, tuple[int, Stored]],
    survey: Survey,
) -> Entry | None:
    told = {
        case.case_id: request
        for case in cases
        if (request := _request(case, held.get(case.case_id), survey))
    }
    if not told:
        return None
    values = {name: value for name, value in asdict(person).items()}
    who = cast(Particulars, {name: values[name] for name in Particulars.__annotations__})
    record = as_the_year_asks(person_record(who), survey)
    record.children = list(told.values())
    return Entry(record, person.person_id, max(told))


def _request(case: CaseHistory, held: tuple[int, Stored] | None, survey: Survey) -> Record | None:
    facts = _standing(case)
    year, stored = held or (0, None)
    if year != survey.year and not in_scope(Standing(facts, as_at=survey.day), survey):
        return None
    left = from_json(stored) if stored else Record("requests", {"RequestOutcome": UNDECIDED})
    record = written(left, facts, as_at=survey.day)
    if year != survey.year:
        record = of_earlier_years(record, survey)
    return as_the_year_asks(record, survey)


def _standing(case: CaseHistory) -> list[CaseFact]:
    return [
        CaseFact(kind=event.kind, occurred_on=event.occurred_on, facts=event.facts)
        for event in standing(row.event for row in case.recorded)
    ]
