"""Everybody in Hartwell: one journey each, with an age, a need and a setting."""

from __future__ import annotations

from collections import Counter
from random import Random

from sendpath.returns.hartwell.issued import issued_plans
from sendpath.returns.hartwell.journey import Journey
from sendpath.returns.hartwell.profiles import give_profiles
from sendpath.returns.hartwell.showcase import showcase_journey
from sendpath.returns.hartwell.stock import Stock
from sendpath.returns.hartwell.totals import YEARS, Totals
from sendpath.returns.hartwell.unissued import (
    open_requests,
    refused_plans,
    refused_requests,
    withdrawn,
)


def population(rng: Random, totals: Totals) -> list[Journey]:
    """Return all journeys of the area: the showcase first, the others in no order."""
    stock = Stock(rng, totals)
    journeys: list[Journey] = []
    for year in YEARS:
        issued = list(issued_plans(rng, totals, year))
        journeys += issued
        stock.pass_year(year, issued)
    for year in YEARS:
        journeys += refused_requests(rng, totals, year)
        journeys += refused_plans(rng, totals, year)
    journeys += _remainder(rng, totals, journeys)
    journeys += [plan for plan in stock.plans() if plan.received_on is None]
    give_profiles(rng, journeys)
    rng.shuffle(journeys)
    return [showcase_journey(), *journeys]


def _remainder(rng: Random, totals: Totals, journeys: list[Journey]) -> list[Journey]:
    """Return the requests still missing from each year: withdrawn, or open if of the last."""
    received = Counter(journey.received_on.year for journey in journeys if journey.received_on)
    rest: list[Journey] = []
    for year in YEARS:
        missing = max(0, totals.of("requests", year) - received[year])
        if year == YEARS[-1]:
            # the showcase is one of them
            rest += open_requests(rng, totals, missing - 1)
        else:
            rest += withdrawn(rng, year, missing)
    return rest
