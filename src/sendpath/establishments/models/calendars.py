"""Schools and colleges, and the days on which each teaches.

Rows are replaced a school year at a time, by `services`, which also keeps the years of one
school from overlapping: what a database can't be asked to do alike on SQLite and PostgreSQL.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Cast, Concat

from sendpath.establishments.source import Source


class Establishment(models.Model):
    """A school, college or other setting, known by its URN."""

    urn = models.CharField(max_length=6, primary_key=True)
    name = models.CharField(max_length=120)
    details = models.OneToOneField(
        "establishments.EstablishmentDetails",
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
    )
    """What the register says of it now; none if it was named here only with its term dates."""

    class Meta:
        indexes = [models.Index(fields=["name"], name="establishments_name")]

    def __str__(self) -> str:
        return f"{self.name} ({self.urn})"


def _day_of_year(day: str, *, later: int = 0) -> Cast:
    """Return a day of a row's school year, as in “08-01”, for the database to compare with."""
    year = Cast(F("school_year") + later, models.TextField())
    return Cast(Concat(year, Value(f"-{day}"), output_field=models.TextField()), models.DateField())


class OfSchoolYear(models.Model):
    """What is recorded of one establishment's school year, who recorded it, and when."""

    establishment = models.ForeignKey(Establishment, on_delete=models.PROTECT, related_name="+")
    school_year = models.PositiveSmallIntegerField()
    """The calendar year in which the school year began."""
    source = models.CharField(max_length=10, choices=Source.choices)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    recorded_at = models.DateTimeField()

    class Meta:
        abstract = True


class TeachingDays(OfSchoolYear):
    """A stretch of days on which an establishment teaches, both ends included.

    INSET and occasional days lie between two stretches. Weekends and bank holidays may lie
    inside one, and are never counted.
    """

    first_day = models.DateField()
    last_day = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["establishment", "first_day"], name="establishments_stretch_once"
            ),
            models.CheckConstraint(
                condition=Q(first_day__lte=F("last_day")),
                name="establishments_stretch_first_then_last",
            ),
            models.CheckConstraint(
                condition=Q(first_day__gte=_day_of_year("08-01"))
                & Q(last_day__lte=_day_of_year("08-31", later=1)),
                name="establishments_stretch_in_its_year",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.establishment_id} {self.first_day} to {self.last_day}"


class InsetDay(OfSchoolYear):
    """A day on which an establishment's staff are in and its pupils are not."""

    day = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["establishment", "day"], name="establishments_inset_day_once"
            ),
            models.CheckConstraint(
                condition=Q(day__gte=_day_of_year("08-01"))
                & Q(day__lte=_day_of_year("08-31", later=1)),
                name="establishments_inset_day_in_its_year",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.establishment_id} INSET {self.day}"


class Edition(models.Model):
    """The one row that changes with every calendar saved, so that readers may keep a copy.

    Whoever publishes waits for it, so that two do not save overlapping years at once. The
    mark is drawn at random: none comes back, even when a transaction is undone.
    """

    mark = models.CharField(max_length=32)

    def __str__(self) -> str:
        return self.mark
