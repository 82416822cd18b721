"""Names the web app."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Layouts and components."""

    name = "sendpath.web"
