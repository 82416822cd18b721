"""Adding what is due by the clock: once, however many workers there are."""

from __future__ import annotations

from datetime import datetime

from django.db import IntegrityError, transaction

from sendpath.jobs.models import Job, PlannedRun
from sendpath.jobs.planned import Plan
from sendpath.jobs.registry import KINDS
from sendpath.jobs.services.queue import enqueue


def add_due(*, moment: datetime) -> list[Job]:
    """Add a job of each kind that is due and has not been added yet, by any worker.

    A kind that was missed, however often, is added once. One whose last run has not ended
    waits for it.
    """
    added = (_add(key, kind.plan, moment) for key, kind in KINDS.items() if kind.plan)
    return [job for job in added if job]


def _add(kind: str, plan: Plan, moment: datetime) -> Job | None:
    due = plan.latest(moment)
    last = PlannedRun.objects.filter(kind=kind).select_related("job").order_by("due_at").last()
    if last and (last.due_at >= due or (last.job and not last.job.ended)):
        return None
    try:
        with transaction.atomic():
            run = PlannedRun.objects.create(kind=kind, due_at=due)
            run.job = enqueue(kind=kind, arguments={}, by=None)
            run.save()
            return run.job
    except IntegrityError:
        return None
