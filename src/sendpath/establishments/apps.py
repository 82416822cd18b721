"""Names the establishments app."""

from django.apps import AppConfig


class EstablishmentsConfig(AppConfig):
    """Schools and colleges, and their term dates."""

    name = "sendpath.establishments"
