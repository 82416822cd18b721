"""Short histories for the tests of law: (type, day, facts) recorded on the day they happened."""

import json
from datetime import UTC, date, datetime, timedelta
from importlib import import_module
from pathlib import Path

from sendpath.core.casefile.events import Event, Kind, standing
from sendpath.core.dates import england_and_wales
from sendpath.core.law.deadlines import deadlines
from sendpath.core.law.evaluation import evaluate
from sendpath.core.law.facts import read_calendars

TERMS = Path(__file__).parents[2] / "reference" / "law" / "calendars.json"
CALENDARS = read_calendars(json.loads(TERMS.read_text("utf-8")), england_and_wales())
SCHOOL = {"calendar": "EX-2024-25+EX-2025-26+EX-2026-27"}
"""Whose school days are counted: a fact of the event that starts the count."""
LONG_AFTER = date(2027, 6, 1)
ORDERED_ON = date(2026, 3, 26)
CONCEDED_ON = date(2026, 5, 6)


def rows(table):
    """Return the rows of a table that each `test_<letter>_<folder>.py` has of its own part."""
    files = sorted(Path(__file__).parent.glob("test_?_*.py"))
    modules = [import_module(f"core.law.{file.stem}") for file in files]
    return [row for module in modules for row in getattr(module, table, ())]


def history(*happened):
    """Return events from (kind, day) or (kind, day, facts), in the order given."""
    return [
        Event(
            number=number,
            kind=Kind(kind),
            occurred_on=day,
            recorded_at=datetime(day.year, day.month, day.day, 17, tzinfo=UTC),
            facts=facts[0] if facts else {},
        )
        for number, (kind, day, *facts) in enumerate(happened, start=1)
    ]


def runs(key, *happened):
    """Return the deadlines of one clock over a history."""
    return [d for d in deadlines(standing(history(*happened)), CALENDARS) if d.key == key]


def only(key, *happened):
    """Return the one deadline of a clock over a history."""
    (deadline,) = runs(key, *happened)
    return deadline


def on(day, deadline):
    """Return how a deadline stands at the end of a day."""
    return evaluate(deadline, day, CALENDARS)


def order(kind=None, day=ORDERED_ON, **facts):
    """Return an order of the Tribunal, without its type if that is not given."""
    return Kind.APPEAL_ORDER_MADE, day, {"order": kind, **facts}


def conceded(ground=None, day=CONCEDED_ON, **facts):
    """Return the council's telling the Tribunal that it does not oppose an appeal."""
    return Kind.APPEAL_UNOPPOSED, day, {"ground": ground, **facts}


def around(key, before, doing, facts, last_day):
    """Return when a clock is due, and how it stands done on that day and on the day after."""
    in_time = runs(key, *before, (doing, last_day, facts))[0]
    late = runs(key, *before, (doing, last_day + timedelta(days=1), facts))[0]
    return in_time.due, on(LONG_AFTER, in_time).state, on(LONG_AFTER, late).state
