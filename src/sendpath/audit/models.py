"""Who changed or saw what, and when. No foreign keys: the log never blocks or follows live data."""

from __future__ import annotations

from django.db import models

LONGEST_ROLE, LONGEST_ORGANISATION = 100, 200


class Chain(models.IntegerChoices):
    """The two chains of the log, each with its own numbers, so that a look waits for no change."""

    CHANGES = 1, "changes"
    LOOKS = 2, "looks"


class AuditEntry(models.Model):
    """One act or one look by one person, tied to the entry before it in its chain by a hash.

    What a person was at that moment is copied here in words: accounts change, entries don't.
    """

    chain = models.PositiveSmallIntegerField(choices=Chain.choices, default=Chain.CHANGES)
    number = models.PositiveBigIntegerField()
    at = models.DateTimeField()
    by = models.CharField(max_length=150)
    user = models.PositiveBigIntegerField(null=True)
    role = models.CharField(max_length=LONGEST_ROLE, blank=True, default="")
    organisation = models.CharField(max_length=LONGEST_ORGANISATION, blank=True, default="")
    purpose = models.CharField(max_length=30, blank=True, default="")
    act = models.CharField(max_length=60)
    """What was done; for a look, the name of the page's address."""
    subject = models.CharField(max_length=60)
    child = models.PositiveBigIntegerField(null=True)
    case = models.PositiveBigIntegerField(null=True)
    listed = models.TextField(blank=True, default="")
    """Whom a list showed: ` p5 p12 ` for children, ` c7 ` for cases, with a space on each side."""
    details = models.JSONField(default=dict)
    request = models.CharField(max_length=32, blank=True, default="")
    form = models.PositiveSmallIntegerField(default=1)
    """Which way its hash is made; see docs/audit.md."""
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        ordering = ["chain", "number"]
        constraints = [
            models.UniqueConstraint(fields=["chain", "number"], name="audit_entry_number_once")
        ]
        indexes = [
            models.Index(fields=["chain", "child", "at"], name="audit_entry_child"),
            models.Index(fields=["chain", "at"], name="audit_entry_at"),
        ]

    def __str__(self) -> str:
        return f"{self.get_chain_display()} {self.number} {self.act} {self.subject}"


class ChainHead(models.Model):
    """A chain's last number and hash: the one row that two writers to it wait for.

    Its id is the chain's.
    """

    number = models.PositiveBigIntegerField(default=0)
    hash = models.CharField(max_length=64, default="")

    def __str__(self) -> str:
        return str(self.number)
