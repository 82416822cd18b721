"""Who changed what and when. No foreign keys: the log never blocks or follows live data."""

from __future__ import annotations

from django.db import models


class AuditEntry(models.Model):
    """One act by one person, tied to the entry before it by a hash."""

    number = models.PositiveBigIntegerField(unique=True)
    at = models.DateTimeField()
    by = models.CharField(max_length=150)
    act = models.CharField(max_length=60)
    subject = models.CharField(max_length=60)
    details = models.JSONField(default=dict)
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        ordering = ["number"]
        indexes = [models.Index(fields=["subject", "number"], name="audit_entry_subject")]

    def __str__(self) -> str:
        return f"{self.number} {self.act} {self.subject}"


class ChainHead(models.Model):
    """The last entry's number and hash: the one row that two writers wait for."""

    number = models.PositiveBigIntegerField(default=0)
    hash = models.CharField(max_length=64, default="")

    def __str__(self) -> str:
        return str(self.number)
