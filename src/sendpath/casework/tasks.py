"""What casework does at night, and after a school's calendar is published."""

from __future__ import annotations

import structlog

from sendpath.casework.services import check, school_days
from sendpath.jobs import services as jobs
from sendpath.jobs.models import Job
from sendpath.jobs.registry import job

log = structlog.get_logger("sendpath.casework")


@job("casework.check", title="Check that the record is whole", nightly=True, long=True)
def check_the_record(job: Job) -> None:
    """Work every deadline out again, compare, and say loudly if anything differs."""
    found = check.faults()
    for fault in found:
        log.error("check.differs", fault=fault)
    log.info("check.ended", faults=len(found))


@job(school_days.COUNT_AGAIN, title="Count school days again", long=True)
def count_school_days_again(job: Job) -> None:
    """Work out again the cases that count by the calendars of some schools."""

    def report(done: int, total: int) -> None:
        jobs.report(job, done=done, total=total, doing="Counting school days again")

    counted = school_days.count_all_again(str(job.arguments["urns"]).split(), report=report)
    log.info("school_days.counted", cases=counted)
