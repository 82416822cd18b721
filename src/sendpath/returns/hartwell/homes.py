"""Where people in Hartwell live: real postcode sectors, postcodes that do not exist."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from random import Random

from sendpath.returns.hartwell.totals import rows


@dataclass(frozen=True, slots=True)
class Home:
    """A postcode and the team that looks after that part of the area."""

    postcode: str
    team: str


class Homes:
    """Homes, as many in a sector as the sector has postcodes."""

    def __init__(self, rng: Random) -> None:
        self._rng = rng
        self._sectors = [
            (row["sector"], row["team"], row["unused_units"].split()) for row in rows("sectors.csv")
        ]
        self._edges = list(accumulate(int(row["postcodes"]) for row in rows("sectors.csv")))

    def any(self) -> Home:
        """Return a home anywhere in the area."""
        sector, team, units = self._rng.choices(self._sectors, cum_weights=self._edges)[0]
        return Home(sector + self._rng.choice(units), team)
