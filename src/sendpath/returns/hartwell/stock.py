"""The stock of plans: those from before 2019, those that moved in, and those that ended."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from random import Random

from sendpath.returns.hartwell.days import flow_starts, weekday_between
from sendpath.returns.hartwell.journey import FIRST_RETURN, Journey
from sendpath.returns.hartwell.totals import YEARS, Totals

FIRST_PLANS = date(2014, 9, 1)
"""The Children and Families Act 2014, Part 3, came into force on this day."""

OLDER_FIRST = 0.7
"""Made up: the share of ended plans that began before 2019, while any are left."""

TWO_YEARS = 2


class Stock:
    """Plans year by year, kept so that every January agrees with its total."""

    def __init__(self, rng: Random, totals: Totals) -> None:
        self._rng = rng
        self._totals = totals
        self._older = [
            Journey(decision="H", issue="H", started_on=self._start_before_2019())
            for _ in range(totals.of("plans_in_january", YEARS.start))
        ]
        self._newer: list[Journey] = []
        self._ended: list[Journey] = []
        self._early = 0

    def pass_year(self, year: int, issued: list[Journey]) -> None:
        """Add the plans issued in the year, end some, and let in as many as January needs.

        Where more would have to leave than the year's published total, the difference
        leaves in the first days of the next year, before its survey day: the published
        figures for 2022 and January 2023 cannot both be kept in any other way.
        """
        ceased = self._totals.ceased(year)
        needed = self._totals.of("plans_in_january", year + 1)
        without = self.count + len(issued) - needed
        reasons = self._reasons(ceased) if ceased else ["6"] * max(0, without)
        self._end(year, reasons)
        arrivals = needed - self.count - len(issued)
        self._early = max(0, -arrivals)
        self._newer += issued
        self._newer += self._moved_in(year, max(0, arrivals))

    @property
    def count(self) -> int:
        """How many plans there are now."""
        return len(self._older) + len(self._newer)

    def plans(self) -> Iterator[Journey]:
        """Yield the plans there are, then those that ended."""
        yield from self._older
        yield from self._newer
        yield from self._ended

    def _start_before_2019(self) -> date:
        # more of the plans alive in 2019 are recent: children grow out of the oldest
        year = self._rng.choices(range(2014, 2019), weights=(2, 12, 22, 30, 34))[0]
        first = max(FIRST_PLANS, date(year, 1, 2))
        return weekday_between(self._rng, first, date(year, 12, 31))

    def _reasons(self, ceased: dict[str, int]) -> list[str]:
        reasons = [reason for reason, number in ceased.items() for _ in range(number)]
        self._rng.shuffle(reasons)
        return reasons

    def _end(self, year: int, reasons: list[str]) -> None:
        early = self._early
        for reason in reasons:
            journey = self._leaver(year)
            journey.cease_reason = reason
            if early and reason != "1":
                early -= 1
                first, last = date(year, 1, 2), date(year, 1, 13)
            elif reason == "1":
                first, last = date(year, 7, 20), date(year, 8, 31)
            else:
                first, last = flow_starts(year), date(year, 12, 31)
            journey.ceased_on = weekday_between(self._rng, first, last)
            self._ended.append(journey)

    def _leaver(self, year: int) -> Journey:
        # a plan that ended before the first return takes no request of 2019 on with it
        in_a_return = year >= FIRST_RETURN - 1
        newer = in_a_return and self._rng.random() >= OLDER_FIRST
        pool = self._newer if newer else self._older
        for place in self._draws(pool):
            started_on = pool[place].started_on
            if started_on and started_on.year <= year - TWO_YEARS:
                pool[place], pool[-1] = pool[-1], pool[place]
                return pool.pop()
        return self._older.pop()

    def _draws(self, pool: list[Journey]) -> Iterator[int]:
        for _ in range(min(20, len(pool))):
            yield self._rng.randrange(len(pool))

    def _moved_in(self, year: int, count: int) -> Iterator[Journey]:
        for _ in range(count):
            started_on = weekday_between(self._rng, flow_starts(year), date(year, 12, 31))
            yield Journey(decision="H", issue="H", started_on=started_on, moved_in=True)
