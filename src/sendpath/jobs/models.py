"""Jobs and how far each is, the planned runs already taken, and the workers at work."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q


class Urgency(models.IntegerChoices):
    """Which of two waiting jobs goes first. One that waits long goes before either."""

    NOW = 0, "Somebody waits for it"
    SOON = 1, "Soon"
    NIGHT = 2, "When there is nothing else to do"


class Job(models.Model):
    """One piece of work for a worker.

    A running job holds a lease that its worker keeps renewing. When a worker dies, the
    lease runs out and another worker takes the job up again: so every job must be safe
    to run again from the start. Which attempt it is tells the worker that holds it from
    one that has lost it.
    """

    class State(models.TextChoices):
        """Where a job is."""

        WAITING = "waiting"
        RUNNING = "running"
        DONE = "done"
        FAILED = "failed"
        CANCELLED = "cancelled"
        GIVEN_UP = "given_up"

    kind = models.CharField(max_length=60)
    arguments = models.JSONField(default=dict)
    key = models.CharField(max_length=120, blank=True, default="", db_default="")
    """What is asked for, if it is to be done once however often it is asked for."""
    urgency = models.PositiveSmallIntegerField(
        choices=Urgency.choices, default=Urgency.SOON, db_default=Urgency.SOON
    )
    long = models.BooleanField(default=False, db_default=False)
    """Whether it may take minutes, so that others must be able to pass it."""
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    run_after = models.DateTimeField()
    lease_until = models.DateTimeField(null=True)
    worker = models.CharField(max_length=80, blank=True)
    steps_done = models.PositiveIntegerField(default=0)
    steps_total = models.PositiveIntegerField(default=0)
    doing = models.CharField(max_length=200, blank=True)
    fault = models.TextField(blank=True)
    """What went wrong, in words for whoever asked: it may name what they asked for."""
    fault_code = models.CharField(max_length=60, blank=True, default="", db_default="")
    """The kind of fault, for whoever keeps the service running: never a name."""
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    asked_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    """Who cancelled it or gave it up."""
    closed_because = models.CharField(max_length=300, blank=True, default="", db_default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "key"],
                name="jobs_job_asked_once",
                condition=~Q(key="") & ~Q(state__in=["cancelled", "given_up"]),
            ),
            models.CheckConstraint(
                condition=Q(state__in=["cancelled", "given_up"], closed_by__isnull=False)
                | (~Q(state__in=["cancelled", "given_up"]) & Q(closed_by__isnull=True)),
                name="jobs_job_closed_by_somebody",
            ),
        ]
        indexes = [
            models.Index(
                fields=["run_after"],
                name="jobs_job_open",
                condition=Q(state__in=["waiting", "running"]),
            ),
            models.Index(fields=["ended_at"], name="jobs_job_ended"),
        ]

    def __str__(self) -> str:
        return f"{self.pk} {self.kind} {self.state}"

    @property
    def ended(self) -> bool:
        return self.state not in {self.State.WAITING, self.State.RUNNING}

    @property
    def stopped(self) -> bool:
        """Whether it ended with its work not done."""
        return self.state in STOPPED

    @property
    def percent(self) -> int:
        """Return how much is done, in whole per cent; 100 only when it has ended well."""
        if self.state == self.State.DONE:
            return 100
        return min(99, 100 * self.steps_done // self.steps_total) if self.steps_total else 0


STOPPED = frozenset({Job.State.FAILED, Job.State.CANCELLED, Job.State.GIVEN_UP})
"""States of a job that ended with its work not done."""


class PlannedRun(models.Model):
    """One planned run of one kind of job: whoever adds the row has it run, once."""

    kind = models.CharField(max_length=60)
    due_at = models.DateTimeField()
    job = models.ForeignKey(Job, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "due_at"], name="jobs_planned_run_once")
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.due_at:%Y-%m-%d %H:%M}"


class Worker(models.Model):
    """A worker that is at work, or was when it was last heard of."""

    name = models.CharField(max_length=80, unique=True)
    version = models.CharField(max_length=20)
    started_at = models.DateTimeField()
    seen_at = models.DateTimeField()
    stopped_at = models.DateTimeField(null=True)
    """When it ended as it was asked to; a worker that was killed leaves it empty."""

    def __str__(self) -> str:
        return self.name
