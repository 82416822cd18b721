"""Measures the law engine from inside one process on the record that the environment names.

Prints one JSON value. Processor time, because the machine is shared: what one core can do.
"""

from __future__ import annotations

import json
import os
import resource
import statistics
import time

import django


def measure() -> dict[str, float]:
    """Read the whole record, evaluate every clock of every case, then record fifty events."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sendpath.config.settings")
    django.setup()
    from sendpath.casework.selectors.histories import every_case, histories
    from sendpath.core.law.clocks import RULES
    from sendpath.core.law.deadlines import reckon
    from sendpath.core.law.evaluation import evaluate
    from sendpath.establishments.selectors import calendars
    from sendpath.web import clock

    known, today = calendars(), clock.today()
    cases = deadlines = 0
    spent, before = 0.0, 0.0
    for ids in every_case():
        chunk = [history for _, history in histories(ids)]
        before = before or _size()
        started = time.process_time()
        for history in chunk:
            found = reckon(history, known).deadlines
            deadlines += len([evaluate(deadline, today, known) for deadline in found])
        spent += time.process_time() - started
        cases += len(chunk)
    growth = _size() - before
    events, dates = _recorded()
    return {
        "rules": len(RULES),
        "cases": cases,
        "deadlines": deadlines,
        "rate": cases / spent,
        "growth_mb": growth,
        "event_ms": statistics.median(events),
        "dates_ms": statistics.median(dates),
    }


def _recorded() -> tuple[list[float], list[float]]:
    """Return how long fifty events took to record, and how long the dates of each, in ms."""
    from django.db import transaction

    from sendpath.accounts.models import User
    from sendpath.casework.models import Case
    from sendpath.casework.services import deadlines, record
    from sendpath.core.casefile.events import Kind
    from sendpath.web import clock

    by = User.objects.filter(memberships__role_key="officer").earliest("pk")
    new = record.NewEvent(kind=Kind.FAMILY_CONSULTED, occurred_on=clock.today())
    events, dates = [], []
    for case in Case.objects.order_by("pk")[:50]:
        with transaction.atomic():
            started = time.perf_counter()
            record.record_event(case=case, new=new, by=by)
            middle = time.perf_counter()
            deadlines.rebuild(case_ids=[case.pk])
            events.append((middle - started) * 1000)
            dates.append((time.perf_counter() - middle) * 1000)
            transaction.set_rollback(True)
    return events, dates


def _size() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    print(json.dumps(measure()))
