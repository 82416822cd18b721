"""Which function does which kind of job. Apps name theirs in `tasks.py`."""

from __future__ import annotations

from collections.abc import Callable

from sendpath.jobs.models import Job

Work = Callable[[Job], None]

WORK: dict[str, Work] = {}
NIGHTLY: list[str] = []


class GiveUp(Exception):
    """The job cannot succeed however often it runs. The text is shown to whoever asked."""


def job(kind: str, *, nightly: bool = False) -> Callable[[Work], Work]:
    """Name the function that does jobs of this kind; `nightly` runs it once a day too."""

    def register(work: Work) -> Work:
        if kind in WORK:
            raise ValueError(f"Two functions say they do the job “{kind}”. Rename one.")
        WORK[kind] = work
        if nightly:
            NIGHTLY.append(kind)
        return work

    return register
