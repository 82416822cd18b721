"""What a worker does with an extract of the register."""

from __future__ import annotations

from functools import partial

from sendpath.establishments.models import RegisterLoad
from sendpath.establishments.register import files, services_accept, services_read
from sendpath.establishments.register.services import ACCEPT_JOB, READ_JOB
from sendpath.jobs import services as jobs
from sendpath.jobs.models import Job, Urgency
from sendpath.jobs.registry import job


def _report(job: Job, done: int, total: int, doing: str) -> None:
    jobs.report(job, done=done, total=total, doing=doing)


@job(READ_JOB, title="Read an extract of the register", urgency=Urgency.NOW, long=True)
def read_register(job: Job) -> None:
    """Compare an extract with what is held."""
    load = RegisterLoad.objects.get(pk=job.arguments["load"])
    services_read.read(load=load, report=partial(_report, job))


@job(ACCEPT_JOB, title="Record an extract of the register", urgency=Urgency.NOW, long=True)
def accept_register(job: Job) -> None:
    """Record an accepted extract."""
    load = RegisterLoad.objects.get(pk=job.arguments["load"])
    if load.state == load.State.ACCEPTING:
        services_accept.apply(load=load, report=partial(_report, job))


@job("establishments.forget", title="Delete what is left of extracts", nightly=True)
def forget_extracts(job: Job) -> None:
    """Delete files of extracts that a killed process could not delete any more."""
    files.forget_unneeded()
