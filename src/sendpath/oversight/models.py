"""What was found out of the ordinary, whom staff know at home, and what the area settled."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q


class KnownFamily(models.Model):
    """A family that somebody on the staff knows outside work, as they declared it."""

    class How(models.TextChoices):
        """How somebody knows a family."""

        OWN = "own", "My own family"
        FRIENDS = "friends", "Friends, or people my family knows"
        NEIGHBOURS = "neighbours", "Neighbours"
        OTHER = "other", "In another way"

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="known_families"
    )
    how = models.CharField(max_length=10, choices=How.choices)
    surname = models.CharField(max_length=100, blank=True)
    postcode = models.CharField(max_length=8, blank=True)
    declared_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(surname="", postcode=""), name="oversight_family_is_named"
            )
        ]

    def __str__(self) -> str:
        return f"family {self.pk} of user {self.user_id}"


class Finding(models.Model):
    """A look, or several of a day, that a rule takes to be out of the ordinary.

    Children and users are ids without a key: a finding outlives both, and holds neither back.
    """

    key = models.CharField(max_length=120, unique=True)
    rule = models.CharField(max_length=30)
    day = models.DateField()
    user = models.PositiveBigIntegerField(null=True)
    child = models.PositiveBigIntegerField(null=True)
    facts = models.JSONField(default=dict)
    dismissed_at = models.DateTimeField(null=True)
    dismissed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    reason = models.TextField(blank=True)

    class Meta:
        ordering = ["-day", "rule", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(dismissed_at__isnull=True, dismissed_by__isnull=True, reason="")
                | (Q(dismissed_at__isnull=False, dismissed_by__isnull=False) & ~Q(reason="")),
                name="oversight_dismissed_by_at_and_why",
            )
        ]

    def __str__(self) -> str:
        return self.key


class DayLookedOver(models.Model):
    """A day whose looks the rules were put to, and when that was last done."""

    day = models.DateField(unique=True)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.day)


class AreaSetting(models.Model):
    """A number of the rules that the area set otherwise than it comes."""

    key = models.CharField(max_length=30, unique=True)
    value = models.PositiveIntegerField()

    def __str__(self) -> str:
        return f"{self.key} = {self.value}"
