"""Organisations and their teams, people who sign in, and who belongs where from when to when."""

from __future__ import annotations

from datetime import date
from functools import cached_property

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import F, Q

from sendpath.accounts.roles import ROLES, May, OrganisationKind, Reach, Role
from sendpath.web import clock


class Organisation(models.Model):
    """A body of the area whose people sign in: the council, a school, an NHS trust.

    `code` is its official one where there is one: the council's number, an ODS code, a URN.
    """

    kind = models.CharField(max_length=20)
    name = models.CharField(max_length=150)
    code = models.CharField(max_length=12, blank=True)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "code"], condition=~Q(code=""), name="accounts_organisation_once"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def sort(self) -> OrganisationKind:
        return OrganisationKind(self.kind)


class Team(models.Model):
    """A team of an organisation, such as the SEND officers for one part of the area."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="teams")
    name = models.CharField(max_length=80)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "name"], name="accounts_team_once_in_an_organisation"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class User(AbstractUser):
    """A person with an account. What they see and may do follows from their memberships."""

    @property
    def display_name(self) -> str:
        return self.named(self.first_name, self.last_name, self.username)

    @staticmethod
    def named(first: str, last: str, username: str) -> str:
        """Return how a person's name is shown, from its parts; the username if there are none."""
        return f"{first} {last}".strip() or username

    def memberships_on(self, day: date) -> tuple[Membership, ...]:
        """Return the memberships in force on a day. They are read once, and kept."""
        return tuple(held for held in self._memberships if held.holds_on(day))

    @property
    def memberships_now(self) -> tuple[Membership, ...]:
        return self.memberships_on(clock.today())

    @property
    def roles(self) -> tuple[type[Role], ...]:
        """Return the roles held today, each once."""
        return tuple(dict.fromkeys(held.role for held in self.memberships_now))

    @property
    def title(self) -> str:
        return self.title_on(clock.today())

    def title_on(self, day: date) -> str:
        """Return the names of the roles held on a day."""
        held = dict.fromkeys(one.role.title for one in self.memberships_on(day))
        return ", ".join(held)

    @property
    def places(self) -> str:
        """Return each role held today with where it is held."""
        return "; ".join(held.words for held in self.memberships_now if not held.covers_id)

    @property
    def teams(self) -> tuple[Team, ...]:
        """Return the teams belonged to today. Covering for somebody is not belonging."""
        held = (one.team for one in self.memberships_now if not one.covers_id)
        return tuple(dict.fromkeys(team for team in held if team))

    @property
    def team_ids(self) -> tuple[int, ...]:
        return tuple(team.pk for team in self.teams)

    @property
    def holds_for(self) -> tuple[int, ...]:
        """Return whose cases this person works: their own, and those of whoever they cover."""
        return (self.pk, *(held.covers_id for held in self.memberships_now if held.covers_id))

    def sees(self, reach: Reach) -> bool:
        """Return whether a role of this person sees records by that relationship."""
        return any(reach in role.sees for role in self.roles)

    @property
    def acts(self) -> frozenset[May]:
        """Return everything that one role or another lets this person do today."""
        return frozenset[May]().union(*(role.may for role in self.roles))

    def may(self, act: May) -> bool:
        """Return whether a role of this person lets them do that."""
        return act in self.acts

    def forget_memberships(self) -> None:
        """Read the memberships again when they are next asked for."""
        self.__dict__.pop("_memberships", None)

    @cached_property
    def _memberships(self) -> tuple[Membership, ...]:
        return tuple(self.memberships.all())


class WithNames(models.Manager["Membership"]):
    """Memberships with the names of where they are held."""

    def get_queryset(self) -> models.QuerySet[Membership]:
        return super().get_queryset().select_related("organisation", "team", "covers")


class Membership(models.Model):
    """What somebody is in an organisation, from one day to another. A person may hold several.

    The first and the last day both count. `stopped_at` is when it was taken away at once,
    whatever the last day. `covers` is an officer whose cases it is for, while they are away.
    """

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="memberships")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, related_name="memberships"
    )
    """None for families, who belong to no organisation."""
    team = models.ForeignKey(Team, on_delete=models.PROTECT, null=True, related_name="memberships")
    role_key = models.CharField(max_length=30)
    covers = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="covered_by")
    starts_on = models.DateField()
    ends_on = models.DateField(null=True)
    stopped_at = models.DateTimeField(null=True)

    objects = WithNames()

    class Meta:
        ordering = ["starts_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="accounts_membership_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=Q(covers__isnull=True) | Q(ends_on__isnull=False),
                name="accounts_cover_has_a_last_day",
            ),
        ]

    def __str__(self) -> str:
        return f"user {self.user_id} as {self.role_key}"

    @property
    def role(self) -> type[Role]:
        return ROLES[self.role_key]

    @property
    def words(self) -> str:
        """Return the role and where it is held."""
        at = self.organisation
        own = at is None or at.kind == OrganisationKind.COUNCIL
        parts = (self.role.title, "" if own else str(at), f"{self.team} team" if self.team else "")
        return ", ".join(part for part in parts if part)

    @staticmethod
    def in_force(day: date) -> Q:
        """Return the condition that a membership is in force on a day."""
        ended = Q(ends_on__isnull=True) | Q(ends_on__gte=day)
        return Q(starts_on__lte=day, stopped_at__isnull=True) & ended

    def holds_on(self, day: date) -> bool:
        """Return whether this is in force on a day."""
        ended = self.stopped_at is not None or (self.ends_on is not None and self.ends_on < day)
        return self.starts_on <= day and not ended
