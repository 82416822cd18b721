"""Names the audit app."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """The log of changes."""

    name = "sendpath.audit"
