"""Plants second records and twins in a county, searches it, and says what was found, as JSON.

Run in a process of its own by `benchmarks.matches`. Everything is undone at the end.
"""

from __future__ import annotations

import json
import resource
import time

import django


def main() -> None:
    """Plant, search, count."""
    django.setup()
    from django.db import transaction

    with transaction.atomic():
        print(json.dumps(_measured()))
        transaction.set_rollback(True)


def _measured() -> dict[str, float]:
    from sendpath.people.models import MatchRun, PossibleMatch
    from sendpath.people.services.matching import look_for_matches

    again, twins = _plant()
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    started = time.perf_counter()
    run = look_for_matches(found_by=MatchRun.FoundBy.NIGHT, report=lambda compared: None)
    seconds = time.perf_counter() - started
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - held
    found = {
        (first, second): band
        for first, second, band in PossibleMatch.objects.values_list("first", "second", "band")
    }
    proposed = found.keys() - twins
    high = {pair for pair, band in found.items() if band in {"certain", "very_likely", "likely"}}
    return {
        "people": run.people,
        "compared": run.compared,
        "seconds": seconds,
        "grown_mb": grown / 1024,
        "recall": 100 * len(again & proposed) / len(again),
        "precision": 100 * len(again & proposed) / len(proposed),
        "high_recall": 100 * len(again & high) / len(again),
        "high_precision": 100 * len(again & high) / len(high),
        "twins_high": len(twins & high),
        "twins_warned": 100 * len(twins & found.keys()) / len(twins),
    }


def _plant() -> tuple[set[tuple[int, int]], set[tuple[int, int]]]:
    """Add second records and twins; return the pairs that each of them makes."""
    from sendpath.people import services as people
    from sendpath.people.models import Person
    from tools.bench.second_records import planted

    fields = people.Particulars.__annotations__
    rows = list(Person.objects.order_by("pk").values("id", *fields))
    again, twins = planted(rows)
    told = [*(row for _, row in again), *twins]
    added = people.add_people(people=[{name: row[name] for name in fields} for row in told])
    ids = [person.pk for person in added]
    second = {(pk, new) for (pk, _), new in zip(again, ids[: len(again)], strict=True)}
    twinned = {(row["id"], new) for row, new in zip(twins, ids[len(again) :], strict=True)}
    return second, twinned


if __name__ == "__main__":
    main()
