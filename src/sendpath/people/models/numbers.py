"""Numbers by which somebody was known, and no longer is."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from sendpath.people.models.person import Person


class NumberKind(models.TextChoices):
    """Which number it is."""

    UPN = "upn", "UPN"
    ULN = "uln", "ULN"
    NHS_NUMBER = "nhs_number", "NHS number"


class FormerNumber(models.Model):
    """A number that was somebody's until it was replaced, or until two records became one.

    Whoever sends the old number still means this person. A row is withdrawn, never deleted.
    """

    class Why(models.TextChoices):
        """How the number came to be a former one."""

        REPLACED = "replaced", "Replaced by another"
        MERGED = "merged", "From another record of the same person"

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="former_numbers")
    kind = models.CharField(max_length=10, choices=NumberKind.choices)
    number = models.CharField(max_length=13)
    why = models.CharField(max_length=10, choices=Why.choices)
    recorded_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        indexes = [models.Index(fields=["number"], name="people_former_number")]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "kind", "number"],
                condition=Q(withdrawn_at__isnull=True),
                name="people_former_number_once",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True, withdrawn_by__isnull=True)
                | Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False),
                name="people_former_number_withdrawn_by_and_at",
            ),
        ]

    def __str__(self) -> str:
        return f"former {self.kind} of person {self.person_id}"
