"""The loops that take up jobs. Any number of workers may run them; any may be killed.

A worker has two lanes. One takes any job; the other leaves alone what takes long, so that an
import of a whole county never keeps a small job waiting, even where there is one worker.
"""

from __future__ import annotations

import os
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import structlog
from django.db import Error, close_old_connections, connections

from sendpath.jobs import services
from sendpath.jobs.models import Job
from sendpath.jobs.registry import KINDS, GiveUp
from sendpath.jobs.services import planning, workers
from sendpath.jobs.stopping import LeaseLost, PutBack
from sendpath.web import clock

log = structlog.get_logger("sendpath.jobs")
IDLE_SECONDS = 0.5
BEAT_SECONDS = 10
UNREACHABLE_SECONDS = 5


def name() -> str:
    """Return a name that tells this worker from every other."""
    return f"{socket.gethostname()}:{os.getpid()}"[:80]


def run_one(*, worker: str, long: bool = True) -> bool:
    """Do the next job; return whether there was one."""
    job = services.take(worker=worker, long=long)
    if job is None:
        return False
    started = time.monotonic()
    _do(job)
    log.info("job.ended", job_id=job.pk, kind=job.kind, state=str(job.state), ms=_ms(started))
    return True


def _do(job: Job) -> None:
    try:
        with _lease_kept(job):
            KINDS[job.kind].work(job)
    except GiveUp as refusal:
        services.fail(job, fault=str(refusal), code=refusal.code, again=False)
    except PutBack:
        services.put_back(job)
    except LeaseLost:
        log.warning("job.lost", job_id=job.pk, kind=job.kind, attempt=job.attempts)
    except Exception as fault:
        # whatever it was, the job must end up waiting or failed and the worker must go on
        log.exception("job.failed", job_id=job.pk, kind=job.kind, attempt=job.attempts)
        code = type(fault).__name__
        services.fail(job, fault=code, code=code, again=True)
    else:
        services.finish(job)


def run_until(stopped: threading.Event) -> None:
    """Do jobs, and add what is due by the clock, until told to stop; end what is under way."""
    me = name()
    _try(lambda: workers.begin(name=me))
    lanes = [
        threading.Thread(target=_lane, args=(me, stopped), kwargs={"long": long}, name=lane)
        for lane, long in (("any", True), ("quick", False))
    ]
    for lane in lanes:
        lane.start()
    while not stopped.is_set():
        _try(lambda: workers.beat(name=me))
        _try(lambda: planning.add_due(moment=clock.now()))
        stopped.wait(BEAT_SECONDS)
    for lane in lanes:
        while lane.is_alive():  # still there, and said so, while its last job ends
            lane.join(BEAT_SECONDS)
            _try(lambda: workers.beat(name=me))
    _try(lambda: workers.leave(name=me))


def _lane(worker: str, stopped: threading.Event, *, long: bool) -> None:
    while not stopped.is_set():
        if not _try(lambda: run_one(worker=worker, long=long)):
            stopped.wait(IDLE_SECONDS)
    connections.close_all()


def _try(work: Callable[[], object]) -> object:
    """Do it; where the database cannot be reached, say so, wait a while, and go on."""
    try:
        close_old_connections()
        return work()
    except Error as fault:
        log.warning("worker.no_database", fault=type(fault).__name__)
        connections.close_all()
        time.sleep(UNREACHABLE_SECONDS)
        return None


@contextmanager
def _lease_kept(job: Job) -> Iterator[None]:
    """Renew the lease from a thread, so that one long database statement can't lose it."""
    ended = threading.Event()

    def keep() -> None:
        while not ended.wait(services.LEASE.total_seconds() / 4):
            _try(lambda: services.renew(job))
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
