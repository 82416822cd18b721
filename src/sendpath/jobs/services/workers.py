"""Workers saying that they are there."""

from __future__ import annotations

from django.utils import timezone

from sendpath import __version__
from sendpath.jobs.models import Worker


def begin(*, name: str) -> None:
    """Note that a worker has begun. A name may come back: an ended process's number does."""
    moment = timezone.now()
    said = {"version": __version__, "started_at": moment, "seen_at": moment, "stopped_at": None}
    Worker.objects.update_or_create(name=name, defaults=said)


def beat(*, name: str) -> None:
    """Note that a worker is still there."""
    Worker.objects.filter(name=name).update(seen_at=timezone.now())


def leave(*, name: str) -> None:
    """Note that a worker has ended as it was asked to."""
    moment = timezone.now()
    Worker.objects.filter(name=name).update(seen_at=moment, stopped_at=moment)
