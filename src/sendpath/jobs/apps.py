"""Names the jobs app, and finds every app's jobs."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class JobsConfig(AppConfig):
    """The queue."""

    name = "sendpath.jobs"

    def ready(self) -> None:
        """Import each app's `tasks`, where it names the jobs it can do."""
        autodiscover_modules("tasks")
