"""Making a county's return, loading it, and working every deadline out again."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from tools.bench.measure import Figure, sendpath


def generating(folder: Path, environment: Mapping[str, str]) -> Iterator[Figure]:
    """Write the county and the sixty-thousand return."""
    for size, promise in (("county", 30), ("national", None)):
        done = sendpath(
            "demo-area", "--size", size, "--seed", "1", "--out", str(folder / size),
            environment=environment,
        )  # fmt: skip
        yield Figure(
            name=f"Write the {size} return",
            measured=f"{done.seconds:.1f} s, {done.peak_mb:.0f} MB at most",
            promised=f"at most {promise} s" if promise else "",
            kept=promise is None or done.seconds <= promise,
        )


def loading(
    folder: Path, name: str, environment: Mapping[str, str], *, size: str, promise: float
) -> Iterator[Figure]:
    """Validate, stage and accept a return in one process, on an empty database."""
    sendpath("manage", "migrate", "-v", "0", environment=environment)
    empty = sendpath("check", environment=environment)
    done = sendpath("demo-load", str(folder / size), environment=environment)
    growth = done.peak_mb - empty.peak_mb
    yield Figure(
        name=f"Check and load the {size} return, {name}",
        measured=f"{done.seconds:.1f} s",
        promised=f"at most {promise:.0f} s",
        kept=done.seconds <= promise,
    )
    yield Figure(
        name=f"Memory for it, over an idle process, {name}",
        measured=f"{growth:.0f} MB",
        promised="at most 300 MB",
        kept=growth <= 300,
    )


def rebuilding(name: str, environment: Mapping[str, str]) -> Iterator[Figure]:
    """Throw every deadline away and work it out again, on one core."""
    done = json.loads(sendpath("rebuild", "--json", environment=environment).output)
    rate = done["cases"] / done["seconds"]
    yield Figure(
        name=f"Work out all deadlines again, {name}",
        measured=f"{rate:,.0f} cases a second ({done['cases']:,} cases, "
        f"{done['deadlines']:,} deadlines)",
        promised="at least 3,000 cases a second",
        kept=rate >= 3000,
    )
