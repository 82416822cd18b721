"""Names the documents app."""

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    """Documents about a child."""

    name = "sendpath.documents"
