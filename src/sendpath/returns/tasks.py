"""What returns have a worker do."""

from __future__ import annotations

from functools import partial

from sendpath.jobs import services as jobs
from sendpath.jobs.models import Job
from sendpath.jobs.registry import job
from sendpath.returns.models import Upload
from sendpath.returns.services import accepting, reading
from sendpath.returns.services.uploads import ACCEPT_JOB, READ_JOB


def _report(job: Job, done: int, total: int, doing: str) -> None:
    jobs.report(job, done=done, total=total, doing=doing)


@job(READ_JOB)
def read_upload(job: Job) -> None:
    """Stage the people of an upload and their faults."""
    upload = Upload.objects.get(pk=job.arguments["upload"])
    reading.read(upload=upload, report=partial(_report, job))


@job(ACCEPT_JOB)
def accept_upload(job: Job) -> None:
    """Record the people of an accepted upload."""
    upload = Upload.objects.get(pk=job.arguments["upload"])
    accepting.apply(upload=upload, report=partial(_report, job))
