"""The demonstration area as records: who is in which return, and who looks after whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from random import Random

from sendpath.core.sen2.records import Record
from sendpath.returns.hartwell.homes import Homes
from sendpath.returns.hartwell.identity import Identities, Identity
from sendpath.returns.hartwell.journey import FIRST_RETURN, Journey
from sendpath.returns.hartwell.officers import Officers
from sendpath.returns.hartwell.person import PersonRecords
from sendpath.returns.hartwell.population import population
from sendpath.returns.hartwell.schools import School, Schools
from sendpath.returns.hartwell.showcase import PLACE, showcase_identity
from sendpath.returns.hartwell.totals import TODAY, Totals

RETURNS = range(FIRST_RETURN, TODAY.year + 1)
"""The survey years for which Hartwell has a return."""


class Size(StrEnum):
    """How big the demonstration area is."""

    SMALL = "small"
    COUNTY = "county"
    NATIONAL = "national"

    @property
    def scale(self) -> float:
        """How many counties it makes: about 400, 25,700 and 60,000 people."""
        return {"small": 1 / 64, "county": 1.0, "national": 2.34}[self.value]

    @property
    def officers(self) -> int:
        """How many officers it has."""
        return {"small": 8, "county": 40, "national": 48}[self.value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One person: the record for the return, and what a return cannot carry."""

    record: Record
    who: Identity
    officer: str


class Area:
    """One Hartwell. The same size and seed give the same area, to the last letter."""

    def __init__(self, size: Size, seed: int) -> None:
        rng = Random(seed)
        homes = Homes(rng)
        identities = Identities(rng, homes)
        officers = Officers(rng, size.officers)
        self._seed = seed
        self._schools = Schools(rng, homes, size.scale)
        self._people: list[tuple[Journey, Identity]] = []
        for place, journey in enumerate(population(rng, Totals(size.scale))):
            known = place == PLACE
            who = showcase_identity() if known else identities.someone(place, journey.born_on)
            if not journey.officer and (journey.open_plan or journey.undecided):
                journey.officer = officers.next_in(who.home.team)
            self._people.append((journey, who))

    @property
    def schools(self) -> tuple[School, ...]:
        """The area's made-up schools and colleges."""
        return self._schools.all

    @property
    def plans(self) -> int:
        """How many plans are open on survey day 2026."""
        return sum(journey.open_plan for journey, _ in self._people)

    def entries(self, year: int) -> Iterator[Entry]:
        """Yield the people of that survey year's return, the same ones at every call.

        Each person is in one return, the last they belong in.
        """
        records = PersonRecords(Random(f"{self._seed} {year}"), self._schools)
        for journey, who in self._people:
            if journey.survey_year == year:
                record = records.person(year, journey, who)
                yield Entry(record=record, who=who, officer=journey.officer)

    def ended_early(self) -> Iterator[Entry]:
        """Yield those whose plan ended before returns held a record for each person."""
        records = PersonRecords(Random(f"{self._seed} ended early"), self._schools)
        for journey, who in self._people:
            if journey.survey_year is None:
                yield Entry(record=records.person(FIRST_RETURN, journey, who), who=who, officer="")
