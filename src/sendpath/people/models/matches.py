"""Pairs of records that may be of one person, and what people decided about them."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from sendpath.people.models.person import Person


class MatchRun(models.Model):
    """One search of the whole record for people who may be in it twice.

    `rates` is how often two people drawn at random agree, kept so that somebody who is being
    added can be compared at once.
    """

    class FoundBy(models.TextChoices):
        """What had the record searched."""

        NIGHT = "night", "Each night"
        IMPORT = "import", "After a return was recorded"

    found_by = models.CharField(max_length=10, choices=FoundBy.choices)
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    people = models.PositiveIntegerField(default=0)
    compared = models.PositiveIntegerField(default=0)
    passed_over = models.PositiveIntegerField(default=0)
    found = models.PositiveIntegerField(default=0)
    rates = models.JSONField(default=dict)

    def __str__(self) -> str:
        return f"search {self.pk}"


class PossibleMatch(models.Model):
    """Two records that may be of one person. Nothing but a person's decision ever joins them.

    `evidence` holds codes and weights, never what stands in the records. `fingerprint` tells
    whether what is compared has changed since somebody decided.
    """

    class State(models.TextChoices):
        """What has been decided."""

        OPEN = "open", "To decide"
        UNSURE = "unsure", "Not sure yet"
        DIFFERENT = "different", "Different people"
        MERGED = "merged", "Merged"

    first = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    second = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    weight = models.FloatField()
    probability = models.FloatField()
    rank = models.PositiveSmallIntegerField()
    """The place of the band among all, the surest first."""
    band = models.CharField(max_length=20)
    cautions = models.JSONField(default=list)
    evidence = models.JSONField(default=list)
    fingerprint = models.CharField(max_length=64)
    run = models.ForeignKey(MatchRun, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    decided_fingerprint = models.CharField(max_length=64, blank=True)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["first", "second"], name="people_match_once"),
            models.CheckConstraint(
                condition=Q(first__lt=F("second")), name="people_match_lower_first"
            ),
        ]
        indexes = [models.Index(fields=["state", "rank", "-weight"], name="people_match_surest")]

    def __str__(self) -> str:
        return f"match {self.pk}"


class MatchDecision(models.Model):
    """What somebody decided about a pair, when, and why. Rows are added and never changed."""

    match = models.ForeignKey(PossibleMatch, on_delete=models.PROTECT, related_name="decisions")
    verdict = models.CharField(max_length=10, choices=PossibleMatch.State.choices)
    note = models.TextField(blank=True)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    decided_at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"match {self.match_id} {self.verdict}"
