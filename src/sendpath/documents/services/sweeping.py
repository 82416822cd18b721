"""Clearing up sealed files that no row speaks of: what a process left that was killed."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from sendpath.documents.models import Version
from sendpath.documents.services import store

LONGEST_UPLOAD = timedelta(hours=2)
"""An older file without a row will never get one."""


def sweep() -> int:
    """Delete files that nothing refers to; return how many there were."""
    before = timezone.now() - LONGEST_UPLOAD
    old = [name for name, written_at in store.names_kept() if written_at < before]
    kept = Version.objects.filter(destroyed_at=None).values_list("stored_as", flat=True)
    known = {str(name) for name in kept}
    left = [name for name in old if name not in known]
    for name in left:
        store.forget(name)
    return len(left)
