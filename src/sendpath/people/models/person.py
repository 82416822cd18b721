"""Who a child or young person is."""

from __future__ import annotations

from django.db import models
from django.db.models import Q


class Person(models.Model):
    """A child, or a young person up to 25, whom the authority knows for their needs.

    Identifiers are blank when unknown. `upn_unknown` holds the Department's code for why
    there is neither UPN nor ULN.
    """

    surname = models.CharField(max_length=100)
    forename = models.CharField(max_length=100)
    birth_date = models.DateField()
    sex = models.CharField(max_length=1)
    ethnicity = models.CharField(max_length=4)
    postcode = models.CharField(max_length=8)
    upn = models.CharField(max_length=13, blank=True)
    uln = models.CharField(max_length=10, blank=True)
    upn_unknown = models.CharField(max_length=4, blank=True)
    nhs_number = models.CharField(max_length=10, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["upn"], condition=~Q(upn=""), name="people_upn_once"),
            models.UniqueConstraint(fields=["uln"], condition=~Q(uln=""), name="people_uln_once"),
            models.UniqueConstraint(
                fields=["nhs_number"], condition=~Q(nhs_number=""), name="people_nhs_number_once"
            ),
        ]
        indexes = [
            models.Index(fields=["surname", "forename"], name="people_name"),
            models.Index(fields=["birth_date"], name="people_birth_date"),
        ]

    def __str__(self) -> str:
        return f"person {self.pk}"

    @property
    def full_name(self) -> str:
        return f"{self.forename} {self.surname}"
