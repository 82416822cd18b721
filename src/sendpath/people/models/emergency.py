"""Records that somebody opened in an emergency, though nothing else let them see it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from sendpath.people.models.person import Person


class EmergencyReason(models.TextChoices):
    """Why a record had to be opened at once."""

    SAFETY = "safety", "Somebody is at risk of harm"
    HEALTH = "health", "Urgent medical treatment depends on it"
    PLACE = "place", "A child has nowhere to be taught or to stay today"
    TRIBUNAL = "tribunal", "The Tribunal or a court has ordered something for today"
    ABSENCE = "absence", "Whoever holds the case is away, and it cannot wait for cover"


class EmergencyAccess(models.Model):
    """One opening, for 24 hours, and what whoever looked into it found.

    `words` are what the person wrote: for the review alone, never for a log.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=20, choices=EmergencyReason.choices)
    words = models.TextField()
    opened_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    justified = models.BooleanField(null=True)
    finding = models.TextField(blank=True)
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    reviewed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-opened_at", "-pk"]
        indexes = [
            models.Index(fields=["user", "ends_at", "person"], name="people_opened_by"),
            models.Index(
                fields=["opened_at"],
                name="people_opened_to_review",
                condition=Q(reviewed_at__isnull=True),
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    reviewed_at__isnull=True, reviewed_by__isnull=True, justified__isnull=True
                )
                | Q(reviewed_at__isnull=False, reviewed_by__isnull=False, justified__isnull=False),
                name="people_emergency_review_is_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"opening {self.pk} of person {self.person_id}"
