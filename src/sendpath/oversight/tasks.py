"""What oversight does at night: sign how far the log has come, and look for what is unusual."""

from __future__ import annotations

import structlog

from sendpath.audit import checkpoints
from sendpath.jobs.models import Job
from sendpath.jobs.registry import job
from sendpath.oversight import services

log = structlog.get_logger("sendpath.oversight")


@job("oversight.checkpoint", nightly=True)
def sign_a_checkpoint(job: Job) -> None:
    """Write the day's signed checkpoint, to be copied elsewhere."""
    path = checkpoints.write()
    log.info("audit.checkpoint", file=path.name, public_key=checkpoints.public_key())


@job(services.LOOK_OVER, nightly=True)
def look_over(job: Job) -> None:
    """Put the rules to every look since they last were."""
    by = job.asked_by.username if job.asked_by else "nightly"
    log.info("oversight.looked_over", found=services.look_over_all(by=by))
