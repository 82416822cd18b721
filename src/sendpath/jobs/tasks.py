"""What the queue does with itself."""

from __future__ import annotations

import structlog

from sendpath.jobs.models import Job
from sendpath.jobs.registry import job
from sendpath.jobs.services import closing

log = structlog.get_logger("sendpath.jobs")


@job("jobs.tidy", title="Delete what ended long ago from the queue", nightly=True)
def tidy(job: Job) -> None:
    """Delete rows of jobs, planned runs and workers that nobody needs any more."""
    log.info("jobs.tidied", **closing.tidy())
