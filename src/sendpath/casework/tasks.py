"""What casework does at night."""

from __future__ import annotations

import structlog

from sendpath.casework.services import check
from sendpath.jobs.models import Job
from sendpath.jobs.registry import job

log = structlog.get_logger("sendpath.casework")


@job("casework.check", nightly=True)
def check_the_record(job: Job) -> None:
    """Work every deadline out again, compare, and say loudly if anything differs."""
    found = check.faults()
    for fault in found:
        log.error("check.differs", fault=fault)
    log.info("check.ended", faults=len(found))
