"""Plans issued in a year: how long each took, and when its request came."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from sendpath.returns.hartwell.days import (
    flow_starts,
    weekday_after,
    weekday_before,
    weekday_between,
)
from sendpath.returns.hartwell.journey import Journey
from sendpath.returns.hartwell.totals import SURVEY_DAYS, Totals

TWENTY_WEEKS = 140
SIX_WEEKS = 42
A_YEAR = 364  # 52 weeks, so that "over a year" and "20 to 52 weeks" meet

LATE_DECISIONS = 0.02  # 69 of 2,772 in 2023 and 54 of 3,226 in 2024 (requests.csv)


@dataclass(frozen=True, slots=True)
class Pace:
    """Days from request to plan: fewest, most, and most usual."""

    fewest: int
    most: int
    usual: int


IN_TIME = Pace(91, TWENTY_WEEKS, 137)
LATE = Pace(TWENTY_WEEKS + 1, A_YEAR, 170)
OVER_A_YEAR = Pace(A_YEAR + 1, 500, A_YEAR + 20)


@dataclass(frozen=True, slots=True)
class Batch:
    """Plans issued in one year that took alike: the requests came from `first` to `last`."""

    year: int
    pace: Pace
    first: date
    last: date


def issued_plans(rng: Random, totals: Totals, year: int) -> Iterator[Journey]:
    """Yield a journey for each plan issued in the year, with the year's totals kept."""
    backlog = totals.of("over_20_weeks_in_january", year)
    since = SURVEY_DAYS[year] - timedelta(days=TWENTY_WEEKS) if backlog else None
    earlier = totals.of("issued_from_earlier_requests", year) - backlog
    paces = _paces(totals, year)
    rng.shuffle(paces)
    paces.sort(key=lambda paced: paced[0] is not LATE)
    for _, exception in paces[:backlog]:
        yield _journey(rng, _backlog(year), exception=exception)
    for place, (pace, exception) in enumerate(_earlier_first(rng, paces[backlog:])):
        whole_year = Batch(year, pace, date(year, 1, 2), date(year, 12, 31))
        batch = _carried(year, pace, since) if place < earlier else whole_year
        yield _journey(rng, batch, exception=exception)


def decision_day(rng: Random, received_on: date) -> date:
    """Return the day a request is decided: in six weeks but for two in a hundred."""
    late = rng.random() < LATE_DECISIONS
    days = rng.randint(SIX_WEEKS + 3, 60) if late else rng.randint(24, SIX_WEEKS)
    return weekday_before(received_on + timedelta(days=days))


def _earlier_first(rng: Random, paces: list[tuple[Pace, bool]]) -> list[tuple[Pace, bool]]:
    """Return the plans in the order in which earlier years' requests account for them.

    A plan in time is from an earlier year's request in 119 days of 365, a late one in
    about 215. A draw weighted so, without putting back: Efraimidis and Spirakis (2006).
    """
    weights = {IN_TIME: 119, LATE: 215, OVER_A_YEAR: 10_000}
    return sorted(paces, key=lambda paced: rng.random() ** (1 / weights[paced[0]]), reverse=True)


def _paces(totals: Totals, year: int) -> list[tuple[Pace, bool]]:
    def count(figure: str) -> tuple[int, int]:
        every = totals.of(figure, year)
        plain = totals.of(f"{figure}_without_exception", year)
        return plain, every - plain

    issued, in_time, over = count("issued"), count("in_time"), count("over_a_year")
    paces: list[tuple[Pace, bool]] = []
    for exception in (False, True):
        late = issued[exception] - in_time[exception] - over[exception]
        paces += [(IN_TIME, exception)] * in_time[exception]
        paces += [(OVER_A_YEAR, exception)] * over[exception]
        paces += [(LATE, exception)] * max(0, late)
    return paces


def _backlog(year: int) -> Batch:
    """Requests already past week 20 on survey day of the year, with their plans to come."""
    last = SURVEY_DAYS[year] - timedelta(days=TWENTY_WEEKS + 1)
    return Batch(year, LATE, last - timedelta(days=A_YEAR - TWENTY_WEEKS - 20), last)


def _carried(year: int, pace: Pace, since: date | None) -> Batch:
    """Requests of earlier years; `since`, where the backlog before it is a batch of its own."""
    first = since or flow_starts(year) - timedelta(days=pace.most)
    return Batch(year, pace, first, date(year - 1, 12, 31))


def _journey(rng: Random, batch: Batch, *, exception: bool) -> Journey:
    while True:
        received_on = weekday_between(rng, batch.first, batch.last)
        pace = batch.pace
        days = int(rng.triangular(pace.fewest, pace.most + 1, pace.usual))
        issued_on = weekday_after(received_on + timedelta(days=days))
        taken = (issued_on - received_on).days
        in_year = flow_starts(batch.year) <= issued_on <= date(batch.year, 12, 31)
        if in_year and pace.fewest <= taken <= pace.most:
            return Journey(
                decision="Y",
                issue="Y",
                received_on=received_on,
                decided_on=decision_day(rng, received_on),
                outcome_on=issued_on,
                started_on=issued_on,
                exception=exception,
            )
