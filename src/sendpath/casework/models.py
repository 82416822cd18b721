"""Cases, what has happened in them, and the deadlines worked out from that."""

from __future__ import annotations

from typing import Any, NoReturn

from django.conf import settings
from django.db import models
from django.db.models import Q

from sendpath.accounts.models import Team
from sendpath.core.casefile.events import Event, Kind
from sendpath.people.models import Person


class AppendOnly(TypeError):
    """Something tried to change or delete a fact in a case's history."""


class Case(models.Model):
    """One request for an EHC needs assessment and all that follows from it.

    A person may have several over 25 years.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="cases")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, null=True, related_name="cases")
    officer = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="cases"
    )

    def __str__(self) -> str:
        return self.reference

    @property
    def reference(self) -> str:
        return f"C{self.pk:06d}"


class CaseEvent(models.Model):
    """One fact in a case's history. Rows are added and never changed.

    Database triggers refuse updates and deletes too (migration 0002), because
    `QuerySet.update()` passes `save()` by.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="events")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=40)
    occurred_on = models.DateField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    source = models.CharField(max_length=20)
    facts = models.JSONField(default=dict, blank=True)
    replaces = models.PositiveIntegerField(null=True)
    voids = models.PositiveIntegerField(null=True)

    class Meta:
        ordering = ["case", "number"]
        constraints = [
            models.UniqueConstraint(fields=["case", "number"], name="casework_event_number_once"),
            models.CheckConstraint(
                condition=Q(replaces__isnull=True) | Q(voids__isnull=True),
                name="casework_event_replaces_or_voids",
            ),
            models.CheckConstraint(
                condition=Q(voids__isnull=False, kind=Kind.RECORD_VOIDED)
                | (Q(voids__isnull=True) & ~Q(kind=Kind.RECORD_VOIDED)),
                name="casework_event_voids_says_so",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case_id}/{self.number} {self.kind}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise AppendOnly("A case event can't be changed. Record another that replaces it.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise AppendOnly("A case event can't be deleted. Record that it is void.")

    def as_event(self) -> Event:
        """Return this row as the core's `Event`."""
        return Event(
            number=self.number,
            kind=Kind(self.kind),
            occurred_on=self.occurred_on,
            recorded_at=self.recorded_at,
            facts=self.facts,
            replaces=self.replaces,
            voids=self.voids,
        )


class CaseDeadline(models.Model):
    """Deadlines worked out from events, kept to be searched.

    Every row can be thrown away and made again by `sendpath rebuild`. Nothing but
    `services.deadlines` writes to this table. Who holds the case is repeated here so
    that a worklist reads one table.
    """

    # checked by no database: rows come from `Case`, whose own keys are checked, and are compared
    # with a rebuild each night; checking them again is half of PostgreSQL's part of a rebuild
    case = models.ForeignKey(
        Case, on_delete=models.CASCADE, related_name="deadlines", db_constraint=False
    )
    clock = models.CharField(max_length=40)
    run = models.CharField(max_length=60)
    started_on = models.DateField()
    due_on = models.DateField()
    alert_on = models.DateField()
    """The day to act by on every reading of the law: the due day, or that of a stricter one."""
    done_on = models.DateField(null=True)
    ended_on = models.DateField(null=True)
    listed = models.BooleanField(default=True)
    """On the worklist once open: a duty, not a right, a window, guidance or a custom; and the
    one that stands for both where a duty can be met in two ways."""
    exceptions = models.JSONField(default=list)
    untold = models.BooleanField(default=False)
    """What told of the start could not have told of the doing: past its day it is not overdue."""
    # no index of their own: only what is still to be done is looked up by who holds it
    team = models.ForeignKey(
        Team,
        on_delete=models.CASCADE,
        null=True,
        related_name="+",
        db_index=False,
        db_constraint=False,
    )
    officer = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        null=True,
        related_name="+",
        db_index=False,
        db_constraint=False,
    )

    TO_DO = Q(listed=True, done_on__isnull=True, ended_on__isnull=True)

    class Meta:
        # each holds all that the worklist's counts read, so that they need not touch the table;
        # the first is in the worklist's order, so that a page far into it is found there too
        indexes = [
            models.Index(
                fields=[
                    *("alert_on", "case", "clock", "run"),
                    *("due_on", "untold", "officer", "team", "id"),
                ],
                name="casework_to_do",
                condition=Q(listed=True, done_on__isnull=True, ended_on__isnull=True),
            ),
            models.Index(
                fields=["officer", "alert_on", "due_on", "untold", "clock", "team"],
                name="casework_to_do_by_officer",
                condition=Q(listed=True, done_on__isnull=True, ended_on__isnull=True),
            ),
            models.Index(
                fields=["team", "alert_on", "due_on", "untold", "clock", "officer"],
                name="casework_to_do_by_team",
                condition=Q(listed=True, done_on__isnull=True, ended_on__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.clock} due {self.due_on}"
