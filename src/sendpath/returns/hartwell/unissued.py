"""Requests that led to no plan: refused, withdrawn, or still open on survey day 2026."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from sendpath.returns.hartwell.days import weekday_after, weekday_before, weekday_between
from sendpath.returns.hartwell.issued import SIX_WEEKS, TWENTY_WEEKS, decision_day
from sendpath.returns.hartwell.journey import Journey
from sendpath.returns.hartwell.totals import TODAY, Totals

AGREED_TO_ISSUE = 0.15
"""Made up: of assessments past week 14, those where only the plan has still to be sent."""


FEWEST = 2
"""So that the smallest area too has something overdue."""


def refused_requests(rng: Random, totals: Totals, year: int) -> Iterator[Journey]:
    """Yield requests of the year that were refused, a few of them early in the next year."""
    for _ in range(totals.of("refused_to_assess", year)):
        received_on = weekday_between(rng, date(year, 1, 2), date(year, 12, 5))
        decided_on = min(decision_day(rng, received_on), weekday_before(date(year, 12, 31)))
        yield Journey(decision="N", received_on=received_on, decided_on=decided_on)
    for _ in range(totals.of("refused_after_new_year", year)):
        received_on = weekday_between(rng, date(year, 12, 1), date(year, 12, 10))
        decided_on = weekday_between(
            rng, date(year + 1, 1, 2), received_on + timedelta(days=SIX_WEEKS)
        )
        yield Journey(decision="N", received_on=received_on, decided_on=min(decided_on, TODAY))


def refused_plans(rng: Random, totals: Totals, year: int) -> Iterator[Journey]:
    """Yield requests of the year that were assessed and then refused a plan in the year.

    A third are told after week 16, as 36 of 89 were in 2024 (assessments.csv).
    """
    for _ in range(totals.of("refused_to_issue", year)):
        received_on = weekday_between(rng, date(year, 1, 2), date(year, 8, 8))
        days = rng.randint(112, TWENTY_WEEKS - 2) if rng.random() < 0.33 else rng.randint(84, 110)
        yield Journey(
            decision="Y",
            issue="N",
            received_on=received_on,
            decided_on=decision_day(rng, received_on),
            outcome_on=weekday_after(received_on + timedelta(days=days)),
        )


def withdrawn(rng: Random, year: int, count: int) -> Iterator[Journey]:
    """Yield requests of the year that the family took back, half of them after assessment began.

    How many is not published in a way that adds up: they are what the year's requests leave.
    """
    for number in range(count):
        received_on = weekday_between(rng, date(year, 1, 2), date(year, 12, 31))
        if number % 2:
            yield Journey(decision="W", received_on=received_on)
        else:
            decided_on = min(decision_day(rng, received_on), weekday_before(date(year, 12, 31)))
            decided_on = max(decided_on, received_on)
            yield Journey(decision="Y", issue="W", received_on=received_on, decided_on=decided_on)


def open_requests(rng: Random, totals: Totals, count: int) -> Iterator[Journey]:
    """Yield `count` requests of 2025 that are open on survey day 2026, and those since New Year."""
    overdue = max(FEWEST, totals.of("over_20_weeks_in_january", TODAY.year))
    late_decisions = max(FEWEST, totals.of("decisions_overdue_in_january", TODAY.year))
    new_year = date(TODAY.year, 1, 1)
    week_6, week_20 = TODAY - timedelta(days=SIX_WEEKS), TODAY - timedelta(days=TWENTY_WEEKS)
    for _ in range(overdue):
        yield _assessing(rng, weekday_between(rng, date(2025, 2, 3), week_20 - timedelta(days=1)))
    for _ in range(late_decisions):
        first, last = week_6 - timedelta(days=40), week_6 - timedelta(days=1)
        yield Journey(decision="A", received_on=weekday_between(rng, first, last))
    for _ in range(count - overdue - late_decisions):
        received_on = weekday_between(rng, week_20, new_year - timedelta(days=1))
        decided_on = decision_day(rng, received_on)
        if received_on >= week_6 and decided_on >= TODAY:
            yield Journey(decision="A", received_on=received_on)
        else:
            yield _assessing(rng, received_on)
    for _ in range(totals.of("requests_since_new_year", TODAY.year)):
        yield Journey(decision="A", received_on=weekday_between(rng, new_year, TODAY))


def _assessing(rng: Random, received_on: date) -> Journey:
    agreed = (TODAY - received_on).days > 98 and rng.random() < AGREED_TO_ISSUE
    return Journey(
        decision="Y",
        issue="Y" if agreed else "A",
        received_on=received_on,
        decided_on=min(decision_day(rng, received_on), weekday_before(TODAY - timedelta(days=1))),
    )
