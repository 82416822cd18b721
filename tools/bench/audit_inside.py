"""Measures the log from inside one process, on the empty record that the environment names.

Prints one JSON value: how long a look takes to be logged and kept, with all that a request adds
to it, and how many entries a second are verified.
"""

from __future__ import annotations

import json
import os
import resource
import statistics
import time
from datetime import UTC, datetime, timedelta

import django

LOOKS, ENTRIES = 1_000, 100_000
AT_ONCE = 2_000
LISTED = 25
"""As many cases as a page of the worklist shows."""


def measure() -> dict[str, float]:
    """Log looks at one child and at lists, then verify a long log."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sendpath.config.settings")
    django.setup()
    one, several = _looks(1), _looks(LISTED)
    _fill()
    before = _size()
    from sendpath.audit.verifying import verify

    # processor time, because the machine is shared: what one core can do
    started = time.process_time()
    done = verify()
    seconds = time.process_time() - started
    assert not done.faults, done.faults[:3]
    return {
        "one_ms": statistics.median(one),
        "one_p95_ms": statistics.quantiles(one, n=20)[-1],
        "list_ms": statistics.median(several),
        "entries": sum(done.entries.values()),
        "rate": sum(done.entries.values()) / seconds,
        "growth_mb": _size() - before,
    }


def _looks(shown: int) -> list[float]:
    from sendpath.audit.acting import Acting
    from sendpath.audit.services import record_look

    waited = []
    for n in range(LOOKS):
        acting = Acting(
            user=7, by="priya", role="SEND officer", organisation="Hartwell council",
            request=f"{n:016}", page="casework:case", purpose="casework",
            cases=set(range(n, n + shown)),
        )  # fmt: skip
        started = time.perf_counter()
        record_look(acting=acting)
        waited.append((time.perf_counter() - started) * 1000)
    return waited


def _fill() -> None:
    """Write a long chain of changes at once, as many years would leave it."""
    from sendpath.audit.hashing import FORM, Content, hash_of
    from sendpath.audit.models import AuditEntry, Chain, ChainHead

    last, at = "", datetime(2026, 1, 1, tzinfo=UTC)
    rows: list[AuditEntry] = []
    for number in range(1, ENTRIES + 1):
        content = Content(
            chain=Chain.CHANGES.value, number=number, at=at + timedelta(seconds=number / 7),
            by="priya", user=7, role="SEND officer", organisation="Hartwell council",
            purpose="casework", act="event_recorded", subject=f"case:{number % 9000}",
            child=number % 9000, case=number % 9000, listed="",
            details={"number": 3, "kind": "ehc.request_received", "replaces": None},
            request=f"{number:016}", previous_hash=last,
        )  # fmt: skip
        last = hash_of(content, FORM)
        rows.append(AuditEntry(**content._asdict(), form=FORM, hash=last))
        if len(rows) == AT_ONCE:
            AuditEntry.objects.bulk_create(rows)
            rows = []
    ChainHead.objects.update_or_create(
        pk=Chain.CHANGES.value, defaults={"number": ENTRIES, "hash": last}
    )


def _size() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    print(json.dumps(measure()))
