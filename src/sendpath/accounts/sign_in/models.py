"""Sessions that can be listed and ended, links sent by e-mail, accounts held elsewhere."""

from __future__ import annotations

from django.conf import settings
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models


class Session(AbstractBaseSession):
    """One browser's session. Its key here is a digest: a copy of this table opens nothing."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True)
    began_at = models.DateTimeField()
    last_used_at = models.DateTimeField()
    address = models.GenericIPAddressField(null=True)
    device = models.CharField(max_length=60, blank=True)

    class Meta:
        app_label = "accounts"

    def __str__(self) -> str:
        return f"session of user:{self.user_id}"


class SentLink(models.Model):
    """A link sent by e-mail that opens once. Only a digest of its secret part is kept."""

    class Kind(models.TextChoices):
        INVITATION = "invitation"
        RECOVERY = "recovery"

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    kind = models.CharField(max_length=20, choices=Kind)
    digest = models.CharField(max_length=64, unique=True)
    provider = models.CharField(max_length=40, blank=True)
    sent_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    class Meta:
        app_label = "accounts"
        indexes = [models.Index(fields=["user", "kind"], name="accounts_sentlink_of")]

    def __str__(self) -> str:
        return f"{self.kind} of user:{self.user_id}"


class Identity(models.Model):
    """Who somebody is at an OpenID provider. The issuer and its subject never change hands."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    issuer = models.CharField(max_length=200)
    subject = models.CharField(max_length=255)
    linked_at = models.DateTimeField()

    class Meta:
        app_label = "accounts"
        constraints = [
            models.UniqueConstraint(fields=["issuer", "subject"], name="accounts_identity_once")
        ]

    def __str__(self) -> str:
        return f"identity of user:{self.user_id}"
