"""What is known about a child or young person beside their cases, part by part."""

from __future__ import annotations

from typing import Any, NoReturn

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from sendpath.people.models.person import Person


class NeverChanged(TypeError):
    """Something tried to change or delete what was known about somebody."""


class PersonFact(models.Model):
    """The answers of one part of the page about a child, and the days on which they hold.

    Rows are added and never changed: a correction, an end and the marking of a mistake are new
    rows that replace the one before. `part` is a key of `core.people.parts`. The first and the
    last day both count.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="facts")
    part = models.CharField(max_length=20)
    answers = models.JSONField()
    from_on = models.DateField(null=True)
    to_on = models.DateField(null=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    recorded_at = models.DateTimeField()
    replaces = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, related_name="replaced_by"
    )
    mistake = models.BooleanField(default=False)
    """What this replaces was never so. Its answers are repeated, and count no more."""

    class Meta:
        indexes = [models.Index(fields=["person", "part"], name="people_fact_of_person")]
        constraints = [
            models.CheckConstraint(
                condition=Q(to_on__isnull=True)
                | Q(from_on__isnull=True)
                | Q(to_on__gte=F("from_on")),
                name="people_fact_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=Q(mistake=False) | Q(replaces__isnull=False),
                name="people_fact_mistake_of_another",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.part} of person {self.person_id}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise NeverChanged("What was known can't be changed. Add a row that replaces it.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise NeverChanged("What was known can't be deleted. Mark it as a mistake.")
