"""Jobs waiting, running and done, and the nightly slots already taken."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class Job(models.Model):
    """One piece of work for a worker.

    A running job holds a lease that its worker keeps renewing. When a worker dies, the
    lease runs out and another worker takes the job up again: so every job must be safe
    to run again from the start.
    """

    class State(models.TextChoices):
        """Where a job is."""

        WAITING = "waiting"
        RUNNING = "running"
        DONE = "done"
        FAILED = "failed"

    kind = models.CharField(max_length=60)
    arguments = models.JSONField(default=dict)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    run_after = models.DateTimeField()
    lease_until = models.DateTimeField(null=True)
    worker = models.CharField(max_length=80, blank=True)
    steps_done = models.PositiveIntegerField(default=0)
    steps_total = models.PositiveIntegerField(default=0)
    doing = models.CharField(max_length=200, blank=True)
    fault = models.TextField(blank=True)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    asked_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["run_after"],
                name="jobs_job_open",
                condition=models.Q(state__in=["waiting", "running"]),
            )
        ]

    def __str__(self) -> str:
        return f"{self.pk} {self.kind} {self.state}"

    @property
    def ended(self) -> bool:
        return self.state in {self.State.DONE, self.State.FAILED}

    @property
    def percent(self) -> int:
        """Return how much is done, in whole per cent; 100 only when it has ended well."""
        if self.state == self.State.DONE:
            return 100
        return min(99, 100 * self.steps_done // self.steps_total) if self.steps_total else 0


class Slot(models.Model):
    """One planned run of one nightly job: whoever adds the row runs it, once."""

    name = models.CharField(max_length=60)
    day = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["name", "day"], name="jobs_slot_once")]

    def __str__(self) -> str:
        return f"{self.name} {self.day}"
