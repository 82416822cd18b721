"""Adding jobs, taking them up, and saying how far they are."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from django.db import IntegrityError, connection, transaction
from django.db.models import Case, F, IntegerField, Q, QuerySet, Value, When
from django.utils import timezone

from sendpath.accounts.models import User
from sendpath.jobs.models import Job, Urgency
from sendpath.jobs.registry import KINDS
from sendpath.jobs.stopping import LeaseLost, PutBack, asked

LEASE = timedelta(seconds=60)
LONG_WAIT = timedelta(minutes=10)
"""A job that has waited so long goes before any other: nothing waits for ever."""
ATTEMPTS = 5
PAUSES = (timedelta(seconds=2), timedelta(seconds=20), timedelta(minutes=2), timedelta(minutes=10))
DIED = "WorkerDied"


def enqueue(
    *,
    kind: str,
    arguments: Mapping[str, int | str],
    by: User | None,
    key: str = "",
    not_before: datetime | None = None,
) -> Job:
    """Add a job, in the caller's transaction: undone with it, seen only after it.

    With a key it is added once: asking again gives the job that was added, until that one is
    cancelled or given up.
    """
    if kind not in KINDS:
        raise ValueError(f"Nothing does the job “{kind}”. Name its function in a tasks.py.")
    moment = timezone.now()
    job = Job(
        kind=kind,
        arguments=dict(arguments),
        key=key,
        urgency=KINDS[kind].urgency,
        long=KINDS[kind].long,
        run_after=not_before or moment,
        asked_by=by,
        asked_at=moment,
    )
    return _added_once(job) if key else _added(job)


def _added(job: Job) -> Job:
    job.save(force_insert=True)
    return job


def _added_once(job: Job) -> Job:
    closed = [Job.State.CANCELLED, Job.State.GIVEN_UP]
    same = Job.objects.filter(kind=job.kind, key=job.key).exclude(state__in=closed)
    known = same.first()
    if known:
        return known
    try:
        with transaction.atomic():
            return _added(job)
    except IntegrityError:  # somebody else asked at the same moment
        return same.get()


def _ready(moment: datetime, *, long: bool) -> QuerySet[Job]:
    """Return what may be taken up, what goes first at the top."""
    due = Q(state=Job.State.WAITING, run_after__lte=moment)
    dropped = Q(state=Job.State.RUNNING, lease_until__lt=moment)
    waited = When(run_after__lt=moment - LONG_WAIT, then=Value(int(Urgency.NOW)))
    ready = Job.objects.filter(due | dropped).order_by(
        Case(waited, default=F("urgency"), output_field=IntegerField()), "run_after", "pk"
    )
    return ready if long else ready.filter(long=False)


def take(*, worker: str, long: bool = True) -> Job | None:
    """Return the next job to do, leased to this worker, or None when there is none.

    A running job whose lease has run out was dropped by a worker that died, and is next
    like any other, until it has killed as many workers as a job may have attempts. Without
    `long`, work that takes long is left to others.
    """
    # asked first without a lock, so that an idle worker never keeps a writer of SQLite waiting
    if not _ready(timezone.now(), long=long).exists():
        return None
    with transaction.atomic():
        return _leased(worker, long=long)


def _leased(worker: str, *, long: bool) -> Job | None:
    moment = timezone.now()
    skip = connection.features.has_select_for_update_skip_locked
    ready = _ready(moment, long=long).select_for_update(skip_locked=skip)
    job = ready.first()
    while job and job.state == Job.State.RUNNING and job.attempts >= ATTEMPTS:
        job.state, job.ended_at, job.lease_until = Job.State.FAILED, moment, None
        job.fault = job.fault_code = DIED
        job.save()
        job = ready.first()
    if job is None:
        return None
    job.state, job.worker = Job.State.RUNNING, worker
    job.lease_until = moment + LEASE
    job.attempts += 1
    job.save()
    return job


def _held(job: Job) -> QuerySet[Job]:
    """Return the job, if whoever asks still holds it."""
    return Job.objects.filter(
        pk=job.pk, state=Job.State.RUNNING, worker=job.worker, attempts=job.attempts
    )


def report(job: Job, *, done: int, total: int, doing: str) -> None:
    """Say how far a job is and renew its lease.

    Raises LeaseLost if another worker has it now, and PutBack if this one is to stop: whoever
    reports must be ready to be run again from here.
    """
    job.steps_done, job.steps_total, job.doing = done, total, doing
    job.lease_until = timezone.now() + LEASE
    held = _held(job).update(
        steps_done=done, steps_total=total, doing=doing, lease_until=job.lease_until
    )
    if not held:
        raise LeaseLost
    if asked.is_set():
        raise PutBack


def renew(job: Job) -> bool:
    """Renew the lease of a job that is still being worked on; say whether it is still held."""
    return bool(_held(job).update(lease_until=timezone.now() + LEASE))


def finish(job: Job) -> bool:
    """Mark a job as done, unless another worker has it; say whether it was still held."""
    return _end(job, state=Job.State.DONE, ended_at=timezone.now(), fault="", fault_code="")


def fail(job: Job, *, fault: str, code: str, again: bool) -> bool:
    """Put a job back to be tried again after a pause, or end it as failed."""
    said = {"fault": fault, "fault_code": code[:60]}
    if again and job.attempts < ATTEMPTS:
        pause = PAUSES[min(job.attempts - 1, len(PAUSES) - 1)]
        return _end(job, state=Job.State.WAITING, run_after=timezone.now() + pause, **said)
    return _end(job, state=Job.State.FAILED, ended_at=timezone.now(), **said)


def put_back(job: Job) -> bool:
    """Give a job back to be done next, as if it had not been taken up."""
    return _end(job, state=Job.State.WAITING, worker="", attempts=job.attempts - 1)


def _end(job: Job, **said: object) -> bool:
    held = bool(_held(job).update(lease_until=None, **said))
    if held:  # one that is held by another must not be made to look like ours
        job.refresh_from_db()
    return held
