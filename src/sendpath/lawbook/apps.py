"""Names the lawbook app."""

from django.apps import AppConfig


class LawbookConfig(AppConfig):
    """The law as the area's public reads it."""

    name = "sendpath.lawbook"
