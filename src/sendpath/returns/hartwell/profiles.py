"""Ages, needs and settings, drawn from the fitted table of plans."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from datetime import date, timedelta
from functools import cache
from itertools import accumulate
from random import Random

from sendpath.returns.hartwell.journey import Journey
from sendpath.returns.hartwell.totals import TODAY, rows

OLDEST = 24
"""Age on 31 August: a plan may run to the end of the school year in which 25 is reached."""

AGES_AT_END = {"1": (25, 25), "3": (18, 20), "4": (17, 22), "6": (17, 22)}
"""Age at which a plan ends, by reason, where the reason says something about it."""

YOUNGEST_AT_START = 2


@cache
def _cells() -> tuple[tuple[int, str, str, float], ...]:
    return tuple(
        (int(row["age"]), row["need"], row["setting"], float(row["plans"]))
        for row in rows("needs.csv")
    )


@cache
def _cells_of_age(age: int) -> tuple[tuple[tuple[str, str], ...], tuple[float, ...]]:
    found = [(need, setting, plans) for a, need, setting, plans in _cells() if a == age]
    pairs = tuple((need, setting) for need, setting, _ in found)
    return pairs, tuple(accumulate(plans for _, _, plans in found))


@cache
def _ages_at_start() -> tuple[tuple[int, ...], tuple[int, ...]]:
    table = [(int(row["age"]), int(row["new_plans_2024"])) for row in rows("ages.csv")]
    return tuple(age for age, _ in table), tuple(plans for _, plans in table)


def give_profiles(rng: Random, journeys: list[Journey]) -> None:
    """Give every journey a birth date, and a need and setting that fit its age.

    The plans open in January 2026 keep the shares of the fitted table. Everybody else is
    as old as people are when a plan starts or ends.
    """
    _profile_stock(rng, [journey for journey in journeys if journey.open_plan])
    for journey in journeys:
        if not journey.open_plan:
            _profile_other(rng, journey)


def age_on(born_on: date, day: date) -> int:
    """Return the age in whole years on the day."""
    return day.year - born_on.year - ((day.month, day.day) < (born_on.month, born_on.day))


def _profile_stock(rng: Random, plans: list[Journey]) -> None:
    by_age = _stock_by_age(rng, len(plans))
    for journey in sorted(plans, key=_start):
        age = _age_that_fits(rng, by_age, TODAY.year - 1 - _start(journey).year)
        journey.need, journey.setting = by_age[age].pop()
        journey.born_on = _birth(rng, age, TODAY.year - 1)


def _stock_by_age(rng: Random, count: int) -> dict[int, list[tuple[str, str]]]:
    """Share `count` plans over the cells of the table, each to within two of its share."""
    cells = _cells()
    edges = list(accumulate(plans for *_, plans in cells))
    step = edges[-1] / count
    by_age: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for number in range(count):
        age, need, setting, _ = cells[bisect_left(edges, (number + rng.random()) * step)]
        by_age[age].append((need, setting))
    for pairs in by_age.values():
        rng.shuffle(pairs)
    return by_age


def _age_that_fits(rng: Random, by_age: dict[int, list[tuple[str, str]]], years_since: int) -> int:
    """Choose an age now such that the plan, started so many years ago, started at a likely age."""
    ages, plans = _ages_at_start()
    likely = dict(zip(ages, plans, strict=True))
    left = [age for age, pairs in by_age.items() if pairs]
    weights = [likely.get(age - years_since, 0) * len(by_age[age]) for age in left]
    if any(weights):
        return rng.choices(left, weights)[0]
    old_enough = [age for age in left if age - years_since >= YOUNGEST_AT_START]
    return min(old_enough) if old_enough else max(left)


def _profile_other(rng: Random, journey: Journey) -> None:
    if journey.ceased_on:
        age, year = _age_at_end(rng, journey), journey.ceased_on.year
    else:
        ages, plans = _ages_at_start()
        age, year = rng.choices(ages, plans)[0], _first_day(journey).year
    journey.born_on = _birth(rng, age, year)
    pairs, edges = _cells_of_age(min(max(age, YOUNGEST_AT_START), OLDEST))
    journey.need, journey.setting = rng.choices(pairs, cum_weights=edges)[0]


def _age_at_end(rng: Random, journey: Journey) -> int:
    years = _ended(journey).year - _start(journey).year
    low, high = AGES_AT_END.get(journey.cease_reason, (5, 21))
    return rng.randint(max(low, min(years + YOUNGEST_AT_START + 1, high)), high)


def _birth(rng: Random, age: int, year: int) -> date:
    """Return a birth date of someone of that age on 31 August of the year."""
    last = date(year - age, 8, 31)
    return last - timedelta(days=rng.randrange(365))


def _start(journey: Journey) -> date:
    return journey.started_on or TODAY


def _ended(journey: Journey) -> date:
    return journey.ceased_on or TODAY


def _first_day(journey: Journey) -> date:
    return journey.received_on or _start(journey)
