"""Scanning what came in. Until a scan says that it is clean nobody opens it: it fails closed."""

from __future__ import annotations

from datetime import timedelta

import structlog
from django.conf import settings
from django.db import transaction
from django.db.models import F

from sendpath.audit import services as audit
from sendpath.documents import scanner
from sendpath.documents.models import Version, Words
from sendpath.documents.sealing import Tampered
from sendpath.documents.services import keys
from sendpath.documents.services.sealed import open_version
from sendpath.documents.services.uploads import SCAN_JOB
from sendpath.documents.words import Scan
from sendpath.jobs import services as jobs
from sendpath.web import clock

log = structlog.get_logger("sendpath.documents")

NONE = "none"
WHO = "sendpath worker"
READ_JOB = "documents.read"


def scan(*, version: Version) -> bool:
    """Have a waiting version scanned; return whether the scan gave an answer.

    Without a scanner it stays locked away, unless the installation has said that there is none.
    """
    if version.scan != Scan.WAITING or version.destroyed_at:
        return True
    if settings.SCANNER == NONE:
        _settle(version, Scan.UNSCANNED)
        return True
    try:
        if not settings.SCANNER:
            raise scanner.ScannerDown("none is configured")
        with open_version(version) as file:
            harm = scanner.harm_in(file, at=settings.SCANNER)
    except (scanner.ScannerDown, Tampered) as fault:
        Version.objects.filter(pk=version.pk).update(scan_tries=F("scan_tries") + 1)
        log.error("document.not_scanned", version_id=version.pk, why=str(fault))
        return False
    _settle(version, Scan.INFECTED if harm else Scan.CLEAN, harm)
    return True


@transaction.atomic
def _settle(version: Version, found: Scan, harm: str = "") -> None:
    version = Version.objects.select_for_update().get(pk=version.pk)
    if version.scan != Scan.WAITING:
        return
    version.scan, version.harm, version.scanned_at = found, harm[:120], clock.now()
    version.save()
    audit.record(
        by=WHO,
        act="document_scanned",
        subject=f"document:{version.document_id}",
        details={"version": version.number, "found": found.value, "harm": version.harm},
    )
    if found == Scan.INFECTED:
        Words.objects.filter(document=version.document_id).delete()
        log.error("document.infected", version_id=version.pk, document_id=version.document_id)
    else:
        jobs.enqueue(kind=READ_JOB, arguments={"version": version.pk}, by=None)


@transaction.atomic
def scan_later(*, version: Version) -> None:
    """Have a worker scan a version again."""
    jobs.enqueue(kind=SCAN_JOB, arguments={"version": version.pk}, by=None)


def scan_what_waits() -> int:
    """Have every version scanned that still waits an hour on; return how many there are."""
    waiting = Version.objects.filter(
        scan=Scan.WAITING, destroyed_at=None, added_at__lt=clock.now() - timedelta(hours=1)
    )
    for version in waiting:
        scan_later(version=version)
    return len(waiting)


def destroy_what_was_kept_as_evidence() -> int:
    """Destroy what was infected or taken away, once it has been kept for as long as was set."""
    before = clock.now() - timedelta(days=settings.EVIDENCE_DAYS)
    infected = Version.objects.filter(scan=Scan.INFECTED, scanned_at__lt=before, destroyed_at=None)
    voided = Version.objects.filter(document__voided_at__lt=before, destroyed_at=None)
    found = list((infected | voided).distinct())
    for version in found:
        _destroy(version)
    return len(found)


@transaction.atomic
def _destroy(version: Version) -> None:
    keys.destroy_version(version=version)
    audit.record(
        by=WHO,
        act="document_version_destroyed",
        subject=f"document:{version.document_id}",
        details={"version": version.number, "days": settings.EVIDENCE_DAYS},
    )
