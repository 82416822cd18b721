"""Names the oversight app."""

from django.apps import AppConfig


class OversightConfig(AppConfig):
    """Who has looked at whose record."""

    name = "sendpath.oversight"
