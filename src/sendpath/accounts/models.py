"""People who sign in, and their teams."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser
from django.db import models

from sendpath.accounts.roles import ROLES, May, Role
from sendpath.accounts.sign_in.models import Identity as Identity
from sendpath.accounts.sign_in.models import SentLink as SentLink
from sendpath.accounts.sign_in.models import Session as Session


class Team(models.Model):
    """A team of SEND officers, usually for one part of the area."""

    name = models.CharField(max_length=80, unique=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class User(AbstractUser):
    """A person with an account at the council."""

    role_key = models.CharField(
        max_length=30, choices=[(key, role.title) for key, role in ROLES.items()], default="officer"
    )
    team = models.ForeignKey(Team, on_delete=models.PROTECT, null=True, blank=True)

    @property
    def role(self) -> type[Role]:
        return ROLES[self.role_key]

    @property
    def display_name(self) -> str:
        return self.named(self.first_name, self.last_name, self.username)

    @staticmethod
    def named(first: str, last: str, username: str) -> str:
        """Return how a person's name is shown, from its parts; the username if there are none."""
        return f"{first} {last}".strip() or username

    def may(self, act: May) -> bool:
        """Return whether this person's role lets them do that."""
        return act in self.role.may
