"""Bringing a return in: receiving the file, having it read, accepting it or leaving it."""

from __future__ import annotations

from typing import BinaryIO

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction

from sendpath.accounts.models import User
from sendpath.audit import services as audit
from sendpath.core.sen2.read import read_return
from sendpath.jobs import services as jobs
from sendpath.returns.models import Upload
from sendpath.returns.services import accepting, files
from sendpath.returns.services.accepting import accept
from sendpath.returns.services.reading import forget_unless_needed, read
from sendpath.web import clock

__all__ = [
    "accept",
    "accept_later",
    "cancel",
    "go_on",
    "load_now",
    "read",
    "read_later",
    "receive",
    "receive_and_read_later",
]

READ_JOB, ACCEPT_JOB = "returns.read", "returns.accept"
_JOBS = {Upload.State.READING.value: READ_JOB, Upload.State.ACCEPTING.value: ACCEPT_JOB}


@transaction.atomic
def receive(*, source: BinaryIO, name: str, size: int, by: User) -> Upload:
    """Keep an uploaded file, to be read next. Raises Refused for what is no return.

    Only the beginning of the file is looked at, so a refusal takes no time whatever the
    size. `source` must be able to go back to its beginning.
    """
    start = read_return(source, limit=settings.LARGEST_RETURN, size=size)
    source.seek(0)
    kept = files.copy(source)
    upload = Upload.objects.create(
        survey_year=start.survey.year,
        la=start.header.values.get("LEA", "")[:10],
        name=name[:200],
        sha256=kept.sha256,
        size=kept.size,
        header=start.header.values,
        uploaded_by=by,
        uploaded_at=clock.now(),
    )
    audit.record(
        by=by.username,
        act="return_received",
        subject=f"upload:{upload.pk}",
        details={"sha256": kept.sha256, "size": kept.size, "year": upload.survey_year},
    )
    return upload


@transaction.atomic
def receive_and_read_later(*, source: BinaryIO, name: str, size: int, by: User) -> Upload:
    """Keep an uploaded file and have a worker read it: both, or neither."""
    return read_later(upload=receive(source=source, name=name, size=size, by=by), by=by)


@transaction.atomic
def read_later(*, upload: Upload, by: User) -> Upload:
    """Have a worker read an upload."""
    upload.job = jobs.enqueue(kind=READ_JOB, arguments={"upload": upload.pk}, by=by)
    upload.save()
    return upload


def load_now(*, source: BinaryIO, name: str, size: int, by: User) -> Upload:
    """Keep a file and stage everybody in it before returning. Raises Refused.

    For a command, which may be stopped at any moment and is then run again: what it left of
    the same file is ended first.
    """
    upload = receive(source=source, name=name, size=size, by=by)
    _end_stopped(like=upload, by=by)
    return read(upload=upload)


def _end_stopped(*, like: Upload, by: User) -> None:
    """Record to the end what was accepted of the same file, and cancel what was not.

    Uploads of the pages have a job, and are left to it.
    """
    same = Upload.objects.filter(sha256=like.sha256, job=None).exclude(pk=like.pk)
    for upload in same.filter(state=Upload.State.ACCEPTING):
        accepting.apply(upload=upload)
    for upload in same.filter(state__in=[Upload.State.READING, Upload.State.READY]):
        cancel(upload=upload, by=by)


@transaction.atomic
def accept_later(*, upload: Upload, by: User, confirmed: bool) -> Upload:
    """Accept an upload that has been read, and have a worker record it."""
    upload = accepting.begin(upload=upload, by=by, confirmed=confirmed)
    upload.job = jobs.enqueue(kind=ACCEPT_JOB, arguments={"upload": upload.pk}, by=by)
    upload.save()
    return upload


@transaction.atomic
def go_on(*, upload: Upload, by: User) -> Upload:
    """Have a worker take up an upload again whose job failed; any other is left as it is."""
    upload = Upload.objects.select_for_update(of=("self",)).get(pk=upload.pk)
    if upload.stopped:
        kind = _JOBS[upload.state]
        upload.job = jobs.enqueue(kind=kind, arguments={"upload": upload.pk}, by=by)
        upload.save()
    return upload


@transaction.atomic
def cancel(*, upload: Upload, by: User) -> Upload:
    """Leave an upload: nothing of it is recorded, and its file and people are deleted."""
    upload = Upload.objects.select_for_update().get(pk=upload.pk)
    if upload.state not in {Upload.State.READING, Upload.State.READY}:
        raise ValidationError("This return can no longer be cancelled. Look at it again.")
    upload.people.all().delete()
    upload.faults.all().delete()
    upload.state = Upload.State.CANCELLED
    upload.save()
    audit.record(by=by.username, act="return_cancelled", subject=f"upload:{upload.pk}", details={})
    forget_unless_needed(upload)
    return upload
