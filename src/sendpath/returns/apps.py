"""Names the returns app."""

from django.apps import AppConfig


class ReturnsConfig(AppConfig):
    """Statutory returns."""

    name = "sendpath.returns"
