"""Names the casework app."""

from django.apps import AppConfig


class CaseworkConfig(AppConfig):
    """The record and its deadlines."""

    name = "sendpath.casework"

    def ready(self) -> None:
        """Have cases counted again when a school's calendar is published."""
        from sendpath.casework.services.school_days import count_again
        from sendpath.establishments.reactions import react_to_publishing

        react_to_publishing(count_again)
