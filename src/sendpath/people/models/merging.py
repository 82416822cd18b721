"""Two records made one: what was moved, and how each was before."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from sendpath.people.models.person import Person


class Merge(models.Model):
    """One record of a person joined to another, with all that is needed to part them again.

    `moved` holds by relation the ids of the rows that were the other's, `kept_had` those that
    were the kept one's already, and `before` the particulars of both. A row of this table is
    ended, never deleted.
    """

    kept = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    other = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField()
    moved = models.JSONField()
    kept_had = models.JSONField()
    before = models.JSONField()
    former_numbers = models.JSONField(default=list)
    merged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    merged_at = models.DateTimeField()
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    undone_at = models.DateTimeField(null=True)
    undone_reason = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["other"],
                condition=Q(undone_at__isnull=True),
                name="people_merged_once_at_a_time",
            ),
            models.CheckConstraint(condition=~Q(kept=F("other")), name="people_merge_of_two"),
            models.CheckConstraint(
                condition=Q(undone_at__isnull=True, undone_by__isnull=True)
                | Q(undone_at__isnull=False, undone_by__isnull=False),
                name="people_merge_undone_by_and_at",
            ),
        ]

    def __str__(self) -> str:
        return f"merge {self.pk}"
