"""Which organisations and professionals are involved with a child, as what, and on what ground."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from sendpath.accounts.models import Organisation
from sendpath.people.models.person import Person


class Ground(models.TextChoices):
    """What an involvement rests on: why these people may see the record."""

    PUBLIC_TASK = "public_task", "A task that the law gives the organisation"
    HEALTH_OR_CARE = "health_or_care", "Giving health or social care"
    LEGAL_OBLIGATION = "legal_obligation", "A duty in law to look at the record"
    CONSENT = "consent", "The family’s agreement"


class Involvement(models.Model):
    """An organisation, or somebody by name, is involved with a child from one day to another.

    With a user it is by name: the child is seen by them, and by those who answer for all that
    their organisation does. The first and the last day both count. `kind` is one of
    `accounts.roles.Relation`.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="involvements")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, related_name="+", db_index=False
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        db_index=False,
    )
    kind = models.CharField(max_length=20)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True)
    ground = models.CharField(max_length=20, choices=Ground.choices)
    reference = models.CharField(max_length=80, blank=True)
    """Where the ground can be looked up: the consent form, the statute, the order."""
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    recorded_at = models.DateTimeField()

    class Meta:
        # each holds all that is read to say whom somebody may see
        indexes = [
            models.Index(
                fields=["organisation", "kind", "person", "starts_on", "ends_on"],
                name="people_involved_organisation",
                condition=Q(organisation__isnull=False),
            ),
            models.Index(
                fields=["user", "kind", "person", "starts_on", "ends_on"],
                name="people_involved_user",
                condition=Q(user__isnull=False),
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(organisation__isnull=False) | Q(user__isnull=False),
                name="people_involvement_is_somebodys",
            ),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="people_involvement_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=~Q(ground=Ground.CONSENT) | ~Q(reference=""),
                name="people_consent_can_be_looked_up",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} person {self.person_id}"
