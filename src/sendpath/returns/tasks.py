"""What returns have a worker do."""

from __future__ import annotations

from functools import partial

import structlog

from sendpath.jobs import services as jobs
from sendpath.jobs.models import Job, Urgency
from sendpath.jobs.registry import GiveUp, job
from sendpath.returns.models import Upload
from sendpath.returns.services import accepting, export, reading
from sendpath.returns.services.uploads import ACCEPT_JOB, READ_JOB

log = structlog.get_logger("sendpath.returns")


def _report(job: Job, done: int, total: int, doing: str) -> None:
    jobs.report(job, done=done, total=total, doing=doing)


@job(READ_JOB, title="Read a SEN2 return", urgency=Urgency.NOW, long=True)
def read_upload(job: Job) -> None:
    """Stage the people of an upload and their faults."""
    upload = Upload.objects.get(pk=job.arguments["upload"])
    reading.read(upload=upload, report=partial(_report, job))


@job(ACCEPT_JOB, title="Record a SEN2 return", urgency=Urgency.NOW, long=True)
def accept_upload(job: Job) -> None:
    """Record the people of an accepted upload."""
    upload = Upload.objects.get(pk=job.arguments["upload"])
    accepting.apply(upload=upload, report=partial(_report, job))


@job("returns.forget", title="Delete what is left of loaded files", nightly=True)
def forget_leftovers(job: Job) -> None:
    """Delete files of returns that a killed process could not delete any more."""
    log.info("returns.forgotten", files=reading.forget_leftovers())


@job(export.WRITE_JOB, title="Write a SEN2 return", urgency=Urgency.NOW, long=True)
def write_return(job: Job) -> None:
    """Write the return of a survey year from the record."""
    if job.asked_by is None:
        raise GiveUp("Nobody is named as writing the return. Ask for it from its page.")
    export.write(
        year=int(job.arguments["year"]), by=job.asked_by, job=job, report=partial(_report, job)
    )
