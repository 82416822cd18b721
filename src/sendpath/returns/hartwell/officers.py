"""The officers of Hartwell's four teams, and who has which case."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle
from random import Random

from sendpath.returns.hartwell.totals import rows

UNALLOCATED = 0.03
"""Made up: the share of open cases that nobody has yet."""


class Officers:
    """Officers in rotation: a team's next case goes to its next officer."""

    def __init__(self, rng: Random, count: int) -> None:
        self._rng = rng
        chosen = list(rows("officers.csv"))[:count]
        self._turns: dict[str, Iterator[str]] = {
            team: cycle([row["officer"] for row in chosen if row["team"] == team])
            for team in {row["team"] for row in chosen}
        }

    def next_in(self, team: str) -> str:
        """Return the officer for the team's next open case, or nothing for an unallocated one."""
        if self._rng.random() < UNALLOCATED:
            return ""
        return next(self._turns[team])
