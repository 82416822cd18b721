"""Annual reviews and phase transfers of the plans open on survey day 2026.

Hertfordshire's published review figures are withheld (every cell is x), so all shares here
are made up, to leave every kind of review for a worklist to show.
"""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from sendpath.returns.hartwell.days import weekday_after, weekday_before, weekday_between
from sendpath.returns.hartwell.journey import Journey
from sendpath.returns.hartwell.profiles import age_on
from sendpath.returns.hartwell.totals import TODAY

OVERDUE, JUST_MET, LATE_DECISION = 0.14, 0.05, 0.02
SLOW_LETTERS = 0.2
OUTCOMES, OUTCOME_WEIGHTS = ("M", "A", "C"), (55, 42, 3)

FOUR_WEEKS = timedelta(days=28)
YEAR = timedelta(days=365)

TRANSFER_AGES = {3: date(2026, 2, 15), 10: date(2026, 2, 15), 15: date(2026, 3, 31)}
"""Age on 31 August 2025 at which the next phase begins in September 2026, and the last day
for the amended plan: SEND Regulations 2014 (SI 2014/1530), reg 18(1)."""

TRANSFERRED_ALREADY = 0.25


def review_items(rng: Random, started_on: date) -> dict[str, str]:
    """Return the review items of a plan that started on that day; none for a new one."""
    last_year = TODAY - YEAR
    if started_on > TODAY - timedelta(days=330):
        return {}
    kind = rng.random()
    if kind < OVERDUE:
        return _overdue(rng, started_on)
    if kind < OVERDUE + JUST_MET:
        return {"ReviewMeeting": _text(_between(rng, TODAY - FOUR_WEEKS, TODAY))}
    if kind < OVERDUE + JUST_MET + LATE_DECISION:
        first, last = TODAY - timedelta(days=90), TODAY - timedelta(days=30)
        return {"ReviewMeeting": _text(_between(rng, first, last))}
    first = max(started_on + timedelta(days=180), last_year + timedelta(days=10))
    return _decided(rng, _between(rng, first, max(first, TODAY - timedelta(days=65))))


def transfer_items(rng: Random, journey: Journey) -> dict[str, str]:
    """Return the phase transfer items of somebody who changes phase in September 2026."""
    due_on = TRANSFER_AGES.get(age_on(journey.born_on, date(TODAY.year - 1, 8, 31)))
    if due_on is None or journey.started_on is None or journey.started_on.year == TODAY.year:
        return {}
    items = {"PhaseTransferDueDate": _text(due_on)}
    if rng.random() < TRANSFERRED_ALREADY and journey.started_on < date(2025, 11, 1):
        items["PhaseTransferFinalDate"] = _text(_between(rng, date(2025, 12, 1), TODAY))
    return items


def _overdue(rng: Random, started_on: date) -> dict[str, str]:
    if started_on > TODAY - 2 * YEAR:
        return {}
    first = max(started_on + timedelta(days=180), TODAY - timedelta(days=600))
    return _decided(rng, _between(rng, first, TODAY - YEAR - timedelta(days=70)))


def _decided(rng: Random, met_on: date) -> dict[str, str]:
    slow = rng.random() < SLOW_LETTERS
    days = rng.randint(29, 60) if slow else rng.randint(7, 26)
    told_on = weekday_after(met_on + timedelta(days=days))
    outcome = rng.choices(OUTCOMES, OUTCOME_WEIGHTS)[0]
    items = {
        "ReviewMeeting": _text(met_on),
        "ReviewOutcome": outcome,
        "LastReview": _text(told_on),
    }
    if outcome == "A":
        items["ReviewDraft"] = _text(told_on)
    return items


def _between(rng: Random, first: date, last: date) -> date:
    if (last - first).days < 7:
        return weekday_before(last)
    return weekday_between(rng, first, last)


def _text(day: date) -> str:
    return day.isoformat()
