"""Whether the service is well: what a watcher asks every minute, and what an operator reads."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError
from django.utils import timezone

from sendpath.database import facts
from sendpath.jobs.models import Job, Worker
from sendpath.jobs.selectors.age import Age, age
from sendpath.jobs.selectors.queue import failed, is_alive, waiting

LEAST_FREE = 1_000_000_000
"""Bytes: below this a return may no longer fit on the disk."""

LONGEST_WAIT = 15 * 60
"""Seconds that a job may wait before somebody should look."""

BACKUP = "last-backup"
"""A file in the data folder that a backup touches when it has ended."""


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that must hold for the service to be ready, and what to do when it does not."""

    name: str
    ok: bool
    words: str


def checks() -> list[Check]:
    """Return what must hold for the service to take work. Asks nothing of a broken database."""
    try:
        fits, working = facts.fits(), _somebody_works()
    except DatabaseError:
        return [Check("database", False, "The database cannot be reached."), _disk()]
    return [
        Check("database", True, "The database answers."),
        Check(
            "migrations",
            fits,
            "The database fits this version."
            if fits
            else "Run “sendpath manage migrate”: the database is older than this version.",
        ),
        Check(
            "worker",
            working,
            "A worker is at work."
            if working
            else "No worker has been heard of for a minute. Start “sendpath worker”.",
        ),
        _disk(),
    ]


def _somebody_works() -> bool:
    moment = timezone.now()
    return any(is_alive(worker, moment) for worker in Worker.objects.filter(stopped_at=None))


def _disk() -> Check:
    free = disk()[0]
    if free >= LEAST_FREE:
        return Check("disk", True, f"{gigabytes(free)} are free.")
    return Check("disk", False, f"Only {gigabytes(free)} are free. Make room, or add a disk.")


def disk() -> tuple[int, int]:
    """Return the bytes free and the bytes in all where files are kept."""
    folder = Path(settings.DATA)
    usage = shutil.disk_usage(folder if folder.exists() else folder.parent)
    return usage.free, usage.total


def gigabytes(size: int) -> str:
    """Write a number of bytes as people read it: 12.3 GB, 640 MB."""
    return f"{size / 1e9:,.1f} GB" if size >= 1e9 else f"{size / 1e6:,.0f} MB"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What is worth watching, in numbers."""

    database: str
    database_bytes: int
    disk_free_bytes: int
    disk_bytes: int
    waiting: int
    oldest_waiting: Age | None
    running: int
    failed: int
    workers: int
    backup: Age | None

    @property
    def slow(self) -> bool:
        return self.oldest_waiting is not None and self.oldest_waiting.seconds > LONGEST_WAIT

    @property
    def database_size(self) -> str:
        return gigabytes(self.database_bytes)

    @property
    def disk_free(self) -> str:
        return f"{gigabytes(self.disk_free_bytes)} of {gigabytes(self.disk_bytes)}"


def figures() -> Figures:
    """Return what is worth watching, as it is now."""
    moment = timezone.now()
    oldest = waiting().filter(run_after__lte=moment).first()
    free, total = disk()
    return Figures(
        database=facts.kind(),
        database_bytes=facts.size(),
        disk_free_bytes=free,
        disk_bytes=total,
        waiting=waiting().count(),
        oldest_waiting=age(oldest.run_after, moment) if oldest else None,
        running=Job.objects.filter(state=Job.State.RUNNING).count(),
        failed=failed().count(),
        workers=sum(is_alive(worker, moment) for worker in Worker.objects.all()),
        backup=_backup(moment),
    )


def _backup(moment: datetime) -> Age | None:
    file = Path(settings.DATA) / BACKUP
    if not file.exists():
        return None
    return age(datetime.fromtimestamp(file.stat().st_mtime, tz=UTC), moment)
