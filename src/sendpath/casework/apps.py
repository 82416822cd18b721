"""Names the casework app."""

from django.apps import AppConfig


class CaseworkConfig(AppConfig):
    """The record and its deadlines."""

    name = "sendpath.casework"

    def ready(self) -> None:
        """Have cases counted again when a school's calendar is published, and documents told."""
        from sendpath.casework.selectors.cases import cases_for_documents
        from sendpath.casework.services.school_days import count_again
        from sendpath.documents.cases import cases_come_from
        from sendpath.establishments.reactions import react_to_publishing

        react_to_publishing(count_again)
        cases_come_from(cases_for_documents)
