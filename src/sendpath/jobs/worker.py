"""The loop that takes up jobs. Any number of workers may run it; any may be killed."""

from __future__ import annotations

import os
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import structlog
from django.db import close_old_connections, connections

from sendpath.jobs import services
from sendpath.jobs.registry import NIGHTLY, WORK, GiveUp
from sendpath.web import clock

log = structlog.get_logger("sendpath.jobs")
IDLE_SECONDS = 0.5


def name() -> str:
    """Return a name that tells this worker from every other."""
    return f"{socket.gethostname()}:{os.getpid()}"


def run_one(*, worker: str) -> bool:
    """Do the next job; return whether there was one."""
    job = services.take(worker=worker)
    if job is None:
        return False
    started = time.monotonic()
    try:
        with _lease_kept(job.pk):
            WORK[job.kind](job)
    except GiveUp as refusal:
        services.fail(job, fault=str(refusal), again=False)
    except Exception as fault:
        # whatever it was, the job must end up waiting or failed and the worker must go on
        log.exception("job.failed", job_id=job.pk, kind=job.kind, attempt=job.attempts)
        services.fail(job, fault=type(fault).__name__, again=True)
    else:
        services.finish(job)
    log.info("job.ended", job_id=job.pk, kind=job.kind, state=str(job.state), ms=_ms(started))
    return True


def run_until(stopped: Callable[[], bool]) -> None:
    """Do jobs, and the nightly ones each morning, until told to stop."""
    worker = name()
    while not stopped():
        close_old_connections()
        for kind in NIGHTLY:
            services.enqueue_nightly(kind=kind, day=clock.today())
        if not run_one(worker=worker):
            time.sleep(IDLE_SECONDS)


@contextmanager
def _lease_kept(pk: int) -> Iterator[None]:
    """Renew the lease from a thread, so that one long database statement can't lose it."""
    ended = threading.Event()

    def keep() -> None:
        while not ended.wait(services.LEASE.total_seconds() / 4):
            services.renew(pk=pk)
        connections.close_all()

    keeper = threading.Thread(target=keep, daemon=True)
    keeper.start()
    try:
        yield
    finally:
        ended.set()
        keeper.join()


def _ms(started: float) -> int:
    return round((time.monotonic() - started) * 1000)
