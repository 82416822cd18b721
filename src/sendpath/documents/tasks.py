"""What documents have a worker do."""

from __future__ import annotations

import structlog

from sendpath.documents.models import Version
from sendpath.documents.services import reading, scanning, sweeping
from sendpath.documents.services.uploads import SCAN_JOB
from sendpath.jobs.models import Job
from sendpath.jobs.registry import job
from sendpath.jobs.services import ATTEMPTS

log = structlog.get_logger("sendpath.documents")


class NoAnswer(Exception):
    """The scanner gave no answer. The queue tries again after a pause."""


@job(SCAN_JOB)
def scan_version(job: Job) -> None:
    """Have a version scanned. It is tried for as long as it takes: the last try asks for more."""
    version = Version.objects.select_related("document").get(pk=job.arguments["version"])
    if scanning.scan(version=version):
        return
    if job.attempts < ATTEMPTS:
        raise NoAnswer
    scanning.scan_later(version=version)


@job(scanning.READ_JOB)
def read_version(job: Job) -> None:
    """Read the words of a version that was found clean."""
    version = Version.objects.select_related("document").get(pk=job.arguments["version"])
    reading.read_words(version=version)


@job("documents.tidy", nightly=True)
def tidy(job: Job) -> None:
    """Scan what still waits, destroy what is past its days, and clear up what was left behind."""
    log.info(
        "documents.tidied",
        asked_again=scanning.scan_what_waits(),
        destroyed=scanning.destroy_what_was_kept_as_evidence(),
        swept=sweeping.sweep(),
    )
