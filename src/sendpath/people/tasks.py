"""What this room has a worker do: search the record for people who are in it twice."""

from __future__ import annotations

import structlog

from sendpath.jobs import services as jobs
from sendpath.jobs.models import Job
from sendpath.jobs.registry import job
from sendpath.people.models import MatchRun
from sendpath.people.services.matching import LOOK_JOB, look_for_matches

log = structlog.get_logger("sendpath.people")


@job("people.look_for_matches_at_night", nightly=True)
def look_at_night(job: Job) -> None:
    """Search the whole record once a day, for what was changed by hand."""
    _look(job, MatchRun.FoundBy.NIGHT)


@job(LOOK_JOB)
def look_after_import(job: Job) -> None:
    """Search the whole record after a return was recorded."""
    _look(job, MatchRun.FoundBy.IMPORT)


def _look(job: Job, found_by: MatchRun.FoundBy) -> None:
    def report(compared: int) -> None:
        jobs.report(job, done=compared, total=0, doing="Comparing records of people")

    run = look_for_matches(found_by=found_by, report=report)
    log.info(
        "matches.looked",
        run_id=run.pk,
        people=run.people,
        compared=run.compared,
        passed_over=run.passed_over,
        found=run.found,
    )
