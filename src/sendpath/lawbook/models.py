"""What the area's legal lead has settled: rules checked at their source, and readings adopted.

A row is added and never changed. A later one takes the place of an earlier, and both are kept.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models


class RuleCheck(models.Model):
    """One rule, read against the law itself by a named person on a day.

    `wording` is the fingerprint of the rule as it was checked: a check says nothing of a rule
    that has been written differently since. `name` and `role` are as that person writes them.
    """

    rule = models.CharField(max_length=60)
    wording = models.CharField(max_length=16)
    verified_on = models.DateField()
    verified_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    name = models.CharField(max_length=150)
    role = models.CharField(max_length=150)
    note = models.TextField(blank=True)
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["rule", "pk"]
        indexes = [models.Index(fields=["rule"], name="lawbook_check_of_rule")]

    def __str__(self) -> str:
        return f"{self.rule} checked on {self.verified_on}"


class AdoptedReading(models.Model):
    """The reading of an open question that the area goes by, from a day on.

    The one in force on a day is the newest that is not later than it.
    """

    ambiguity = models.CharField(max_length=10)
    reading = models.CharField(max_length=40)
    since = models.DateField()
    reason = models.TextField()
    adopted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["ambiguity", "since", "pk"]

    def __str__(self) -> str:
        return f"{self.ambiguity} {self.reading} from {self.since}"
