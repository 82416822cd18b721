"""What somebody who keeps the service running does with a job, and clearing old rows away."""

from __future__ import annotations

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import PROTECT, ManyToOneRel, QuerySet
from django.utils import timezone

from sendpath.accounts.models import User
from sendpath.audit import services as audit
from sendpath.jobs.models import Job, PlannedRun, Worker

KEPT = timedelta(days=30)
"""How long ended jobs and planned runs are kept. Failed ones stay until somebody decides."""

LOST = timedelta(days=1)
"""How long a worker that is gone stays on the page of operations."""

CHANGED = "It has changed since this page was shown. Look at it again."


@transaction.atomic
def cancel(*, job: Job, by: User) -> None:
    """Take a waiting job out of the queue. Raises ValidationError once it is under way."""
    job = _in_state(job, Job.State.WAITING)
    _close(job, Job.State.CANCELLED, by=by, because="")
    _log("job_cancelled", job, by)


@transaction.atomic
def run_again(*, job: Job, by: User) -> None:
    """Put a failed job back as if it were new. Raises ValidationError if it is not failed."""
    job = _in_state(job, Job.State.FAILED)
    job.state, job.attempts, job.ended_at = Job.State.WAITING, 0, None
    job.run_after = timezone.now()
    job.save()
    _log("job_run_again", job, by)


@transaction.atomic
def give_up(*, job: Job, because: str, by: User) -> None:
    """Say that a failed job will not be done, and why. Raises ValidationError otherwise."""
    job = _in_state(job, Job.State.FAILED)
    _close(job, Job.State.GIVEN_UP, by=by, because=because)
    _log("job_given_up", job, by)


def _in_state(job: Job, state: Job.State) -> Job:
    locked = Job.objects.select_for_update().filter(pk=job.pk, state=state).first()
    if locked is None:
        raise ValidationError(CHANGED)
    return locked


def _close(job: Job, state: Job.State, *, by: User, because: str) -> None:
    job.state, job.ended_at, job.lease_until = state, timezone.now(), None
    job.closed_by, job.closed_because = by, because
    job.save()


def _log(act: str, job: Job, by: User) -> None:
    details = {"kind": job.kind, "fault_code": job.fault_code}
    audit.record(by=by.username, act=act, subject=f"job:{job.pk}", details=details)


@transaction.atomic
def tidy() -> dict[str, int]:
    """Delete what ended long ago and nothing points at any more; return how many of each."""
    before = timezone.now() - KEPT
    gone = [Job.State.DONE, Job.State.CANCELLED, Job.State.GIVEN_UP]
    # the newest planned run of a kind is what keeps a missed one from being run again
    runs = PlannedRun.objects.filter(due_at__lt=before)
    newest = [PlannedRun.objects.filter(kind=kind).latest("due_at").pk for kind in _kinds(runs)]
    _, by_runs = runs.exclude(pk__in=newest).delete()
    _, by_jobs = _unused(Job.objects.filter(state__in=gone, ended_at__lt=before)).delete()
    _, by_workers = Worker.objects.filter(seen_at__lt=timezone.now() - LOST).delete()
    counted = by_jobs | by_runs | by_workers
    return {
        "jobs": counted.get("jobs.Job", 0),
        "planned_runs": counted.get("jobs.PlannedRun", 0),
        "workers": counted.get("jobs.Worker", 0),
    }


def _kinds(runs: QuerySet[PlannedRun]) -> set[str]:
    return set(runs.values_list("kind", flat=True))


def _unused(jobs: QuerySet[Job]) -> QuerySet[Job]:
    """Leave out jobs that a row of another part says it was made by, and must not lose."""
    for relation in Job._meta.get_fields(include_hidden=True):
        if isinstance(relation, ManyToOneRel) and relation.on_delete is PROTECT:
            column = relation.field.attname
            rows = relation.field.model._base_manager.exclude(**{column: None})
            jobs = jobs.exclude(pk__in=rows.values_list(column, flat=True))
    return jobs
