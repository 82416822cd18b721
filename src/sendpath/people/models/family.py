"""Who a child's family are, and the young person themselves, as far as access hangs on it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from sendpath.people.models.person import Person


class FamilyRelation(models.TextChoices):
    """What somebody is to the child or young person."""

    PARENT = "parent", "Parent"
    CARER = "carer", "Carer"
    YOUNG_PERSON = "young_person", "The young person"
    REPRESENTATIVE = "representative", "Representative"


class FamilyMember(models.Model):
    """One person's tie to a child or young person, from one day to another.

    With an account they may sign in and see the record. The first and the last day both count.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="family")
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    relation = models.CharField(max_length=20, choices=FamilyRelation.choices)
    has_parental_responsibility = models.BooleanField(default=False)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="people_family_ends_after_it_starts",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.relation} of person {self.person_id}"
