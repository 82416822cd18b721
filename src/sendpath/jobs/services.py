"""Adding jobs, taking them up, and saying how far they are."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from django.db import IntegrityError, connection, transaction
from django.db.models import Q
from django.utils import timezone

from sendpath.accounts.models import User
from sendpath.jobs.models import Job, Slot

LEASE = timedelta(seconds=60)
ATTEMPTS = 5
PAUSES = (timedelta(seconds=2), timedelta(seconds=20), timedelta(minutes=2), timedelta(minutes=10))


def enqueue(*, kind: str, arguments: Mapping[str, int | str], by: User | None) -> Job:
    """Add a job, in the caller's transaction: undone with it, seen only after it."""
    moment = timezone.now()
    return Job.objects.create(
        kind=kind, arguments=dict(arguments), run_after=moment, asked_by=by, asked_at=moment
    )


@transaction.atomic
def take(*, worker: str) -> Job | None:
    """Return the next job to do, leased to this worker, or None when there is none.

    A running job whose lease has run out was dropped by a worker that died, and is next
    like any other.
    """
    moment = timezone.now()
    due = Q(state=Job.State.WAITING, run_after__lte=moment)
    dropped = Q(state=Job.State.RUNNING, lease_until__lt=moment)
    ready = Job.objects.filter(due | dropped).order_by("run_after", "pk")
    skip = connection.features.has_select_for_update_skip_locked
    job = ready.select_for_update(skip_locked=skip).first()
    if job is None:
        return None
    job.state, job.worker = Job.State.RUNNING, worker
    job.lease_until = moment + LEASE
    job.attempts += 1
    job.save()
    return job


def report(job: Job, *, done: int, total: int, doing: str) -> None:
    """Say how far a job is and renew its lease."""
    job.steps_done, job.steps_total, job.doing = done, total, doing
    job.lease_until = timezone.now() + LEASE
    Job.objects.filter(pk=job.pk).update(
        steps_done=done, steps_total=total, doing=doing, lease_until=job.lease_until
    )


def renew(*, pk: int) -> None:
    """Renew the lease of a job that is still being worked on."""
    Job.objects.filter(pk=pk, state=Job.State.RUNNING).update(lease_until=timezone.now() + LEASE)


def finish(job: Job) -> None:
    """Mark a job as done."""
    job.state, job.ended_at, job.lease_until = Job.State.DONE, timezone.now(), None
    job.save()


def fail(job: Job, *, fault: str, again: bool) -> None:
    """Put a job back to be tried again after a pause, or end it as failed."""
    job.fault, job.lease_until = fault, None
    if again and job.attempts < ATTEMPTS:
        pause = PAUSES[min(job.attempts - 1, len(PAUSES) - 1)]
        job.state, job.run_after = Job.State.WAITING, timezone.now() + pause
    else:
        job.state, job.ended_at = Job.State.FAILED, timezone.now()
    job.save()


def enqueue_nightly(*, kind: str, day: date) -> Job | None:
    """Add tonight's run of a job unless another worker has added it already."""
    try:
        with transaction.atomic():
            Slot.objects.create(name=kind, day=day)
            return enqueue(kind=kind, arguments={}, by=None)
    except IntegrityError:
        return None
