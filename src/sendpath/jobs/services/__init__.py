"""Changes to jobs. What other parts call is named here: adding one, and telling how far it is."""

from sendpath.jobs.services.queue import (
    ATTEMPTS,
    LEASE,
    LONG_WAIT,
    PAUSES,
    enqueue,
    fail,
    finish,
    put_back,
    renew,
    report,
    take,
)

__all__ = [
    "ATTEMPTS",
    "LEASE",
    "LONG_WAIT",
    "PAUSES",
    "enqueue",
    "fail",
    "finish",
    "put_back",
    "renew",
    "report",
    "take",
]
