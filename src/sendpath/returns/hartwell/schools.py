"""Hartwell's made-up schools and colleges.

Their URNs start with 99. Get Information About Schools has given out numbers from 100000
to about 151000 in England and some from 400000 in Wales (the link table of 22 April 2025
ends at 402479), so none of these is a real school's.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from sendpath.returns.hartwell.homes import Homes
from sendpath.returns.hartwell.totals import rows

FIRST_URN = 990001


@dataclass(frozen=True, slots=True, kw_only=True)
class School:
    """A school or college as it stands in `hartwell-schools.csv`."""

    urn: str
    name: str
    type: str
    phase: str
    postcode: str
    low_age: int
    high_age: int
    kind: str
    team: str

    def takes(self, age: int) -> bool:
        """Say whether someone of that age on 31 August goes there in the year that follows."""
        return self.low_age <= age < self.high_age


class Schools:
    """The schools of the area, to be chosen from by kind, age and part of the county."""

    def __init__(self, rng: Random, homes: Homes, scale: float) -> None:
        self.all = tuple(_schools(rng, homes, scale))
        self._nearby: dict[tuple[str, int, str], list[School]] = {}

    def near(self, rng: Random, kind: str, age: int, team: str) -> School | None:
        """Return a school of the kind for the age, in the team's part of the area if possible."""
        wanted = (kind, age, team)
        if wanted not in self._nearby:
            fitting = [school for school in self.all if school.kind == kind and school.takes(age)]
            nearby = [school for school in fitting if school.team == team]
            self._nearby[wanted] = nearby or fitting
        return rng.choice(self._nearby[wanted]) if self._nearby[wanted] else None


def _schools(rng: Random, homes: Homes, scale: float) -> Iterator[School]:
    places = [row["name"] for row in rows("surnames.csv") if row["name"].isascii()]
    urn = FIRST_URN
    for row in rows("school_kinds.csv"):
        for _ in range(max(1, round(int(row["county"]) * scale))):
            home = homes.any()
            place = rng.choice(places)
            yield School(
                urn=str(urn),
                name=f"{place} {row['name']}",
                type=row["type"],
                phase=row["phase"],
                postcode=home.postcode,
                low_age=int(row["low_age"]),
                high_age=int(row["high_age"]),
                kind=row["kind"],
                team=home.team,
            )
            urn += 1
