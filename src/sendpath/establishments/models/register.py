"""What the national register (GIAS) says of each establishment, since when, and each loading.

Nothing of it is overwritten: what a later extract says is another row, and the establishment
points at its newest.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from sendpath.core.gias.columns import CLOSED
from sendpath.jobs.models import Job


class RegisterLoad(models.Model):
    """One extract brought in, from its arrival to its acceptance. It holds nobody's case."""

    class State(models.TextChoices):
        """How far a load has come."""

        READING = "reading"
        READY = "ready"
        ACCEPTING = "accepting"
        ACCEPTED = "accepted"
        REFUSED = "refused"
        CANCELLED = "cancelled"

    name = models.CharField(max_length=200)
    extract_on = models.DateField()
    """The day the Department made the extract: what it says holds from then."""
    sha256 = models.CharField(max_length=64)
    links_sha256 = models.CharField(max_length=64, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.READING)
    refusal = models.TextField(blank=True)
    counts = models.JSONField(default=dict)
    unknown_columns = models.JSONField(default=list)
    lacking_columns = models.JSONField(default=list)
    job = models.ForeignKey(Job, on_delete=models.PROTECT, null=True, related_name="+")
    loaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    loaded_at = models.DateTimeField()
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    accepted_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(accepted_by__isnull=True, accepted_at__isnull=True)
                | Q(accepted_by__isnull=False, accepted_at__isnull=False),
                name="establishments_load_accepted_by_and_at",
            )
        ]

    def __str__(self) -> str:
        return f"load {self.pk} {self.extract_on} {self.state}"

    @property
    def stopped(self) -> bool:
        """Whether a worker has given up on it, so that somebody must have it go on."""
        begun = self.state in {self.State.READING, self.State.ACCEPTING}
        return begun and self.job is not None and self.job.stopped


class EstablishmentDetails(models.Model):
    """What the register says of an establishment from the day of an extract until the next row.

    Fields bear the names of `core.gias.columns`. Empty text and no number mean that the
    register does not say.
    """

    establishment = models.ForeignKey(
        "establishments.Establishment", on_delete=models.PROTECT, related_name="+"
    )
    load = models.ForeignKey(RegisterLoad, on_delete=models.PROTECT, related_name="+")
    from_day = models.DateField()
    fingerprint = models.CharField(max_length=64)
    """A hash of all that follows, to tell quickly whether an extract says anything else."""

    name = models.CharField(max_length=120)
    la_code = models.CharField(max_length=3)
    la_name = models.CharField(max_length=120, blank=True)
    number = models.CharField(max_length=4, blank=True)
    ukprn = models.CharField(max_length=8, blank=True)
    type_code = models.CharField(max_length=3)
    type_name = models.CharField(max_length=120, blank=True)
    group_code = models.CharField(max_length=3, blank=True)
    group_name = models.CharField(max_length=120, blank=True)
    further_type = models.CharField(max_length=120, blank=True)
    phase_code = models.CharField(max_length=2, blank=True)
    phase_name = models.CharField(max_length=120, blank=True)
    status_code = models.CharField(max_length=2)
    status_name = models.CharField(max_length=120, blank=True)
    opened_on = models.DateField(null=True)
    open_reason = models.CharField(max_length=120, blank=True)
    closed_on = models.DateField(null=True)
    close_reason = models.CharField(max_length=120, blank=True)
    low_age = models.PositiveIntegerField(null=True)
    high_age = models.PositiveIntegerField(null=True)
    gender = models.CharField(max_length=40, blank=True)
    boarders = models.CharField(max_length=120, blank=True)
    nursery = models.CharField(max_length=120, blank=True)
    sixth_form = models.CharField(max_length=120, blank=True)
    capacity = models.PositiveIntegerField(null=True)
    pupils = models.PositiveIntegerField(null=True)
    census_on = models.DateField(null=True)
    special_classes = models.CharField(max_length=120, blank=True)
    sen_types = models.JSONField(default=list)
    resourced_type = models.CharField(max_length=120, blank=True)
    resourced_capacity = models.PositiveIntegerField(null=True)
    resourced_on_roll = models.PositiveIntegerField(null=True)
    unit_capacity = models.PositiveIntegerField(null=True)
    unit_on_roll = models.PositiveIntegerField(null=True)
    section_41 = models.CharField(max_length=40, blank=True)
    trust = models.CharField(max_length=200, blank=True)
    head = models.CharField(max_length=200, blank=True)
    head_title = models.CharField(max_length=120, blank=True)
    street = models.CharField(max_length=120, blank=True)
    locality = models.CharField(max_length=120, blank=True)
    address_3 = models.CharField(max_length=120, blank=True)
    town = models.CharField(max_length=120, blank=True)
    county = models.CharField(max_length=120, blank=True)
    postcode = models.CharField(max_length=8, blank=True)
    easting = models.PositiveIntegerField(null=True)
    northing = models.PositiveIntegerField(null=True)
    phone = models.CharField(max_length=40, blank=True)
    website = models.CharField(max_length=200, blank=True)
    inspected_on = models.DateField(null=True)
    changed_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["establishment", "load"], name="establishments_details_once_a_load"
            )
        ]
        indexes = [models.Index(fields=["town"], name="establishments_town")]

    def __str__(self) -> str:
        return f"{self.establishment_id} from {self.from_day}"

    @property
    def closed(self) -> bool:
        return self.status_code == CLOSED


class EstablishmentLink(models.Model):
    """One establishment's link to another, from the first extract that has it to the last."""

    urn = models.CharField(max_length=6)
    other_urn = models.CharField(max_length=6)
    other_name = models.CharField(max_length=120)
    kind = models.CharField(max_length=80)
    since = models.DateField(null=True)
    first_in = models.ForeignKey(RegisterLoad, on_delete=models.PROTECT, related_name="+")
    gone_in = models.ForeignKey(RegisterLoad, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["urn", "other_urn", "kind"],
                name="establishments_link_once",
                condition=Q(gone_in__isnull=True),
            )
        ]

    def __str__(self) -> str:
        return f"{self.urn} {self.kind} {self.other_urn}"


class RegisterChange(models.Model):
    """What accepting a load would do to one establishment, where it would do anything."""

    class Verdict(models.TextChoices):
        """What an extract says of an establishment, against what is held."""

        NEW = "new"
        CLOSED = "closed"
        REOPENED = "reopened"
        CHANGED = "changed"

    load = models.ForeignKey(RegisterLoad, on_delete=models.CASCADE, related_name="changes")
    urn = models.CharField(max_length=6)
    name = models.CharField(max_length=120)
    verdict = models.CharField(max_length=10, choices=Verdict.choices)
    fields = models.JSONField(default=list)

    class Meta:
        indexes = [
            models.Index(fields=["load", "verdict", "urn"], name="establishments_change_verdict")
        ]

    def __str__(self) -> str:
        return f"{self.load_id}/{self.urn} {self.verdict}"


class RegisterFault(models.Model):
    """What is wrong in one row of a load, and what to do about it."""

    load = models.ForeignKey(RegisterLoad, on_delete=models.CASCADE, related_name="faults")
    line = models.PositiveIntegerField()
    urn = models.CharField(max_length=6, blank=True)
    words = models.TextField()
    blocks = models.BooleanField()

    class Meta:
        ordering = ["load", "-blocks", "line"]

    def __str__(self) -> str:
        return f"{self.load_id} line {self.line}"
