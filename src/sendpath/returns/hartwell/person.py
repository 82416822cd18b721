"""A person's record in a return, from the journey, the identity and the placement."""

from __future__ import annotations

from datetime import date
from functools import cache
from random import Random

from sendpath.core.sen2.records import Record
from sendpath.core.sen2.years import survey
from sendpath.returns.hartwell.identity import Identity
from sendpath.returns.hartwell.journey import Journey
from sendpath.returns.hartwell.placement import Placement, placement_of
from sendpath.returns.hartwell.reviews import review_items, transfer_items
from sendpath.returns.hartwell.schools import Schools

SOURCES, SOURCE_WEIGHTS = "12345", (38, 52, 5, 3, 2)
"""Made up: who asks is first published for 2025."""

MEDIATED, APPEALED = 0.05, 0.04
"""Made up, of refusals; appeals are a part of those mediated, so that each had its certificate."""

BUDGETS = 0.02
SECOND_NEED = 0.3
"""Made up."""

SECOND_NEEDS = ("SLCN", "SEMH", "MLD", "ASD", "SPLD", "PD")

GENDERS = {"M": "1", "F": "2"}
"""What Sex was called until 2023 (C)."""

LEFT_AREA = "301"
"""TransferLA of those who moved in: Barking and Dagenham, chosen because any will do."""


class PersonRecords:
    """Writes people down as the survey year has it: items the year lacks are left out."""

    def __init__(self, rng: Random, schools: Schools) -> None:
        self._rng = rng
        self._schools = schools

    def person(self, year: int, journey: Journey, who: Identity) -> Record:
        """Return the person's record for that survey year."""
        request = _record(year, "requests", self._request(journey))
        if journey.issue:
            request.children += self._assessed(year, journey, who)
        person = _record(year, "person", _who(journey, who))
        person.children.append(request)
        return person

    def _request(self, journey: Journey) -> dict[str, str]:
        items = {"RequestOutcome": journey.decision}
        if journey.received_on:
            items["ReceivedDate"] = journey.received_on.isoformat()
            items["RequestSource"] = self._rng.choices(SOURCES, SOURCE_WEIGHTS)[0]
            items["RYA"] = "0"
        if journey.decision in "YN":
            items["RequestOutcomeDate"] = _text(journey.decided_on)
            items |= self._contested("Request", refused=journey.decision == "N")
        return items

    def _assessed(self, year: int, journey: Journey, who: Identity) -> list[Record]:
        items = {"AssessmentOutcome": journey.issue}
        if journey.issue in "YN":
            items["AssessmentOutcomeDate"] = _text(journey.outcome_on)
            items |= self._contested("Assessment", refused=journey.issue == "N")
        if journey.issue in "YNH":
            items |= self._contested("Other", refused=False)
        if journey.issue == "Y" and journey.outcome_on:
            items["Week20"] = str(int(journey.exception))
        assessment = _record(year, "assessment", items)
        if journey.started_on is None:
            return [assessment]
        placement = placement_of(self._rng, self._schools, journey, who.home.team)
        assessment.children.append(self._plan(year, journey, placement))
        return [assessment, self._active(year, journey, placement)]

    def _contested(self, what: str, *, refused: bool) -> dict[str, str]:
        chance = self._rng.random() if refused else 1.0
        return {
            f"{what}Mediation": str(int(chance < MEDIATED)),
            f"{what}Tribunal": str(int(chance < APPEALED)),
        }

    def _plan(self, year: int, journey: Journey, placement: Placement) -> Record:
        budget = self._rng.random() < BUDGETS
        items = {
            "StartDate": _text(journey.started_on),
            "PB": str(int(budget)),
            "DP": "E" if budget else "",
            "CeaseDate": _text(journey.ceased_on),
            "CeaseReason": journey.cease_reason,
            **placement.plan,
        }
        plan = _record(year, "named_plan", items)
        plan.children.append(_record(year, "plan_detail", placement.named))
        return plan

    def _active(self, year: int, journey: Journey, placement: Placement) -> Record:
        items: dict[str, str] = {}
        if journey.open_plan and journey.started_on:
            items |= review_items(self._rng, journey.started_on)
            items |= transfer_items(self._rng, journey)
        if journey.moved_in and journey.started_on and journey.started_on.year == year - 1:
            items["TransferLA"] = LEFT_AREA
        active = _record(year, "active_plans", items)
        attended = {
            **placement.attended,
            "EntryDate": _text(placement.entered_on),
            "LeavingDate": _text(journey.ceased_on),
        }
        active.children.append(_record(year, "placement_detail", attended))
        active.children += self._needs(year, journey.need)
        return active

    def _needs(self, year: int, need: str) -> list[Record]:
        needs = [need]
        second = self._rng.choice(SECOND_NEEDS)
        if second != need and self._rng.random() < SECOND_NEED:
            needs.append(second)
        return [
            _record(year, "sen_need", {"SENtype": need, "SENtypeRank": str(rank)})
            for rank, need in enumerate(needs, start=1)
        ]


def header(year: int, lea: str) -> Record:
    """Return the header of the area's return, dated on survey day so that files repeat."""
    day = survey(year).day.isoformat()
    return _record(
        year,
        "header",
        {
            "Collection": "SEN2",
            "Year": str(year),
            "ReferenceDate": day,
            "SourceLevel": "L",
            "LEA": lea,
            "SoftwareCode": "SEND Path",
            "Release": "demonstration",
            "SerialNo": "001",
            "DateTime": f"{day}T09:00:00",
            "DMO": "1",
            "DCO": "1",
            "DSCO": "0",
        },
    )


def _who(journey: Journey, who: Identity) -> dict[str, str]:
    return {
        "Surname": who.surname,
        "Forename": who.forename,
        "PersonBirthDate": journey.born_on.isoformat(),
        "Sex": who.sex,
        "GenderCurrent": GENDERS[who.sex],
        "Ethnicity": who.ethnicity,
        "PostCode": who.home.postcode,
        "UPN": who.upn,
        "UniqueLearnerNumber": who.uln,
        "UPNunknown": who.upn_unknown,
    }


def _record(year: int, module: str, items: dict[str, str]) -> Record:
    known = _items(year, module)
    return Record(module, {item: text for item, text in items.items() if text and item in known})


@cache
def _items(year: int, module: str) -> frozenset[str]:
    return frozenset(field.xml for field in survey(year).modules[module].fields)


def _text(day: date | None) -> str:
    return day.isoformat() if day else ""
