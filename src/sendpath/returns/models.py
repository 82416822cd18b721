"""Returns loaded and written, what waits to be accepted, and what no event holds."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from sendpath.jobs.models import Job


class Upload(models.Model):
    """One file brought in, from its arrival to its acceptance.

    The file may hold real children. It is kept under its hash, never under its own name,
    and is deleted once its content is accepted or left.
    """

    class State(models.TextChoices):
        """How far an upload has come."""

        READING = "reading"
        READY = "ready"
        ACCEPTING = "accepting"
        ACCEPTED = "accepted"
        REFUSED = "refused"
        CANCELLED = "cancelled"

    survey_year = models.PositiveSmallIntegerField()
    la = models.CharField(max_length=10, blank=True)
    name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.READING)
    refusal = models.TextField(blank=True)
    header = models.JSONField(default=dict)
    counts = models.JSONField(default=dict)
    job = models.ForeignKey(Job, on_delete=models.PROTECT, null=True, related_name="+")
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    uploaded_at = models.DateTimeField()
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    accepted_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(accepted_by__isnull=True, accepted_at__isnull=True)
                | Q(accepted_by__isnull=False, accepted_at__isnull=False),
                name="returns_upload_accepted_by_and_at",
            )
        ]

    def __str__(self) -> str:
        return f"upload {self.pk} {self.survey_year} {self.state}"

    @property
    def source(self) -> str:
        """What events from this return name as their source."""
        return f"sen2-{self.survey_year}"

    @property
    def stopped(self) -> bool:
        """Whether a worker has given up on it, so that somebody must have it go on."""
        begun = self.state in {self.State.READING, self.State.ACCEPTING}
        return begun and self.job is not None and self.job.stopped


OPEN = frozenset({Upload.State.READING, Upload.State.READY, Upload.State.ACCEPTING})
"""States of an upload whose file and staged people are still needed."""


class StagedPerson(models.Model):
    """One person of an upload, and what accepting it would change."""

    class Verdict(models.TextChoices):
        """What a return says of a person, against the record."""

        NEW = "new"
        CHANGED = "changed"
        UNCHANGED = "unchanged"
        FAULTY = "faulty"

    upload = models.ForeignKey(Upload, on_delete=models.CASCADE, related_name="people")
    position = models.PositiveIntegerField()
    record = models.JSONField()
    verdict = models.CharField(max_length=10, choices=Verdict.choices)
    person_id = models.BigIntegerField(null=True)
    changes = models.JSONField(default=list)
    applied = models.BooleanField(default=False)

    class Meta:
        ordering = ["upload", "position"]
        constraints = [
            models.UniqueConstraint(fields=["upload", "position"], name="returns_staged_once")
        ]
        indexes = [
            models.Index(fields=["upload", "verdict", "position"], name="returns_staged_verdict"),
            models.Index(fields=["upload", "person_id"], name="returns_staged_person"),
        ]

    def __str__(self) -> str:
        return f"{self.upload_id}/{self.position} {self.verdict}"

    @property
    def full_name(self) -> str:
        values = self.record["values"]
        return f"{values.get('Forename', '')} {values.get('Surname', '')}".strip()


class StagedFault(models.Model):
    """One broken rule of an upload: position 0 is the file as a whole.

    The message may repeat what stands in the file. It is blanked when the upload is
    accepted; the rule, the item and the line stay.
    """

    upload = models.ForeignKey(Upload, on_delete=models.CASCADE, related_name="faults")
    position = models.PositiveIntegerField()
    rule = models.CharField(max_length=20)
    severity = models.CharField(max_length=10)
    field = models.CharField(max_length=40, blank=True)
    line = models.PositiveIntegerField(default=0)
    message = models.TextField(blank=True)
    mend_here = models.BooleanField()
    blocks = models.BooleanField()

    class Meta:
        ordering = ["upload", "position", "rule", "line"]
        indexes = [models.Index(fields=["upload", "position"], name="returns_fault_person")]

    def __str__(self) -> str:
        return f"{self.upload_id}/{self.position} {self.rule}"


class CaseParticulars(models.Model):
    """What the latest return said of a case that no event holds."""

    case = models.OneToOneField(
        "casework.Case", on_delete=models.CASCADE, primary_key=True, related_name="+"
    )
    survey_year = models.PositiveSmallIntegerField()
    items = models.JSONField()

    def __str__(self) -> str:
        return f"case {self.case_id} {self.survey_year}"


class WrittenReturn(models.Model):
    """One return written from the record, and the faults found in it then."""

    survey_year = models.PositiveSmallIntegerField()
    serial = models.CharField(max_length=3)
    name = models.CharField(max_length=60)
    sha256 = models.CharField(max_length=64)
    counts = models.JSONField(default=dict)
    job = models.OneToOneField(Job, on_delete=models.PROTECT, null=True, related_name="+")
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    written_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.survey_year} {self.serial}"


class WrittenFault(models.Model):
    """One broken rule in a return we wrote, with the case where it can be mended."""

    written = models.ForeignKey(WrittenReturn, on_delete=models.CASCADE, related_name="faults")
    person_id = models.BigIntegerField(null=True)
    case = models.ForeignKey("casework.Case", on_delete=models.CASCADE, null=True, related_name="+")
    rule = models.CharField(max_length=20)
    severity = models.CharField(max_length=10)
    field = models.CharField(max_length=40, blank=True)
    message = models.TextField()

    class Meta:
        ordering = ["written", "severity", "person_id", "rule"]

    def __str__(self) -> str:
        return f"{self.written_id} {self.rule}"
