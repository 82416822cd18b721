"""Which function does which kind of job. Apps name theirs in `tasks.py`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sendpath.jobs import planned
from sendpath.jobs.models import Job, Urgency

Work = Callable[[Job], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of job: what does it, what it is called, when it is due, and what may pass it."""

    key: str
    work: Work
    title: str
    plan: planned.Plan | None
    urgency: Urgency
    long: bool


KINDS: dict[str, Kind] = {}


class GiveUp(Exception):
    """The job cannot succeed however often it runs. The text is shown to whoever asked.

    The code is shown to whoever keeps the service running, and never names anybody.
    """

    def __init__(self, words: str, *, code: str = "GaveUp") -> None:
        super().__init__(words)
        self.code = code


def job(
    kind: str,
    *,
    title: str = "",
    nightly: bool = False,
    plan: planned.Plan | None = None,
    urgency: Urgency = Urgency.SOON,
    long: bool = False,
) -> Callable[[Work], Work]:
    """Name the function that does jobs of this kind.

    `nightly` runs it once a day too, `plan` at other times. `long` is for work that may take
    minutes: each worker keeps a lane free that such work never enters.
    """

    def register(work: Work) -> Work:
        if kind in KINDS:
            raise ValueError(f"Two functions say they do the job “{kind}”. Rename one.")
        KINDS[kind] = Kind(
            key=kind,
            work=work,
            title=title or kind,
            plan=plan or (planned.NIGHTLY if nightly else None),
            urgency=Urgency.NIGHT if nightly else urgency,
            long=long,
        )
        return work

    return register


def title_of(kind: str) -> str:
    """Return what a kind of job is called; its own name if nothing does it any more."""
    return KINDS[kind].title if kind in KINDS else kind
